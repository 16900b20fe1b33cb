"""The named queries as readers see them: which can be run as they stand, and which belong to pages."""

from graph.query import NamedQuery, named_queries
from webapp.errors import UnknownThing

_OF_PAGES = "page_"


def runnable(query: NamedQuery) -> bool:
    """Whether a query needs no value from outside."""
    return not query.parameters


def listed() -> list[NamedQuery]:
    """All named queries: first those that answer a question of their own, then those that pages are made of."""
    return sorted(
        named_queries().values(), key=lambda one: (one.name.startswith(_OF_PAGES), not runnable(one), one.name)
    )


def examples() -> list[NamedQuery]:
    """The queries offered beside the editor."""
    own = [one for one in listed() if runnable(one) and not one.name.startswith(_OF_PAGES)]
    return own or [one for one in listed() if runnable(one)]


def read_query(name: str) -> NamedQuery:
    """One named query. Raises UnknownThing."""
    found = named_queries().get(name)
    if found is None:
        raise UnknownThing(f"No query is called {name!r}.")
    return found
