"""What holds for records, the stores that keep them, and the views computed from them."""
