"""Bodies and groups that no list has, by how a text writes and tells of them."""
