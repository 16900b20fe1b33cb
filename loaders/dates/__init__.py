"""Dates in words, as EDTF: found, completed from what stands around them, with the tense of their sentence."""
