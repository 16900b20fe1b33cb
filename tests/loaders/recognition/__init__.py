"""Tests of loaders.recognition."""
