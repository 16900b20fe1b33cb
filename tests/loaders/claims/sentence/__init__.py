"""Tests of loaders.claims.sentence."""
