"""Marks on what an earlier meeting of a dossier fixed and a later one changed: a day, a lead, a sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.continuing import bond
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.several.returned import put_in_its_place
from pipeline.generation.summary.restated import figures_told, restated
from pipeline.generation.wording import date_words

if TYPE_CHECKING:
    from pipeline.generation.summary.chapters import Chapter

Key = tuple[str, int]


def changed_later(chapter: Chapter, told: Mapping[Key, Sequence[str]], chapters: Sequence[Chapter]) -> Iterator[str]:
    """Yield a mark for each later meeting that put something else in the place of what a chapter tells.

    Where it puts nothing in its place in so many words, but tells the sum or the day of the same matter otherwise, the
    mark tells that.

    Args:
        chapter: what one paper says of the matter.
        told: the sentences of each chapter.
        chapters: all chapters of the dossier.
    """
    date = chapter.entry.date
    if not date or date.startswith("-"):
        return
    said = "".join(told[chapter.key])
    seen = set[tuple[str, str]]()
    for later in chapters:
        after = later.entry.date
        if later.item is None or not after or after <= date or not _of_one_matter(chapter, later):
            continue
        source = Source(later.entry, later.source.document)
        places = put_in_its_place(said, source, later.item)
        where = f"{date_words(after)}{one_line(source.meeting)}{f'第{later.item.label}项' if later.item.label else ''}"
        if any(place.overlaps(own.span) for place in places for own in later.places):
            yield f"其后有变，见{where}"
        elif later.key in chapter.thread and (anew := restated(said, "".join(told[later.key]), but=seen)):
            yield f"其后所载不同，{where}：{'，'.join(f'{word}{value}' for word, value in anew.items())}"
        seen |= set(figures_told("".join(told[later.key])).items()) if later.key in chapter.thread else set()


def _of_one_matter(chapter: Chapter, later: Chapter) -> bool:
    """Tell whether two chapters may be of one matter: of one thread, or of bodies that are not of two places."""
    return later.key in chapter.thread or bond(chapter.entry, later.entry) != "apart"
