"""What a summary covers and whether it keeps to the text: nothing dropped, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from pipeline.documents.matters.numbering import MISSING, TWICE
from pipeline.generation.checking.reading.amounts import amounts, dates
from pipeline.generation.checking.reading.fold import TITLE, fold, without_titles
from pipeline.generation.checking.reading.parties import people, units
from pipeline.generation.checking.reading.verdicts import verdicts
from pipeline.generation.cite import Statement
from pipeline.generation.columns import one_line
from pipeline.minutes import Document, Item, Point, as_json
from pipeline.patterns import compiled

Measure = Literal["numbers", "dates", "units", "names", "verdicts"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

_FIGURE = compiled(r"\d+(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many items, points and other matters of the text are told, each as (done, of), and which are not.

    Of what was read alone: `doubts` says where the numbers of the items show that something may not have been.
    """

    items: tuple[int, int] = (0, 0)
    points: tuple[int, int] = (0, 0)
    other_matters: tuple[int, int] = (0, 0)
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the coverage as the public interface has it."""
        tree: dict[str, Any] = as_json(self)
        return tree


@dataclass(frozen=True, slots=True)
class Checked:
    """How many facts of a kind were looked up, and the wording of those that the quotes do not state."""

    checked: int = 0
    invented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What the sentences state beside what their quotes state, by kind of fact."""

    numbers: Checked = field(default_factory=Checked)
    dates: Checked = field(default_factory=Checked)
    units: Checked = field(default_factory=Checked)
    names: Checked = field(default_factory=Checked)
    verdicts: Checked = field(default_factory=Checked)

    def to_json(self) -> dict[str, Any]:
        """Return the fidelity as the public interface has it."""
        tree: dict[str, Any] = as_json(self)
        return tree


def untold(point: Point, text: str) -> list[str]:
    """Return what a sentence lacks to tell a point: figures, units that lead or support, the deadline, any action.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> untold(EXAMPLE_MINUTES.items[0].points[0], "由市城管局牵头。")
    ['6', '6月底前']
    """
    said = one_line(text)
    wording = one_line(point.text)
    lacking = [figure for figure in dict.fromkeys(_FIGURE.findall(wording)) if figure not in _FIGURE.findall(said)]
    lacking += [
        unit
        for unit in point.lead_units + point.support_units
        if one_line(unit) in wording and one_line(unit) not in said
    ]
    if point.deadline and one_line(point.deadline.text) not in said:
        lacking.append(point.deadline.text)
    if not re.search(r"[\u4e00-\u9fff]{2}", said):
        lacking.append("行动")
    return lacking


def coverage(document: Document, *, items: Iterable[int], points: Iterable[int], matters: Iterable[int]) -> Coverage:
    """Return what is covered, by the starts of the items, points and other matters that are told."""
    told_items, told_points, told_matters = set(items), set(points), set(matters)
    all_points = [(item, point) for item in document.items for point in item.points]
    missing = [f"{_item_words(document, item)}" for item in document.items if item.start not in told_items]
    missing += [
        f"{_item_words(document, item)}第{position}条"
        for item in document.items
        for position, point in enumerate(item.points, start=1)
        if point.start not in told_points
    ]
    missing += [matter.title for matter in document.other_matters if matter.start not in told_matters]
    return Coverage(
        items=_count(told_items, [item.start for item in document.items]),
        points=_count(told_points, [point.start for _, point in all_points]),
        other_matters=_count(told_matters, [matter.start for matter in document.other_matters]),
        missing=tuple(missing),
        doubts=tuple(notice.message for notice in document.notices if notice.code in (MISSING, TWICE)),
    )


def _count(told: set[int], of: Sequence[int]) -> tuple[int, int]:
    """Return how many are told, and of how many."""
    return sum(1 for start in of if start in told), len(of)


def _item_words(document: Document, item: Item) -> str:
    """Return how an item is called in a list: its noun with its label, or its title."""
    noun = "问题" if document.kind == "rectification" else "议题"
    return f"{noun}{item.label}" if item.label else one_line(item.title)


_KINDS: dict[str, Measure] = {
    "number": "numbers",
    "bound": "numbers",
    "date": "dates",
    "unit": "units",
    "person": "names",
    "post": "names",
    "part": "names",
    "title": "names",
    "document_number": "names",
    "verdict": "verdicts",
}
"""Which measure a kind of problem counts for; a lost condition or modifier flags its sentence and counts for none."""


def fidelity(statements: Sequence[Statement]) -> Fidelity:
    """Count the facts of checked sentences by kind, and list those that their quotes do not state."""
    checked = dict.fromkeys(MEASURES, 0)
    invented: dict[Measure, list[str]] = {measure: [] for measure in MEASURES}
    for statement in statements:
        folded = fold(statement.text)
        checked["numbers"] += len(amounts(without_titles(folded)))
        checked["dates"] += len(dates(without_titles(folded)))
        checked["units"] += len(units(folded))
        checked["names"] += len(people(folded)) + len(TITLE.findall(folded))
        checked["verdicts"] += len(verdicts(folded))
        for problem in statement.problems:
            if problem.kind in _KINDS:
                invented[_KINDS[problem.kind]].append(problem.text)
    return Fidelity(**{name: Checked(checked[name], tuple(dict.fromkeys(invented[name]))) for name in MEASURES})
