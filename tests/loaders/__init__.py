"""Facts about reading documents."""
