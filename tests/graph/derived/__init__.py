"""Tests of graph.derived."""
