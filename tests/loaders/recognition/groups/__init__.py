"""Tests of loaders.recognition.groups."""
