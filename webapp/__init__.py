"""The web application: SPARQL endpoint, linked data, pages and pictures of the graph.

Each module holds one concern; `app.create_app` joins them. It knows `graph` and `ontology`, never the loaders.
"""
