"""The root of every error this project raises on purpose.

GcmError
├── OntologyError      a vocabulary, shape or reference file that cannot be used
├── graph.errors.*     stores, queries, records
├── loaders.errors.*   documents that cannot be read
└── webapp.errors.*    requests that cannot be answered
"""


class GcmError(Exception):
    """Something a person can act on; `str(error)` is one plain line, and no trace is shown for it."""


class OntologyError(GcmError):
    """A file of the ontology is missing or does not say what it must."""
