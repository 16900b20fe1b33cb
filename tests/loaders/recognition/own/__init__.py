"""Tests of loaders.recognition.own."""
