"""Meetings: their names, kinds, dates and places, and which of them is the own one of a paper."""
