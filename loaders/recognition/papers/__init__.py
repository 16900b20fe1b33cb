"""Papers, programmes and funds that no list has."""
