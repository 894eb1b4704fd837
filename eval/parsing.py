"""Holds the parser against invented documents with their expected records (`eval/data/parsing/`), field by field."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.metrics import Figure, figure

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item

BATCHES = Path(__file__).parent / "data" / "parsing"
SAME_TITLE = 0.6
"""How alike two titles are, at least, to be of one item; titles of bare resolutions may be cut in more than one way."""


FACTS = ("kind", "document_number", "meeting_number", "date", "chair", "recorder", "other_matters")
FIELDS = (*FACTS, "present", "absent", "observers", "presenter", "outcome", "next_step", "points", "lead_units")


@dataclass(frozen=True, slots=True)
class Score:
    """One field of one document: 1 where it is as expected, else 0, with what was found."""

    document: str
    field: str
    value: float
    got: str = ""
    wanted: str = ""

    @property
    def item(self) -> str:
        """The number of the item that the field belongs to, or ""."""
        return self.document.partition("#")[2]


def score_batch(folder: Path) -> list[Score]:
    """Parse the documents of a batch and score every field that its records state.

    Raises:
        DocumentError: a document cannot be read.
    """
    from pipeline.documents.parse import parse
    from pipeline.documents.read import read_file

    scores: list[Score] = []
    for record in sorted((folder / "expected").glob("*.json")):
        [path] = (folder / "docs").glob(f"{record.stem}.*")
        document = parse(read_file(path, max_bytes=10_000_000))
        scores += score(document, json.loads(record.read_text(encoding="utf-8")), name=record.stem)
    return scores


def score(document: Document, expected: Mapping[str, Any], *, name: str) -> list[Score]:
    """Score one document; a field under `unchecked` is left out."""
    left_out = _left_out(list(map(str, expected.get("unchecked", []))))
    found = [*_facts(document, expected, name), *_people(document, expected, name)]
    if ("items", "") not in left_out:
        found += _items(document, expected, name)
    return [
        one for one in found if not {(one.field.split(".")[-1], one.item), (one.field.split(".")[-1], "")} & left_out
    ]


def _left_out(unchecked: Sequence[str]) -> set[tuple[str, str]]:
    """Return the fields that no score counts, each with the item's number, or "" for the whole document.

    >>> sorted(_left_out(["chair", "next_step of items 2 and 6", "items: tasks or points"]))
    [('chair', ''), ('items', ''), ('next_step', '2'), ('next_step', '6')]
    """
    found: set[tuple[str, str]] = set()
    for entry in unchecked:
        if re.match(r"items(?::|$)", entry):
            found.add(("items", ""))
            continue
        named = [field for field in FIELDS if re.search(rf"\b{field}\b", entry)]
        numbers = [
            number for group in re.findall(r"\bitems? ([0-9, and]+)", entry) for number in re.findall(r"[0-9]+", group)
        ]
        found |= {(field, number) for field in named for number in (numbers or [""])}
    return found


def table(scores: Sequence[Score]) -> str:
    """Return the figures by field: share with its interval, resampled by document, and how many were checked."""
    by_field: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in scores:
        by_field[one.field][one.document.split("#")[0]].append(one.value)
    lines = [_line(field, figure(list(groups.values()))) for field, groups in sorted(by_field.items())]
    return "\n".join(lines)


def misses(scores: Sequence[Score]) -> str:
    """Return what was not as expected, one a line."""
    wrong = [one for one in scores if one.value < 1]
    return "\n".join(f"{one.document}  {one.field}：{one.got or '—'}  应为 {one.wanted or '—'}" for one in wrong)


def _line(field: str, share: Figure | None) -> str:
    if share is None:
        return f"{field:20} —"
    return f"{field:20} {100 * share.value:5.1f}  [{100 * share.low:.1f}–{100 * share.high:.1f}]  n={share.n}"


def _facts(document: Document, expected: Mapping[str, Any], name: str) -> Iterator[Score]:
    meeting = document.meeting
    got = {
        "kind": document.kind,
        "document_number": document.document_number,
        "meeting_number": meeting.number,
        "date": meeting.date or document.issued_date,
        "chair": meeting.chair,
        "recorder": document.attendance.recorder if document.attendance else None,
        "other_matters": len(document.other_matters),
    }
    for field, value in got.items():
        yield _same(name, field, value, expected.get(field))


def _people(document: Document, expected: Mapping[str, Any], name: str) -> Iterator[Score]:
    attendance = document.attendance
    for field in ("present", "absent"):
        people = getattr(attendance, field) if attendance else ()
        yield from _members(name, f"people.{field}", [person.name for person in people], expected.get(field) or [])
    observers = attendance.observers if attendance else ()
    wanted = [f"{unit or ''}{person}" for unit, person in expected.get("observers") or []]
    yield from _members(name, "people.observers", [f"{p.unit or ''}{p.name}" for p in observers], wanted)


def _items(document: Document, expected: Mapping[str, Any], name: str) -> Iterator[Score]:
    pairs, extra = _aligned(document.items, expected["items"])
    yield from (Score(name, "items.precision", 0.0, got=item.title) for item in extra)
    for record, item in pairs:
        yield Score(name, "items.recall", float(item is not None), wanted=str(record["title"]))
        if item is None:
            continue
        yield Score(name, "items.precision", 1.0)
        where = f"{name}#{record['number']}"
        presenter = item.presenter.name if item.presenter else None
        yield _same(where, "items.presenter", presenter, record["presenter_name"])
        outcomes = sorted({outcome.class_ for outcome in item.outcomes})
        yield _same(where, "items.outcome", outcomes, sorted(set(record["outcome_classes"])))
        step, wanted = item.next_step, record.get("next_step_contains")
        right = step is None if wanted is None else step is not None and _fold(wanted) in _fold(step)
        yield Score(where, "items.next_step", float(right), str(step or ""), str(wanted or ""))
        yield _same(where, "items.points", len(item.points), record["points"])
        lead = [unit for point in item.points for unit in point.lead_units]
        yield from _members(where, "items.lead_units", lead, record["lead_units"])


def _aligned(
    items: Sequence[Item], records: Sequence[Mapping[str, Any]]
) -> tuple[list[tuple[Mapping[str, Any], Item | None]], list[Item]]:
    """Pair each expected item with the first later item of a like title; return what is left over too."""
    left = list(items)
    pairs: list[tuple[Mapping[str, Any], Item | None]] = []
    for record in records:
        match = next((item for item in left if _alike(item.title, str(record["title"]))), None)
        if match:
            left.remove(match)
        pairs.append((record, match))
    return pairs, left


def _alike(first: str, second: str) -> bool:
    one, other = (re.sub(r"^关于|[《》]", "", _fold(title)) for title in (first, second))
    shorter, longer = sorted((one, other), key=len)
    return (len(shorter) >= 6 and shorter in longer) or SequenceMatcher(None, one, other).ratio() >= SAME_TITLE


def _members(name: str, field: str, got: Sequence[str], wanted: Sequence[str]) -> Iterator[Score]:
    """Score a set member by member: those wanted and found, those missed, those too many."""
    have, want = {_fold(one) for one in got}, {_fold(one) for one in wanted}
    for one in sorted(have | want):
        right = one in have and one in want
        yield Score(name, field, float(right), one if one in have else "", one if one in want else "")


def _same(name: str, field: str, got: object, wanted: object) -> Score:
    return Score(name, field, float(_fold(got) == _fold(wanted)), str(got or ""), str(wanted or ""))


def _fold(value: object) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", "" if value is None else str(value)))
