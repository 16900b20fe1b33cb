"""What a document is: its title, genre, date and speaker, and what contradicts itself."""
