"""Tests of loaders.recognition.people."""
