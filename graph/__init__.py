"""Records, their RDF, the stores that keep them, and the views computed from them."""
