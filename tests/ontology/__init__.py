"""Tests of the vocabulary, the shapes and the reference data."""
