"""Tests of loaders.dates."""
