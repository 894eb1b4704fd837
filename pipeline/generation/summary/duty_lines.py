"""Lines below decisions on who is to act and by when (责任领导：…；责任单位：…；完成时限：…), told whole and once."""

from __future__ import annotations

import itertools

from pipeline.generation.columns import one_line
from pipeline.generation.duty_labels import RESPONSIBLE, labels_apart
from pipeline.generation.extractive.stretches import trim
from pipeline.generation.summary.rows import has_bar, line_of
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Document, Item, Point, Span
from pipeline.patterns import compiled

_LABELLED = compiled(rf"[ \t\u3000]*[（(【〔\[]?{RESPONSIBLE}")
_EMPTY = compiled(rf"；?{RESPONSIBLE}[—－/、-]+(?=；|$)")
_OF_POINTS = compiled(r"第[（(]?[一二三四五六七八九十\d]+[)）]?[条项点]")
_WIDE = str.maketrans({":": "：", ",": "，", ";": "；"})
_EDGES = " \t\u3000\n。；;，,（()）【】〔〕[]"


def duty_line(document: Document, of: Point) -> Span | None:
    """Return the labelled lines outside a point from which its units or its deadline were taken, or `None`.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲局局务会纪要\\n一、关于乙园\\n由丙科6月底前修缮围墙。\\n责任领导：丁明；责任单位：丙科、戊科\\n"
    >>> document = parse_text(body)
    >>> line = duty_line(document, document.items[0].points[0])
    >>> line and document.quote(line)
    '责任领导：丁明；责任单位：丙科、戊科'
    """
    places = [span for name, span in of.spans.items() if name.startswith(("lead_", "support_", "deadline"))]
    for span in sorted(places, key=lambda place: place.start):
        line = line_of(document.text, span.start)
        if line.overlaps(of.span):
            continue
        if _is_labelled(document, line) and not _OF_POINTS.search(document.quote(line)):  # each point has its own
            return _with_neighbours(document, line, of)
    return None


def is_shared(document: Document, item: Item, line: Span) -> bool:
    """Tell whether the units or deadlines of several points of an item stand in a labelled line."""
    theirs = (of for of in item.points if (own := duty_line(document, of)) and own.overlaps(line))
    return len(list(itertools.islice(theirs, 2))) > 1


def line_words(document: Document, line: Span) -> str:
    """Return a labelled line as a sentence without its full stop."""
    return _EMPTY.sub("", one_line_each(labels_apart(document.quote(line))).translate(_WIDE)).strip(_EDGES)


def one_line_each(wording: str) -> str:
    """Return labelled lines as one, a semicolon between two of them."""
    return "；".join(one_line(line).strip(_EDGES) for line in wording.splitlines() if line.strip(_EDGES))


def duty_sentences(source: Source, item: Item, *, besides: tuple[Point, ...] = ()) -> list[Told]:
    """Return the labelled lines of an item that go on several of its points or on a verdict, each as a sentence.

    Args:
        source: the document.
        item: the item.
        besides: the points that a sentence of their own tells; a line on one of these alone goes with it.
    """
    found: dict[Span, list[Point]] = {}
    for of in item.points:
        if line := duty_line(source.document, of):
            found.setdefault(line, []).append(of)
    told = list(besides)
    return [
        source.tell(f"{line_words(source.document, line)}。", [line], covers=[item.start, *(of.start for of in points)])
        for line, points in found.items()
        if len(points) > 1 or points[0] not in told
    ]


def _is_labelled(document: Document, line: Span) -> bool:
    """Tell whether a line opens with the label of who is to act, and is no row of a table."""
    wording = document.quote(line)
    return bool(_LABELLED.match(wording)) and not has_bar(wording.strip())


def _with_neighbours(document: Document, line: Span, of: Point) -> Span:
    """Return a labelled line with those right above and below it that are labelled as well, outside a point."""
    start, end = line.start, line.end
    while start > 0:
        above = line_of(document.text, start - 1)
        if above.overlaps(of.span) or not _is_labelled(document, above):
            break
        start = above.start
    while end < len(document.text):
        below = line_of(document.text, end + 1)
        if below.overlaps(of.span) or not _is_labelled(document, below):
            break
        end = below.end
    return trim(document.text, Span(start, end))
