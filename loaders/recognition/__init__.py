"""Who and what a document names: entities linked to the reference data or brought by the document, and its meetings."""
