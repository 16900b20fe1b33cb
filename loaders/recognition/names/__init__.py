"""What things are called: the known names, the words that names are made of, spans of text that name something."""
