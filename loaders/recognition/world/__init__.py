"""Whether a paper is of this world, and which of its names show it."""
