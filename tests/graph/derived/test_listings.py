"""Lists in question are found as comparing each with each would find them."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.derived.listings import Reading, in_question
from graph.derived.statements import Statement
from graph.iris import entity_iri
from graph.periods import overlaps

MEMBERS = [entity_iri(path) for path in ("state/one", "state/two", "state/three", "un-entity/one", "un-entity/two")]
TIMES = [None, "", "2021", "2021-05-03", "2021-05-03/2021-06-01", "2022-01-01"]


@st.composite
def some_readings(draw: st.DrawFn) -> list[Reading]:
    """Readings of one thing, no two alike, by up to three documents each."""
    said = st.tuples(st.frozensets(st.sampled_from(MEMBERS), min_size=1), st.sampled_from(TIMES))
    found = draw(st.lists(said, unique=True, max_size=8))
    by = st.sets(st.sampled_from("abc"), min_size=1)
    thing = NamedNode(entity_iri("process/thing"))
    return [
        Reading(members, time, tuple(Statement(f"{d}-{n}", MEMBERS[0], "p", thing, document=d) for d in draw(by)))
        for n, (members, time) in enumerate(found)
    ]


def kind(member: str) -> str:
    return member.rsplit("/", 2)[1]


def of_one_time(one: Reading, other: Reading) -> bool:
    if one.time is None or other.time is None:
        return True
    return bool(one.time and other.time) and overlaps(one.time, other.time)


@given(some_readings())
def test_member_by_member_is_pair_by_pair(found: list[Reading]) -> None:
    """Both sides of each member in question are the same."""
    expected: dict[str, tuple[set[int], set[int]]] = {}
    for (a, one), (b, other) in permutations(enumerate(found), 2):
        if of_one_time(one, other) and len(one.documents | other.documents) > 1:
            for member in one.members - other.members:
                if kind(member) in set(map(kind, other.members)):
                    having, lacking = expected.setdefault(member, (set(), set()))
                    having.add(a)
                    lacking.add(b)
    got = {member: (set(sides.having), set(sides.lacking)) for member, sides in in_question(found).items()}
    assert got == expected
