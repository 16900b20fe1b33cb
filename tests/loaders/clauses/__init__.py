"""Tests of clauses."""
