"""Tests of loaders.recognition.names."""
