"""Tests of loaders.figures."""
