"""Tests of loaders.reading."""
