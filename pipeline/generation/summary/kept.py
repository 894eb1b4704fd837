"""Whether new words for a drafted sentence hold: proven by the same sources, and nothing of the draft lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reread.second import second_reading
from pipeline.generation.summary.fidelity import untold
from pipeline.generation.summary.loosen import copied

if TYPE_CHECKING:
    from pipeline.generation.cite import Citation
    from pipeline.generation.summary.summarize import SummarySentence
    from pipeline.minutes import Document, Point

_FACTS = frozenset(("number", "bound", "date", "unit", "person", "post", "part", "title", "document_number", "verdict"))
"""The kinds of facts of a draft that its new words must state as well; a clause without any may go."""


def faults(
    text: str,
    drafted: Sequence[SummarySentence],
    citations: Sequence[Citation],
    documents: Mapping[str, Document],
) -> list[Problem]:
    """Return what is wrong with new words for some sentences of a draft; an empty list means that they may stand.

    Args:
        text: the new words, one sentence.
        drafted: the sentences of the draft whose place it takes.
        citations: the summary's sources, which the sentences number.
        documents: the documents by id, for what each decision must be told with.
    """
    own = [citations[index] for index in sorted({index for sentence in drafted for index in sentence.citations})]
    sources = sources_of(own)
    problems = second_reading(text, sources, check_sources(text, sources))
    stated = Source(text, "\n".join(dict.fromkeys(citation.stamp for citation in own)))
    for sentence in drafted:
        lost = [problem for problem in check_sources(sentence.text, [stated]) if problem.kind in _FACTS]
        problems += [Problem("lost", problem.text, f"少了“{problem.text}”") for problem in lost]
    before = "".join(sentence.text for sentence in drafted)
    for citation in own:
        if copied(text, citation.quote) and not copied(before, citation.quote):
            problems.append(Problem("copied", text, "整段照抄了原文"))
    for point in _points(own, documents):
        if not untold(point, before):
            problems += [Problem("lost", part, f"少了“{part}”") for part in untold(point, text)]
    return list(dict.fromkeys(problems))


def _points(own: Sequence[Citation], documents: Mapping[str, Document]) -> list[Point]:
    """Return the decisions that some sources hold whole."""
    return [
        point
        for citation in own
        if citation.document_id in documents
        for item in documents[citation.document_id].items
        for point in item.points
        if citation.start <= point.start and point.end <= citation.end
    ]
