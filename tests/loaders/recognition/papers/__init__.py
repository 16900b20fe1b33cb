"""Tests of loaders.recognition.papers."""
