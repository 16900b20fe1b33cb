"""The named queries as readers see them: which can be run as they stand, and which are good to start from."""

from graph.querying.query import NamedQuery, named_queries
from webapp.errors import UnknownThing

_STARTERS = (
    "champions_by_document", "champion_count", "roundtable_objectives_by_document", "disagreement_sentences",
    "developments", "country_roles", "not_party", "possibilities", "figures", "meeting_speakers", "meeting_observers",
    "steering_committee", "working_group_leads", "network_members", "consultation_participants", "document_dates",
)  # fmt: skip
"""What the editor offers, in this order, before anything else."""

_MACHINERY = ("page_", "store_", "search_", "network_edges", "statements_", "descriptions_", "reference_",
              "review_", "claims_set_aside")  # fmt: skip
"""Queries that the program is made of, by the beginning of their names."""


def runnable(query: NamedQuery) -> bool:
    """Whether a query needs no value from outside."""
    return not query.parameters


def _rank(query: NamedQuery) -> tuple[object, ...]:
    first = _STARTERS.index(query.name) if query.name in _STARTERS else len(_STARTERS)
    return (query.name.startswith(_MACHINERY), first, not runnable(query), query.name)


def listed() -> list[NamedQuery]:
    """All named queries: those to start from, then those with a question of their own, then the machinery."""
    return sorted(named_queries().values(), key=_rank)


def examples() -> list[NamedQuery]:
    """The queries offered beside the editor."""
    runs = [one for one in listed() if runnable(one)]
    return [one for one in runs if one.name in _STARTERS] or runs


def read_query(name: str) -> NamedQuery:
    """One named query. Raises UnknownThing."""
    found = named_queries().get(name)
    if found is None:
        raise UnknownThing(f"No query is called {name!r}.")
    return found
