"""What a passage, a list or a heading tells of groups: who leads, who belongs, whose they are."""
