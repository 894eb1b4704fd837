"""Marks on what an earlier meeting of a dossier fixed and a later one changed: a day, a lead, a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.continuing import bond
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.several.returned import put_in_its_place
from pipeline.generation.wording import date_words

if TYPE_CHECKING:
    from pipeline.generation.summary.chapters import Chapter


def changed_later(chapter: Chapter, told: Sequence[str], chapters: Sequence[Chapter]) -> Iterator[str]:
    """Yield a mark for each later meeting that put something else in the place of what a chapter tells.

    Args:
        chapter: what one paper says of the matter.
        told: its sentences.
        chapters: all chapters of the dossier.
    """
    date = chapter.entry.date
    if not date or date.startswith("-"):
        return
    said = "，".join(told)
    for later in chapters:
        after = later.entry.date
        if later.item is None or not after or after <= date or bond(chapter.entry, later.entry) == "apart":
            continue
        source = Source(later.entry, later.source.document)
        places = put_in_its_place(said, source, later.item)
        if any(place.overlaps(own.span) for place in places for own in later.places):
            item = f"第{later.item.label}项" if later.item.label else ""
            yield f"其后有变，见{date_words(after)}{one_line(source.meeting)}{item}"
