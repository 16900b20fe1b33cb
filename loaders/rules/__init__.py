"""Rules and trigger words as data, and what compiles them."""
