"""The vocabulary of the Global Compact for Migration graph, its schemes, shapes and reference data.

The lowest package: it knows nothing of the others. `gcm.ttl` is the one vocabulary edited by
hand; `terms.py` and the reference pages are generated from it. `reference/` names the things of
this world (states, bodies, processes, forums), each row with its source.
"""
