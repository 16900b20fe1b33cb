"""What layout tells: labels, tables, programmes, and the lines that a paper opens with."""
