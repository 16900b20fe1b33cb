"""Tests of loaders.recognition.world."""
