"""Persons, their roles, and whom a text means by an office or half a name."""
