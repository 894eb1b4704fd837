"""Which row of which table a question means: the one whose own words it says, where no sentence says them as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.documents.text.grids import grids_of
from pipeline.generation.extractive.evidence import Terms, terms_of
from pipeline.generation.extractive.tables.columns import bare, held_by
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.documents.text.grids import Grid, Row
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

WHOLE = 0.8
"""Share of a question's words that a row, its heads, its table's name and its document's must hold."""
OWN = 0.6
"""Share of what its context does not say that the cell which names a row must hold."""
APART = 0.08
"""How much less another row must hold not to be meant as well."""
FITS = 0.75
"""Share of a question's words that a table's name, its heads and its document's name must hold."""
TOTAL = compiled(r"[合总共小]\s*计(?:金额|数|人数)?|总额|总金额")
"""What stands in the row that sums a table up."""
_MEASURES = compiled(r"(?:具体|主要|工作|推进|落实|整改)*(?:措施|举措|内容|要求|做法)")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document: what its columns hold, which of them name its rows, and in whose context it stands."""

    source: Source
    grid: Grid
    keys: tuple[int, ...]
    context: str

    @property
    def title(self) -> str:
        """The line above it that names it, or nothing."""
        return self.source.document.quote(self.grid.title) if self.grid.title else ""

    @property
    def matter(self) -> str:
        """The title of the item in which it stands, or nothing."""
        item = self.source.document.item_at(self.grid.span.start)
        return item.title if item else ""

    @property
    def rows(self) -> list[Row]:
        """Its rows, without those that sum it up."""
        return [row for row in self.grid.rows if not is_total(row)]

    def name_of(self, row: Row) -> str:
        """Return what to call a row: the cell that names it; of a task and its measure, the measure."""
        return next((cell.text for place in reversed(self.keys) if (cell := row.cells[place].said).text), "")

    def wording(self, row: Row) -> str:
        """Return all that the cells of a row say."""
        return " ".join(cell.said.text for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Meant:
    """The rows of one table that a question means."""

    table: Table
    rows: tuple[Row, ...]


def is_total(row: Row) -> bool:
    """Tell whether a row sums up those above it."""
    return any(TOTAL.fullmatch(cell.text.strip()) for cell in row.cells[:2])


def tables_of(source: Source) -> list[Table]:
    """Return the tables of a document."""
    document, entry = source.document, source.entry
    names = (entry.name, document.title, source.meeting, entry.issuing_body, entry.file, entry.date)
    found = []
    for grid in grids_of(document.text):
        item = document.item_at(grid.span.start)
        title = document.quote(grid.title) if grid.title else ""
        context = " ".join(filter(None, (*names, item.title if item else "", title, *grid.heads)))
        found.append(Table(source, grid, _keys(grid.heads), context))
    return found


def _keys(heads: Sequence[str]) -> tuple[int, ...]:
    """Return the columns that name a row: the first of what it is about, and the measures beside it."""
    named = [place for place, kind in enumerate(held_by(heads)) if kind == "name"]
    if not named:
        named = [place for place, kind in enumerate(held_by(heads)) if kind != "label"][:1]
    first, *others = named
    return (first, *(place for place in others if _MEASURES.fullmatch(bare(heads[place]))))


def meant(sources: Sequence[Source], terms: Terms, *, said: str = "") -> Meant | None:
    """Return the rows that a question means, `None` where it means none, or those of several tables.

    Args:
        sources: the documents opened for it.
        terms: the words of its topic.
        said: its wording; a table that it speaks of is meant though sentences elsewhere hold its words too.
    """
    terms = telling(terms)
    if not terms.total:
        return None
    every = [(table, row) for source in sources for table in tables_of(source) for row in table.rows]
    scored = [(_own(table, row, terms), table, row) for table, row in every]
    scored = [one for one in scored if one[0] >= OWN and _whole(one[1], one[2], terms) >= WHOLE]
    if not scored:
        return None
    top = max(own for own, _, _ in scored)
    best = [(table, row) for own, table, row in scored if own >= top - APART]
    table = best[0][0]
    if any(other.grid is not table.grid for other, _ in best):
        return None
    if not _SPEAKS_OF_TABLE.search(said) and _told_beside(table, best[0][1], terms):
        return None
    return Meant(table, tuple(row for _, row in best))


def fits(composing: Composing, table: Table, *, without: str = "") -> bool:
    """Tell whether the name, the heads and the document of a table hold what a question names.

    Args:
        composing: the question on its way.
        table: the table.
        without: words of the question that are looked for elsewhere.
    """
    question = composing.question
    names = [name for name in map(fold, without.split()) if name]
    terms = telling(composing.terms)
    left = Terms(
        {
            term: weight
            for term, weight in terms.weights.items()
            if not any(name in term or term in name for name in names)
        }
    )
    if not left.total:
        return question.scope.named
    return left.coverage(table.context, credit=1.0) >= FITS


_POINTS = compiled(
    r"表[里中内上].?|用[来于]|拿来|[后前里下上]面|[后前]头|[那这][张份]|所?附(?:的|上)?|附[表件]|列(?:了|出|入|的)?|表格?"
)
"""Words that point at a table, or ask, and name nothing."""


def telling(terms: Terms) -> Terms:
    """Return words without those that point at a table or ask."""
    return Terms({term: weight for term, weight in terms.weights.items() if not _POINTS.fullmatch(term)})


def cells_named(table: Table, row: Row, text: str) -> list[tuple[int, str]]:
    """Return the units and people of a row that a text names, each with its column."""
    holds = held_by(table.grid.heads)
    who = [place for place, kind in enumerate(holds) if kind in ("lead", "support", "person")]
    return [(place, name) for place in who for name in names_of(row.cells[place].said.text, text)]


def names_in(table: Table, row: Row, text: str) -> list[str]:
    """Return the units and people of a row that a text names."""
    return [name for _, name in cells_named(table, row, text)]


def names_of(cell: str, text: str) -> list[str]:
    """Return the names of a cell that a text has, also without the level before a unit's name."""
    names = [name for name in _PIECES.split(cell) if len(name) > 1 and not name.startswith("各")]
    return [name for name in names if name in text or (len(name) > 3 and _LEVEL.sub("", name) in text)]


_PIECES = compiled(r"[、，,；;/\s\u3000（）()]+")
_LEVEL = compiled(r"^[省市县区镇乡街局]")


def named_in(table: Table, wording: str) -> Row | None:
    """Return the one row of a table that a wording names, or `None`."""
    terms = terms_of((wording,))
    scored = [(terms.coverage(_key(table, row)), row) for row in table.rows] if terms.weights else []
    top = max((score for score, _ in scored), default=0.0)
    best = [row for score, row in scored if score >= top - APART]
    return best[0] if top >= WHOLE and len(best) == 1 else None


_SPEAKS_OF_TABLE = compiled(r"表(?![示决彰明态现达率演扬])|清单|台账|分解|分工")


def _own(table: Table, row: Row, terms: Terms) -> float:
    """Return how much of a topic the cells that name a row hold, of what its table's name does not say anyway."""
    held = _held(terms, _key(table, row), table, row)
    around = terms.shares(f"{table.context} {table.wording(row)}")
    said = sum(weight for term, weight in terms.weights.items() if term in held or around.get(term, 0) < 1)
    got = sum(weight * held.get(term, 0.0) for term, weight in terms.weights.items())
    return got / said if said else 0.0


def _held(terms: Terms, wording: str, table: Table, row: Row) -> dict[str, float]:
    """Return the words that a wording holds; one that was cut wrongly counts where the name of the row is in it."""
    names = [fold(cell) for place in table.keys if len(cell := row.cells[place].said.text) > 1]
    return terms.shares(wording) | {term: 1.0 for term in terms.weights if any(name in term for name in names)}


def _key(table: Table, row: Row) -> str:
    return " ".join(row.cells[place].said.text for place in table.keys)


def _whole(table: Table, row: Row, terms: Terms) -> float:
    held = terms.shares(table.context)
    for term, share in _held(terms, table.wording(row), table, row).items():
        held[term] = max(share, held.get(term, 0.0))
    return sum(weight * held.get(term, 0.0) for term, weight in terms.weights.items()) / terms.total


def _told_beside(table: Table, row: Row, terms: Terms) -> bool:
    """Tell whether a sentence outside of tables holds all words by which a question names a row."""
    document = table.source.document
    held, around = _held(terms, _key(table, row), table, row), terms.shares(table.context)
    telling = {term: weight for term, weight in terms.weights.items() if term in held and term not in around}
    named = Terms(telling or {term: terms.weights[term] for term in held})
    least = named.coverage(_key(table, row))
    spans = [grid.span for grid in grids_of(document.text)]
    beside = [
        one.group() for one in _SENTENCE.finditer(document.text) if not any(one.start() in span for span in spans)
    ]
    if not least:
        return any(fold(table.name_of(row)) in fold(one) for one in beside)
    return any(named.coverage(one) >= least for one in beside)


_SENTENCE = compiled(r"[^。；\n]{12,}")
