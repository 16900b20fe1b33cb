"""A sentence as rules see it: its names as tokens, what may be left out of it, and how firmly it says what it says."""
