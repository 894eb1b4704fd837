"""Where a long text may be cut: between paragraphs, else after a sentence, else anywhere; edges lose their blanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.minutes import Span
from pipeline.patterns import compiled

_SENTENCE = compiled(r"[^。！？；!?;]*[。！？；!?;]+[”’」』）)\"']*|[^。！？；!?;]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is not to be cut, with the labels of the points in it."""

    span: Span
    labels: tuple[str, ...]


def stripped(text: str, span: Span) -> Span | None:
    """Return a span without blanks at its edges, or `None` where nothing else is in it.

    >>> stripped(" 会议 ", Span(0, 4))
    Span(start=1, end=3)
    """
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    end = span.end - (len(piece) - len(piece.rstrip()))
    return Span(start, end) if start < end else None


def around(span: Span, taken: Iterable[Span]) -> list[Span]:
    """Return what is left of a span when others are taken out of it.

    >>> around(Span(0, 10), [Span(2, 4)])
    [Span(start=0, end=2), Span(start=4, end=10)]
    """
    free = []
    reached = span.start
    for other in sorted(taken, key=lambda other: (other.start, other.end)):
        if other.start >= span.end:
            break
        if other.start > reached:
            free.append(Span(reached, other.start))
        reached = max(reached, other.end)
    if reached < span.end:
        free.append(Span(reached, span.end))
    return free


def prose(text: str, span: Span, *, limit: int) -> list[Span]:
    """Return a stretch of prose as pieces of at most `limit` characters, without blanks at their edges."""
    pieces = [Piece(part, ()) for part in _lines(text, span, limit)]
    spans = (stripped(text, piece.span) for piece in pack(pieces, limit=limit))
    return [piece for piece in spans if piece is not None]


def pack(pieces: Iterable[Piece], *, limit: int) -> list[Piece]:
    """Return neighbours joined as long as they fit; a piece that is longer than the limit stays whole.

    >>> pieces = [Piece(Span(0, 4), ()), Piece(Span(4, 9), ()), Piece(Span(9, 12), ())]
    >>> [piece.span.end for piece in pack(pieces, limit=9)]
    [9, 12]
    """
    packed: list[Piece] = []
    for piece in pieces:
        if packed and piece.span.end - packed[-1].span.start <= limit:
            last = packed[-1]
            packed[-1] = Piece(Span(last.span.start, piece.span.end), last.labels + piece.labels)
        else:
            packed.append(piece)
    return packed


def _lines(text: str, span: Span, limit: int) -> Iterator[Span]:
    """Yield the lines of a span, and the sentences of a line that is too long."""
    start = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        if len(line.strip()) <= limit:
            if line.strip():
                yield Span(start, start + len(line.rstrip()))
        else:
            yield from _sentences(line, start, limit)
        start += len(line)


def _sentences(line: str, offset: int, limit: int) -> Sequence[Span]:
    """Return the sentences of a line; one that is longer than the limit is cut at the limit."""
    return [
        Span(offset + start, offset + min(start + limit, match.end()))
        for match in _SENTENCE.finditer(line)
        for start in range(match.start(), match.end(), limit)
    ]
