"""The contents of a document beside its text: sections, items and points, each a jump, the one being read marked."""

from __future__ import annotations

from pipeline.interface.language import say
from pipeline.interface.wording import escape, heading
from pipeline.minutes import Document, Item, Point

MOST_ENTRIES = 600
"""Items listed; a document with more is read by its text."""
POINT_SHOWN = 30
"""Characters by which a point is known again."""


def render_outline(document: Document, *, at: int | None = None) -> str:
    """Return the contents as a tree that unfolds at the item being read; nothing where there are no items.

    Args:
        document: the document that is read.
        at: the code point being read.
    """
    if not document.items:
        return ""
    here = document.item_at(at) if at is not None else None
    titles = {section.label: heading(section.label, section.title) for section in document.sections}
    rows, section = [], None
    for item in document.items[:MOST_ENTRIES]:
        if item.section != section and titles.get(item.section):
            rows.append(f'<li class="part">{escape(titles[item.section])}</li>')
        section = item.section
        rows.append(_item(item, document.text, here=item is here))
    counted = say("{n} 项", n=len(document.items))
    points = sum(len(item.points) for item in document.items)
    if points:
        counted += " · " + say("{n} 条", n=points)
    return (
        f'<details class="outline"><summary>{say("目录")}<small>{counted}</small></summary>'
        f'<nav aria-label="{say("目录")}"><ol>{"".join(rows)}</ol></nav></details>'
    )


def _item(item: Item, text: str, *, here: bool) -> str:
    """Return one item with its points; only the one being read is unfolded."""
    link = _jump(item.start, heading(item.label, item.title), current=here)
    if not item.points:
        return f"<li>{link}</li>"
    points = "".join(f"<li>{_jump(_line_start(text, point.start), _named(point))}</li>" for point in item.points)
    unfolded = " open" if here else ""
    label = say("{n} 条", n=len(item.points))
    return f"<li>{link}<details{unfolded}><summary>{label}</summary><ol>{points}</ol></details></li>"


def _named(point: Point) -> str:
    """Return a point's label and its first words."""
    line = " ".join(point.text.split())
    words = line if len(line) <= POINT_SHOWN else line[:POINT_SHOWN] + "…"
    return f"{point.label} {words}" if point.label else words


def _line_start(text: str, place: int) -> int:
    """Return where the words of the line begin that holds a place: a point starts after its own label.

    >>> _line_start("会议明确：\\n  1.抓紧落实", 10)
    8
    """
    start = text.rfind("\n", 0, place) + 1
    return start + len(text[start:place]) - len(text[start:place].lstrip())


def _jump(place: int, words: str, *, current: bool = False) -> str:
    """Return a link that jumps to a place of the text."""
    mark = ' aria-current="location"' if current else ""
    return f'<a href="#place-{place}" data-jump="place-{place}"{mark}>{escape(words)}</a>'
