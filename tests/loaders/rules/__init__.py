"""Tests of loaders.rules."""
