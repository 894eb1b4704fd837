"""Puts together what may prove a statement: the quotes that an answer cites, each with its place and its frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.heads import is_head
from pipeline.generation.checking.reading.source import Source
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.cite import Citation

_HEADING = 14  # label, verb and marks before a title
_PIECE = 8  # a unit or a verb, cited apart from its sentence
_AFTER_TITLE = compiled(r"[》*#\s]*(?:的?(?:汇报|报告|情况|问题|事宜|议题|请示|说明))*(?:\([^()]*\))?[。:;,*#\s]*")
_BALLOT = compiled(r"(?:表决|票决|投票)(?:结果|情况)?[:为]?(?:[^。;\d]{0,12}\d+票[,、;]?)+[。;]?[^。;]{0,40}[。;]?$")


def sources_of(citations: Iterable[Citation]) -> list[Source]:
    """Return the sources that citations make up: one for each quote.

    What stands outside any item (head, attendance) may prove a clause together with a quote of its own document, and a
    heading together with a quote of its own item; two quotes, two items, or two documents never prove one together.
    """
    cited = list(citations)
    frames = [citation for citation in cited if citation.item is None or _is_heading(citation)]
    frames += _votes(cited)
    single = [citation for citation in cited if citation not in frames]
    sources = []
    for citation in single:
        around = [frame for frame in frames if _frames(frame, citation)]
        sources.append(_source([*around, citation]))
    alone = [frame for frame in frames if not any(_frames(frame, other) for other in single)]
    groups: dict[tuple[str, str | None], list[Citation]] = {}
    for frame in alone:
        groups.setdefault((frame.document_id, frame.item), []).append(frame)
    return [*sources, *map(_source, groups.values())]


def _is_heading(citation: Citation) -> bool:
    """Tell whether a citation is the heading of its item, opens a list (会议要求甲开发区:), or is a piece of a line."""
    title = fold(citation.item_title or "")
    quote = fold(citation.quote).rstrip("\n")
    if quote.endswith(":") or (len(quote) <= _PIECE and not quote.endswith(("。", ";"))) or is_head(citation.quote):
        return True
    if not title:
        return False
    before, found, after = quote.partition(title)
    return bool(found) and len(before) <= _HEADING and bool(_AFTER_TITLE.fullmatch(after))


def _votes(cited: Sequence[Citation]) -> list[Citation]:
    """Return the counts of votes that stand alone in their item: they and its verdict are one event."""
    counted = [citation for citation in cited if citation.item is not None and _BALLOT.match(fold(citation.quote))]
    items = [(citation.document_id, citation.item) for citation in counted]
    return [citation for citation, item in zip(counted, items, strict=True) if items.count(item) == 1]


def _frames(one: Citation, other: Citation) -> bool:
    """Tell whether a citation stands around another: the head of its document, the heading of its item."""
    return one.document_id == other.document_id and one.item in (None, other.item)


def _source(citations: Sequence[Citation]) -> Source:
    """Return the source that citations make up together."""
    titles = dict.fromkeys(citation.item_title for citation in citations if citation.item_title)
    lines = [line for citation in citations for line in citation.stamp.split("\n") if line not in titles]
    quotes = "\n\n".join(citation.quote for citation in citations)
    return Source(quotes, "\n".join(dict.fromkeys(lines)), "\n".join(titles))
