"""Whether a matter of one meeting comes before another one: one notion for answers, the ledger and dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pipeline.generation.matter_names import HELD, likeness
from pipeline.generation.places import NUMBERED, mark_of_series, of_one_place, place_of, places_of

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

Bond = Literal["one_place", "perhaps", "apart"]
"""Whether two papers are of one place; `perhaps` where one of them does not say of which it is: 市政府第9次常务会议."""
House = tuple[str | None, str | None, str, frozenset[str]]


def house_of(entry: Entry) -> House:
    """Return all of an entry on which a bond hangs: the papers of one body mostly have the same."""
    meeting = None if entry.issuing_body else NUMBERED.split(entry.meeting_name or "")[0]
    return entry.issuing_body, meeting, mark_of_series(entry.document_number), frozenset(places_of(entry))


def bond(one: Entry, other: Entry) -> Bond:
    """Return whether two papers are of one place."""
    if of_one_place(one, other):
        return "one_place"
    return "apart" if places_of(one) and places_of(other) else "perhaps"


def continued(name: str, one: Entry, called: str, other: Entry, *, bound: Bond | None = None) -> float:
    """Return how much a matter of one paper is that of an item of another, 0 where it is not (see `likeness`).

    Each city has its 城东水厂: papers of two places are never of one matter, and those of which one does not say whose
    it is only where one name holds the other.

    Args:
        name: the name of a matter in a paper, as `lasting_name` gives it.
        one: the entry of that paper.
        called: the name of an item in another one.
        other: the entry of that one.
        bound: the bond of the two papers, where it is known already.
    """
    if not name or not called:
        return 0.0
    bound = bound or bond(one, other)
    if bound == "apart":
        return 0.0
    alike = likeness(name, called, place=place_of(one) if bound == "one_place" else "")
    return alike if bound == "one_place" or alike >= HELD else 0.0
