"""The domain model: one tree for every kind of official document, each part with its place in the text.

One model serves minutes and rectification reports alike: an `Item` is an agenda item (议题) in minutes and a problem
(问题) in a report; a `Point` is a decision (议定事项) or a measure (整改措施). Offsets are Unicode code points of
`Document.text`; `text[start:end]` is always the wording itself, to the character.
"""

from __future__ import annotations

import bisect
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

Kind = Literal["minutes", "readout", "resolution", "rectification", "agenda", "other"]
RECORDED: tuple[Kind, ...] = ("minutes", "readout", "resolution")
"""Kinds that tell what a meeting did; a notice of one does not say that it took place."""
DateSource = Literal["text", "document_number", "filename", "correction"]
OutcomeClass = Literal[
    "approved_in_principle",  # 原则通过
    "agreed_in_principle",  # 原则同意
    "approved",  # 通过、同意
    "rejected",  # 不同意、未通过
    "deferred",  # 再议、暂缓
    "heard",  # 听取: other matters only
    "studied",  # 学习: other matters only
]
PartName = Literal["head", "preamble", "section", "item", "tail", "attendance", "foot", "notice"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points, `start` included and `end` not."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        """Tell whether an offset lies inside."""
        return isinstance(offset, int) and self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether another span has a character in common with this one."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Placed:
    """What every part of the tree has: its place in the text."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place as a `Span`."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(_Placed):
    """One entry of an attendance list: a name, and the unit (单位) it stands under where the list gives one.

    `name` is without padding blanks (金  铭 → 金铭); `start` and `end` cover the entry as the text has it.
    """

    unit: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenter:
    """Who reported on an item (汇报人); the place is `Item.spans["presenter"]`.

    `name` is `None` where the text names no person: a unit alone (「会议听取了市财政局的汇报」), or a post
    (「市财政局主要负责同志汇报」).
    """

    name: str | None
    role: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(_Placed):
    """A verdict (议定结果) in the meeting's own words; `class_` stands as `class` in JSON."""

    class_: OutcomeClass
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """Counts of a vote (表决); `None` where the text gives no count. JSON: for, against, abstain, recused."""

    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    recused: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit (时限): the wording, and an ISO date as far as the text goes (2020-06-30, 2020-06) or `None`."""

    text: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(_Placed):
    """One decision (议定事项) or measure (整改措施) of an item.

    `text` equals the document's text from `start` to `end`, without the label before it. `label` is the bare ordinal
    (1, 一), its place is `spans["label"]`; `group` the line that opens its set (会议同时明确), `addressed_to` the unit
    to which the set is addressed. `spans` gives the place of each extracted field; an entry of a list field stands
    under `lead_units.0`, `lead_units.1` and so on. A unit to which the set is addressed leads each point of it that
    names nobody; its place is then before the point. `lead_generic` and `support_generic` are those who are told to act
    without being named, as written (相关部门, 各有关单位): neither a unit nor "not stated". `further_deadlines` are the
    other time limits of a point that states several.
    """

    label: str | None
    text: str
    group: str | None = None
    addressed_to: str | None = None
    lead_units: tuple[str, ...] = ()
    support_units: tuple[str, ...] = ()
    lead_generic: tuple[str, ...] = ()
    support_generic: tuple[str, ...] = ()
    deadline: Deadline | None = None
    further_deadlines: tuple[Deadline, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def is_assigned(self) -> bool:
        """Tell whether the text says who is to do it, by name or not, or by when."""
        named = (*self.lead_units, *self.support_units, *self.lead_generic, *self.support_generic)
        return bool(named or self.deadline)

    @property
    def limits(self) -> tuple[tuple[str, Deadline], ...]:
        """Every time limit, the first one first, with the name of its place in `spans`."""
        further = ((f"further_deadlines.{index}", one) for index, one in enumerate(self.further_deadlines))
        return (*((("deadline", self.deadline),) if self.deadline else ()), *further)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(_Placed):
    """An agenda item (议题) or a problem of a report (问题), from its heading to its last character.

    `label` is the bare ordinal as the text has it (四, 1), `number` its value, `verb` that of the heading (讨论, 审议,
    听取), never an outcome. `outcomes` is empty where the text states no verdict. `charge` is what the sentence of the
    verdict charges somebody with, where that is no point of its own (会议原则通过…，要求相关部门修改完善后提交…).
    `further_presenters` are the others where several reported (市教育局、市财政局分别汇报), each with its place under
    `spans["further_presenters.0"]` and so on.
    """

    label: str | None
    number: int | None
    title: str
    section: str | None = None
    verb: str | None = None
    presenter: Presenter | None = None
    further_presenters: tuple[Presenter, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    next_step: str | None = None
    charge: Point | None = None
    votes: Votes | None = None
    remarks: tuple[Span, ...] = ()
    points: tuple[Point, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def presenters(self) -> tuple[Presenter, ...]:
        """Everybody who reported, the first one first."""
        return (self.presenter, *self.further_presenters) if self.presenter else ()

    @property
    def presenter_names(self) -> tuple[str, ...]:
        """The names of the people who reported; none where the text names their units alone."""
        return tuple(one.name for one in self.presenters if one.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(_Placed):
    """A level above the items of a report (一、二、三、); it contains its items and may hold prose without any."""

    label: str | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherMatter(_Placed):
    """A matter of the tail, outside any item: 会议还审议了《…》，学习了《…》."""

    verb: str
    title: str
    outcome: OutcomeClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The meeting itself; every field is `None` where the document does not state it."""

    name: str | None = None
    session: str | None = None
    number: int | None = None
    date: str | None = None
    date_text: str | None = None
    date_source: DateSource | None = None
    chair: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(_Placed):
    """Who was there (出席), who sat in (列席), who was away (请假、缺席), who kept the record (记录)."""

    present: tuple[Person, ...] = ()
    observers: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    recorder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(_Placed):
    """Something a person should know: site furniture and page numbers (with their extent), or a doubtful reading.

    A notice about a place inside another part is a pointer: `start == end`.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A parsed document: its text and the tree over it.

    `pages` holds the offset at which each page starts, and is empty for a format without pages. `head`, `preamble`,
    `sections`, `items`, `tail`, `attendance`, `foot` and `notices` together cover every non-blank character. `beside`
    is what was decided in the preamble or the tail, outside every item (会议还议定：…): each an item without label.
    """

    file: str
    text: str
    kind: Kind
    name: str
    title: str | None = None
    document_number: str | None = None
    issuing_body: str | None = None
    meeting: Meeting = Meeting()
    issued_date: str | None = None
    head: Span | None = None
    preamble: Span | None = None
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()
    tail: Span | None = None
    other_matters: tuple[OtherMatter, ...] = ()
    beside: tuple[Item, ...] = ()
    attendance: Attendance | None = None
    foot: Span | None = None
    notices: tuple[Notice, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)
    pages: tuple[int, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the wording at a place, to the character.

        >>> EXAMPLE_MINUTES.quote(EXAMPLE_MINUTES.items[0].spans["title"])
        '《城区停车管理办法》'
        """
        return self.text[span.start : span.end]

    def page_at(self, offset: int) -> int | None:
        """Return the page (1-based) on which an offset lies, or `None` where the format has no pages."""
        if not self.pages:
            return None
        return max(1, sum(1 for start in self.pages if start <= offset))

    def item_at(self, offset: int) -> Item | None:
        """Return the item that holds an offset, or `None`."""
        return next((item for item in self.items if offset in item.span), None)

    def parts(self) -> Iterator[tuple[PartName, Span]]:
        """Yield the top-level parts in the order of the text; items inside a section are not repeated."""
        named: list[tuple[PartName, Span]] = [("section", section.span) for section in self.sections]
        inside = sorted((section.start, section.end) for section in self.sections)
        named += [("item", item.span) for item in self.items if not _within(item.start, inside)]
        whole: tuple[tuple[PartName, Span | None], ...] = (
            ("head", self.head),
            ("preamble", self.preamble),
            ("tail", self.tail),
            ("attendance", self.attendance.span if self.attendance else None),
            ("foot", self.foot),
        )
        named += [(name, span) for name, span in whole if span is not None]
        named += [("notice", notice.span) for notice in self.notices if notice.end > notice.start]
        yield from sorted(named, key=lambda part: (part[1].start, part[1].end))

    def to_json(self) -> dict[str, Any]:
        """Return the tree as the `parse` JSON of the public interface, without the text itself."""
        tree: dict[str, Any] = as_json(self)
        del tree["text"], tree["pages"]
        tree["attendance"] = tree["attendance"] or _NO_ATTENDANCE
        paged: dict[str, Any] = with_pages(tree, self) if self.pages else tree
        return paged


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether an offset lies in one of sorted spans that do not overlap."""
    index = bisect.bisect_right(spans, (offset, sys.maxsize)) - 1
    return index >= 0 and offset < spans[index][1]


_NO_ATTENDANCE: dict[str, Any] = {
    "present": [],
    "observers": [],
    "absent": [],
    "recorder": None,
    "start": None,
    "end": None,
}


def as_json(value: Any) -> Any:
    """Return a tree of dataclasses as plain JSON values; a trailing underscore of a field name falls away.

    >>> as_json(Votes(for_=4, against=7))
    {'for': 4, 'against': 7, 'abstain': None, 'recused': None}
    """
    if is_dataclass(value) and not isinstance(value, type):
        named: dict[str, Any] = {item.name: as_json(getattr(value, item.name)) for item in fields(value)}
        placed = {key: named.pop(key) for key in ("start", "end") if key in named}
        return {key.rstrip("_"): entry for key, entry in (named | placed).items()}
    if isinstance(value, Mapping):
        return {key: as_json(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [as_json(entry) for entry in value]
    return value


def with_pages(tree: Any, document: Document) -> Any:
    """Return a JSON tree with the page beside every start, for a format that has pages."""
    if isinstance(tree, list):
        return [with_pages(entry, document) for entry in tree]
    if not isinstance(tree, dict):
        return tree
    paged = {key: with_pages(entry, document) for key, entry in tree.items()}
    if isinstance(paged.get("start"), int):
        paged["page"] = document.page_at(paged["start"])
    return paged


_EXAMPLE_TEXT = "一、讨论《城区停车管理办法》\n会议听取了市城管局局长周明《城区停车管理办法》的汇报。\n1. 由市城管局牵头，6月底前完成。\n会议原则通过上述文件。"  # noqa: E501

EXAMPLE_MINUTES = Document(
    file="example.txt",
    text=_EXAMPLE_TEXT,
    kind="minutes",
    name="示例",
    meeting=Meeting(name="市政府第1次常务会议", number=1, date="2021-03-08", date_source="text"),
    items=(
        Item(
            label="一",
            number=1,
            title="《城区停车管理办法》",
            verb="讨论",
            presenter=Presenter(name="周明", role="局长", unit="市城管局"),
            outcomes=(
                Outcome(
                    class_="approved_in_principle",
                    text="会议原则通过上述文件",
                    start=_EXAMPLE_TEXT.index("会议原则"),
                    end=len(_EXAMPLE_TEXT) - 1,
                ),
            ),
            points=(
                Point(
                    label="1",
                    text="由市城管局牵头，6月底前完成。",
                    lead_units=("市城管局",),
                    deadline=Deadline(text="6月底前", date="2021-06-30"),
                    start=_EXAMPLE_TEXT.index("由市"),
                    end=_EXAMPLE_TEXT.index("\n会议原则"),
                ),
            ),
            spans={"title": Span(4, 14)},
            start=0,
            end=len(_EXAMPLE_TEXT),
        ),
    ),
)
