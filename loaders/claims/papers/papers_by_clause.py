"""What clauses tell of papers where no rule has read it: who agrees to them, at which meeting, who hands them in."""

from collections.abc import Mapping, Sequence

from loaders.claims.about.context import Context
from loaders.claims.papers.adopted_by_clause import adopted_by_clause
from loaders.claims.papers.agreed_by_clause import agreed_by_clause
from loaders.claims.papers.reported_by_clause import reported_by_clause
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.stated import Stated
from loaders.recognition.recognition import Recognition


def papers_by_clause(
    found: Recognition, context: Context, sentences: Mapping[tuple[int, int], Masked], stated: Sequence[Stated]
) -> list[Stated]:
    """Adopts, endorses and submitsReport; who is named counts before the meeting that is meant.

    sentences: those with names, as they stand, by their block and place.
    """
    agreed = [*agreed_by_clause(found, sentences, stated)]
    adopted = adopted_by_clause(found, context, sentences, [*stated, *agreed])
    return [*agreed, *adopted, *reported_by_clause(found, context, sentences, stated)]
