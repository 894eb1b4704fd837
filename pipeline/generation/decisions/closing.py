"""A time limit that closes a sentence is for all its orders: 甲区由甲公司施工，乙区由乙公司施工，10月底前完工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.documents.text.sentences import sentences
from pipeline.generation.decisions.order_cells import with_limits
from pipeline.minutes import Point
from pipeline.patterns import compiled

_TAG = compiled(r"\s*[(【〔\[][^()【】\n]{2,40}[)】〕\]]\s*")
"""A bracket by itself behind a sentence: …方案获批后再论证。【市文旅局】"""
_FORBIDS = compiled(r"不得|不[准再]|禁止|严禁")
_CLOSING = compiled(r"(?:^|[，,])(?:须|要|应|均|并|力争|确保|争取|务必|必须|于|在|原则上)*$")
_BY_THEN = compiled(r"[^，,。；;0-9由报送提印]{0,6}[。；;]?\s*$")


def due_together(point: Point, flat: str, parts: Sequence[Point]) -> Iterator[Point]:
    """Yield the orders of a point; those of one sentence that closes with a time limit and no more have that one.

    Args:
        point: the point, 「甲区由甲公司施工，乙区由乙公司施工，10月底前全部完工。」.
        flat: its wording, folded.
        parts: its orders.
    """
    bounds = [end for _, end in sentences_of(flat)]
    for part in parts:
        stop = next((end for end in bounds if end > part.start - point.start), len(flat)) + point.start
        last = next(other for other in reversed(parts) if other.start < stop)
        charges = bool(part.lead_units or part.lead_generic) and not _FORBIDS.search(part.text)
        own = part.end < stop and part.deadline is None and charges
        shared = last.spans.get("deadline") if own and last.end <= stop else None
        if last.deadline is None or shared is None or not last.start <= shared.start < shared.end <= last.end:
            yield part
            continue
        closes = only_by_when(flat[: stop - point.start], shared.start - point.start, shared.end - point.start)
        yield with_limits(part, [(last.deadline, shared)]) if closes else part


def only_by_when(wording: str, start: int, end: int) -> bool:
    """Tell whether a wording closes with a clause that says no more than by when, whose time limit stands there.

    >>> only_by_when("由甲局施工，6月底前完工。", 6, 10), only_by_when("由甲局起草，6月底前报市政府。", 6, 10)
    (True, False)
    """
    return _CLOSING.search(wording[:start]) is not None and _BY_THEN.match(wording, end) is not None


def sentences_of(flat: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a folded text, with the bracket behind it."""
    for first, end in sentences(flat, start):
        if first > start and _TAG.fullmatch(flat, first, end):
            continue
        tag = _TAG.match(flat, end)
        yield first, tag.end() if tag else end
