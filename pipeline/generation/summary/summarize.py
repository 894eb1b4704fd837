"""Summaries: a document is drafted, every sentence cited and checked, and what is covered is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pipeline.errors import BadRequest
from pipeline.generation.cite import Citation, Statement
from pipeline.generation.draft import Mode
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.fidelity import Coverage, Fidelity, coverage, fidelity
from pipeline.generation.summary.full import covered_points, full_parts, task_parts
from pipeline.generation.summary.opening import paper_name
from pipeline.generation.summary.told import Part, Source, Told
from pipeline.minutes import Document, as_json

Style = Literal["brief", "full", "tasks"]
STYLES: tuple[Style, ...] = get_args(Style)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """One sentence (句) of a summary: its text, the indexes (from 0) of its citations, and whether it is proven.

    `point` is the label of the decision or measure that it tells, where it tells one.
    """

    text: str
    citations: tuple[int, ...]
    check: str
    problems: tuple[Any, ...] = ()
    point: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryItem:
    """One entry of a summary: an agenda item, a problem, a section, or what stands around them (`label` is `None`).

    `note` says what the text does not state (未载明审议结论). In a summary of one matter through several meetings
    `heading` says which meeting it was and `stage` what it did: `first` about the matter, `again`, or `mention`.
    """

    document_id: str
    label: str | None
    title: str
    sentences: tuple[SummarySentence, ...]
    note: str | None = None
    heading: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was looked through for a matter: how many documents, and the ids of those that say nothing of it."""

    documents: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A summary (摘要) of one or several documents: entries, their sources, what is covered and how true it is.

    `model` and `prompt_hash` say what reworded it, `notice` what of the rewording was not used, or, of one matter
    through several meetings, what was looked through (`searched`) in words.
    """

    name: str
    document_ids: tuple[str, ...]
    topic: str | None
    style: Style
    mode: Mode
    items: tuple[SummaryItem, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    fidelity: Fidelity
    model: str | None = None
    prompt_hash: str | None = None
    notice: str | None = None
    searched: Looked | None = None

    @property
    def sentences(self) -> tuple[SummarySentence, ...]:
        """All sentences in order."""
        return tuple(sentence for item in self.items for sentence in item.sentences)

    def to_json(self) -> dict[str, Any]:
        """Return the summary as the public interface has it; `citations` stand once, sentences number them."""
        tree: dict[str, Any] = as_json(self)
        return tree | {"citations": [citation.to_json() for citation in self.citations]}


def summarize(document_id: str, document: Document, *, style: Style = "full") -> Summary:
    """Draft a summary of one document from its parsed record, without a model.

    Args:
        document_id: the document's id in the library.
        document: the parsed document.
        style: `brief` one paragraph, `full` item by item, `tasks` only what is to be done.

    Raises:
        BadRequest: no such style.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> [sentence.text for sentence in summarize("d0", EXAMPLE_MINUTES).sentences]
    ['由市城管局牵头，6月底前完成。', '会议原则通过上述文件。']
    """
    if style not in STYLES:
        raise BadRequest(f"没有“{style}”这种摘要文体", instead=f"可选：{'、'.join(STYLES)}")
    source = Source(document_id, document)
    parts = _parts(document_id, document, style)
    told = [entry for part in parts for entry in part.told]
    statements, citations = source.prove(told)
    starts = {start for entry in told for start in entry.covers}
    return Summary(
        name=paper_name(document),
        document_ids=(document_id,),
        topic=None,
        style=style,
        mode="extractive",
        items=tuple(_items(document_id, parts, statements)),
        citations=citations,
        coverage=coverage(
            document, items=starts, points=set() if style == "brief" else covered_points(document, told), matters=starts
        ),
        fidelity=fidelity(statements),
    )


def _parts(document_id: str, document: Document, style: Style) -> Sequence[Part]:
    """Return the draft in a style."""
    if style == "brief":
        return brief_parts(document_id, document)
    return full_parts(document_id, document) if style == "full" else task_parts(document_id, document)


def _items(document_id: str, parts: Iterable[Part], statements: Sequence[Statement]) -> Iterable[SummaryItem]:
    """Yield the entries with their checked sentences."""
    checked = iter(statements)
    for part in parts:
        sentences = tuple(_sentence(told, next(checked)) for told in part.told)
        yield SummaryItem(
            document_id=document_id, label=part.label, title=part.title, sentences=sentences, note=part.note
        )


def _sentence(told: Told, statement: Statement) -> SummarySentence:
    """Return a checked sentence with the label of its point."""
    return SummarySentence(
        text=statement.text,
        citations=statement.citations,
        check=statement.check,
        problems=statement.problems,
        point=told.point,
    )
