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
from pipeline.minutes import as_json

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item, Person

BATCHES = Path(__file__).parent / "data" / "parsing"
SAME_TITLE = 0.6
"""How alike two titles are, at least, to be of one item; titles of bare resolutions may be cut in more than one way."""


FACTS = (
    "kind",
    "document_number",
    "issuing_body",
    "meeting_number",
    "session",
    "date",
    "chair",
    "place",
    "recorder",
    "other_matters",
)
SETS = ("present", "absent", "observers", "lead_units", "support_units", "deadlines")
"""Fields that hold several entries: precision and recall are scored apart."""
_IN_RECORDS = {"presenter": "presenter(?:_name)?"}
"""How a record calls a field where its `unchecked` has another name for it."""
FIELDS = (*FACTS, *SETS, "presenter", "presenter_unit", "outcome", "next_step", "points", "votes", "deadline_date")


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
    return [one for one in found if not any({(part, one.item), (part, "")} & left_out for part in one.field.split("."))]


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
        named = [field for field in FIELDS if re.search(rf"\b{_IN_RECORDS.get(field, field)}\b", entry)]
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
    shares = {field: figure(list(groups.values())) for field, groups in sorted(by_field.items())}
    lines = [_line(field, share) for field, share in shares.items()]
    for field, share in shares.items():
        other = shares.get(field.replace(".precision", ".recall"))
        if field.endswith(".precision") and share and other and share.value + other.value:
            both = 2 * share.value * other.value / (share.value + other.value)
            lines.append(f"{field.removesuffix('.precision') + '.F1':26} {100 * both:5.1f}")
    return "\n".join(sorted(lines))


def misses(scores: Sequence[Score]) -> str:
    """Return what was not as expected, one a line."""
    wrong = [one for one in scores if one.value < 1]
    return "\n".join(f"{one.document}  {one.field}：{one.got or '—'}  应为 {one.wanted or '—'}" for one in wrong)


def _line(field: str, share: Figure | None) -> str:
    if share is None:
        return f"{field:26} —"
    return f"{field:26} {100 * share.value:5.1f}  [{100 * share.low:.1f}–{100 * share.high:.1f}]  n={share.n}"


def _facts(document: Document, expected: Mapping[str, Any], name: str) -> Iterator[Score]:
    meeting = document.meeting
    got = {
        "kind": document.kind,
        "document_number": document.document_number,
        "issuing_body": document.issuing_body,
        "session": meeting.session,
        "place": meeting.place,
        "meeting_number": meeting.number,
        "date": meeting.date or document.issued_date,
        "chair": meeting.chair,
        "recorder": document.attendance.recorder if document.attendance else None,
        "other_matters": len(document.other_matters),
    }
    for field, value in got.items():
        if field in expected:
            wanted = expected[field]
            if field == "session" and value and wanted and _fold(wanted) in _fold(value):
                # 「三届」 and 「三届第十九次」 name one session
                value = wanted
            yield _same(name, field, value, wanted)


def _people(document: Document, expected: Mapping[str, Any], name: str) -> Iterator[Score]:
    attendance = document.attendance
    for field in ("present", "absent"):
        people = getattr(attendance, field) if attendance else ()
        yield from _members(name, f"people.{field}", [person.name for person in people], expected.get(field) or [])
    observers = attendance.observers if attendance else ()
    listed = {_fold(f"{unit or ''}{person}"): _fold(person) for unit, person in expected.get("observers") or []}
    yield from _members(name, "people.observers", [_as_listed(one, listed) for one in observers], list(listed))


def _as_listed(person: Person, listed: Mapping[str, str]) -> str:
    """Return the expected entry of a person whose unit it begins with: a record may state the post behind the unit."""
    unit, name = _fold(person.unit), _fold(person.name)
    return next((entry for entry, who in listed.items() if who == name and entry.startswith(unit)), unit + name)


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
        if "presenter_unit" in record:
            yield _reporting_unit(where, item, record["presenter_unit"])
        outcomes = sorted({outcome.class_ for outcome in item.outcomes})
        yield _same(where, "items.outcome", outcomes, sorted(set(record["outcome_classes"])))
        step, wanted = item.next_step, record.get("next_step_contains")
        right = step is None if wanted is None else step is not None and _fold(wanted) in _fold(step)
        yield Score(where, "items.next_step", float(right), str(step or ""), str(wanted or ""))
        yield _same(where, "items.points", len(item.points), record["points"])
        for field in ("lead_units", "support_units"):
            if field in record:
                units = [unit for point in item.points for unit in getattr(point, field)]
                yield from _members(where, f"items.{field}", units, record[field])
        if "votes" in record:
            yield _same(where, "items.votes", _counts(as_json(item.votes)), _counts(record["votes"]))
        if "deadlines" in record:
            yield from _deadlines(where, item, record["deadlines"])


def _reporting_unit(name: str, item: Item, wanted: str | None) -> Score:
    """Score which unit reported: a record may have the post behind it, or all units of several that reported."""
    first = item.presenter
    units = [one.unit for one in item.presenters if one.unit]
    readings = [first.unit if first else None, "、".join(units)]
    readings += [f"{first.unit or ''}{first.role or ''}"] if first else []
    got = next((one for one in readings if _fold(one) == _fold(wanted)), readings[0])
    return _same(name, "items.presenter_unit", got, wanted)


def _counts(votes: Mapping[str, int | None] | None) -> dict[str, int]:
    return {name: count for name, count in sorted((votes or {}).items()) if count}


def _deadlines(name: str, item: Item, wanted: Sequence[Sequence[str | None]]) -> Iterator[Score]:
    """Score the time limits of an item: a wording counts as found where one holds the other; dates are held exactly."""
    got = [one for point in item.points for one in (point.deadline, *point.further_deadlines) if one]
    left = list(wanted)
    for one in got:
        text = _fold(one.text)
        match = next((pair for pair in left if _fold(pair[0]) in text or text in _fold(pair[0])), None)
        yield Score(name, "items.deadlines.precision", float(match is not None), got=one.text)
        if match is not None:
            left.remove(match)
            yield Score(name, "items.deadlines.recall", 1.0)
            if match[1] is not None or one.date is not None:
                yield _same(name, "items.deadline_date", one.date, match[1])
    yield from (Score(name, "items.deadlines.recall", 0.0, wanted=str(pair[0])) for pair in left)


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
    for one in sorted(have):
        yield Score(name, f"{field}.precision", float(one in want), got=one)
    for one in sorted(want):
        yield Score(name, f"{field}.recall", float(one in have), wanted=one)


def _same(name: str, field: str, got: object, wanted: object) -> Score:
    return Score(name, field, float(_fold(got) == _fold(wanted)), str(got or ""), str(wanted or ""))


def _fold(value: object) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", "" if value is None else str(value)))
