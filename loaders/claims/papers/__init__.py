"""What is told of papers and objectives: what they are about, who agrees to them, who hands them in."""
