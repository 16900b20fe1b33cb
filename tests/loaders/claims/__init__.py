"""Tests of loaders.claims."""
