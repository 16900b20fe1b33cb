"""Tests of graph.querying."""
