"""Tests of loaders.scoring."""
