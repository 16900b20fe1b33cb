"""Tests of loaders.recognition.meetings."""
