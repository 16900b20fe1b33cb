"""The clauses of a sentence: who does what, whatever stands between, before or behind; see `rules/clauses.yaml`."""
