"""Tests of loaders.frame."""
