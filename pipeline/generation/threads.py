"""One thread of a matter from meeting to meeting, for answers, dossiers and the ledger: by all names that it had."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.continuing import Bond, House, bond, continued, house_of
from pipeline.generation.former_names import other_names
from pipeline.generation.matter_names import lasting_name, matter_name, same_matter, shared_pieces
from pipeline.generation.places import places_of

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item
    from pipeline.retrieval.catalogue import Entry

FEW = 40
"""A stretch that more titles share tells no matter: 老旧小区, 污水处理."""
BORNE = 5
"""Characters from which on a name that a matter has beside its title tells it in another title."""
ROUNDS = 3
"""So often the names that were found are looked for in turn."""


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """An item of one paper as a thread sees it; `also` are the names that it gives its matter beside the title."""

    entry: Entry
    title: str
    start: int
    said: Callable[[], str]
    also: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """Which item it is: the id of its paper, and where it starts."""
        return self.entry.document_id, self.start

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its matter, that of the title first; none of what every meeting has."""
        own = lasting_name(self.title)
        return (own, *(matter_name(one) for one in self.also)) if own else ()


def strand_of(entry: Entry, document: Document, item: Item) -> Strand:
    """Return an item of a document as a strand."""
    said = document.quote(item.span)
    title = one_line(item.title)
    return Strand(entry, title, item.start, lambda: said, tuple(other_names(title, said)))


class Threads:
    """The items of some papers by the names of their matters.

    Args:
        strands: the items, each once.
    """

    def __init__(self, strands: Iterable[Strand]) -> None:
        self._called: dict[str, list[Strand]] = {}
        for strand in strands:
            for name in dict.fromkeys(strand.names):
                self._called.setdefault(name, []).append(strand)
        self._pieces: dict[str, list[str]] = {}
        for name in self._called:
            for piece in shared_pieces(name):
                self._pieces.setdefault(piece, []).append(name)
        self._houses: dict[str, House] = {}
        self._bonds: dict[tuple[House, House], Bond] = {}
        self._nearby: dict[str, list[str]] = {}

    def through(self, seeds: Sequence[Strand]) -> list[Strand]:
        """Return the items of the matter of some, these first, each once.

        A name that only resembles that of the matter leads no further; one that the matter bore before, or bears since,
        leads on to the items that are called like it.
        """
        held = {seed.key: seed for seed in seeds}
        names = [(seed, name) for seed in held.values() for name in seed.names]
        for one, name in names:
            for called in self.near(name):
                for other in self._called[called]:
                    if other.key in held or not self.runs_on(one, name, other, called):
                        continue
                    held[other.key] = other
                    renamed = name != one.names[0] or called != other.names[0]
                    names += [(other, each) for each in (other.names if renamed else other.names[1:])]
        return list(held.values())

    def near(self, name: str) -> list[str]:
        """Return the names that may be of one matter with a name: they hold it, or share a stretch that tells."""
        if name not in self._nearby:
            near: set[str] = set()
            for piece in shared_pieces(name) if name else ():
                others = self._pieces.get(piece, ())
                near.update(others if len(others) <= FEW else (one for one in others if same_matter(name, one)))
            self._nearby[name] = sorted(near)
        return self._nearby[name]

    def called(self, name: str) -> list[Strand]:
        """Return the items of a name."""
        return self._called.get(name, [])

    def runs_on(self, one: Strand, name: str, other: Strand, called: str) -> bool:
        """Tell whether the matter of an item of one paper, by a name of it, is that of an item of another paper.

        A name that it has beside its title is enough where one of the items names the place of the other paper.
        """
        if one.entry.document_id == other.entry.document_id:
            return False
        bound = self.bond(one.entry, other.entry)
        borne = name != one.names[0] or called != other.names[0]
        if bound == "apart":
            alike = continued(name, one.entry, called, other.entry, bound="one_place" if borne else "perhaps")
            if not (alike or (borne and _bears(name, called))) or len(self.near(name)) > FEW:
                return False
            return names_place(one, other.entry) or names_place(other, one.entry)
        if continued(name, one.entry, called, other.entry, bound=bound):
            return True
        return borne and bound == "one_place" and _bears(name, called)

    def bond(self, one: Entry, other: Entry) -> Bond:
        """Return whether two papers are of one place."""
        houses = self._house(one), self._house(other)
        if houses not in self._bonds:
            self._bonds[houses] = bond(one, other)
        return self._bonds[houses]

    def _house(self, entry: Entry) -> House:
        if entry.document_id not in self._houses:
            self._houses[entry.document_id] = house_of(entry)
        return self._houses[entry.document_id]


def _bears(one: str, other: str) -> bool:
    """Tell whether one name holds the other, a short one too: 湖滨客运站, 湖滨客运站新建项目."""
    short, long = sorted((one, other), key=len)
    return len(short) >= BORNE and short in long


def names_place(strand: Strand, entry: Entry) -> bool:
    """Tell whether an item names the place of a paper: a town in the minutes of its county."""
    return any(place in strand.said() for place in places_of(entry))


def followed(seeds: Sequence[Strand], look: Callable[[Sequence[str]], Iterable[Strand]]) -> list[Strand]:
    """Return the items of the matter of some, with those to which a search by its names leads, these first.

    Args:
        seeds: items that are known to be of the matter.
        look: finds items by names; what it finds may be of any matter.
    """
    found, pool, asked = list(seeds), {seed.key: seed for seed in seeds}, dict[str, None]()
    for _ in range(ROUNDS):
        new = [name for name in dict.fromkeys(name for one in found for name in one.names) if name not in asked]
        if not new:
            break
        asked.update(dict.fromkeys(new))
        pool |= {one.key: one for one in look(new) if one.key not in pool}
        found = Threads(pool.values()).through(seeds)
    return found
