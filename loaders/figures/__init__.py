"""Counts and sums in words."""
