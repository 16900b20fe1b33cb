"""Counts and sums: whose they are and what they measure, in sentences and in tables."""
