"""The walk from a text to its tree: paper, outline, head, matters, attendance, foot, and nothing left over."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from pipeline.documents.context import Context
from pipeline.documents.cover import close_gaps
from pipeline.documents.front.attendance import Roll, find_region, read_roll, with_absent, with_recorder
from pipeline.documents.front.attendance_told import read_told, told_at_close, with_told
from pipeline.documents.front.head import Facts, foot_start, head_length, read_facts
from pipeline.documents.front.meeting import chair_of_items
from pipeline.documents.front.units_there import units_there
from pipeline.documents.given import Given, body_of
from pipeline.documents.kinds import tell_kind
from pipeline.documents.matters.agenda import Matters, read_matters
from pipeline.documents.matters.bare_headings import bare_headings
from pipeline.documents.matters.beside import beside_items
from pipeline.documents.matters.levels import names_section
from pipeline.documents.matters.numbering import numbering
from pipeline.documents.matters.report import read_report
from pipeline.documents.matters.tail import other_matters
from pipeline.documents.read import Source
from pipeline.documents.spoken.reporters import with_lead
from pipeline.documents.tasks.closing_lists import is_list
from pipeline.documents.tasks.listed_again import told_once
from pipeline.documents.tasks.points import named
from pipeline.documents.tasks.shared import with_shared_deadlines
from pipeline.documents.text.clean import Paper, prepare
from pipeline.documents.text.outline import Block, blocks_of
from pipeline.documents.told_facts import facts_in_list, facts_in_section
from pipeline.minutes import Document, Item, Kind, Meeting, Notice, Span
from pipeline.patterns import compiled

_MEETINGS: frozenset[Kind] = frozenset(("minutes", "readout", "resolution"))


def parse_text(text: str, *, file: str = "text.txt") -> Document:
    r"""Parse a text that stands in no file.

    >>> parse_text("市政府第4次常务会议纪要\n一、讨论《办法》\n会议原则通过。").items[0].title
    '《办法》'
    """
    return parse(Source(file, text))


def parse(source: Source, *, given: Given | None = None) -> Document:
    """Return the tree of a document: what it is, its record, its items, its lists, each with its place.

    `given` is what a person laid down about it; the rest is read around that.
    """
    given = given or Given()
    paper = prepare(source.text, file=source.file)
    kind = given.kind or tell_kind(paper.paragraphs, file=source.file)
    blocks = blocks_of(paper.paragraphs)
    layout, facts, matters = _read(paper, blocks, kind, given)
    if layout.roll is not None and _holds(matters, layout.roll.attendance.span):
        layout, facts, matters = _read(paper, blocks, kind, given, listed=False)
    layout = replace(layout, body=body_of(matters, layout.body))
    document = _assemble(source, paper, kind, layout, facts, matters)
    if kind in _MEETINGS:
        document = _with_beside(document, _context(paper, layout, kind, facts), layout.body, matters)
        document = with_shared_deadlines(document, paper)
    document = given.settle(document)
    return replace(document, notices=(*document.notices, *numbering(document.items)))


def _with_beside(document: Document, context: Context, body: Sequence[Block], matters: Matters) -> Document:
    """Add what the preamble and the tail decide, outside every item."""
    before = document.preamble or Span(0, 0)
    opening = [block for block in body[: matters.first] if before.start <= block.passage.start < before.end]
    titles = {
        item.number: context.paper.passage(title.start, title.end)
        for item in document.items
        if item.number is not None and (title := item.spans.get("title")) is not None
    }
    behind = body[matters.stop :]
    told = beside_items(context, opening, behind, document.other_matters, titles)
    if not is_list(behind):
        return replace(document, beside=told)
    items, rest = document.items, list[Item]()
    for one in told:
        listed = one.start >= behind[0].passage.start
        items, one = told_once(items, one) if listed else (items, one)
        rest += [one] if one.points or not listed else []
    return replace(document, items=items, beside=tuple(rest))


def _read(
    paper: Paper, blocks: list[Block], kind: Kind, given: Given, *, listed: bool = True
) -> tuple[_Layout, Facts, Matters]:
    layout = _layout(paper, blocks, kind, listed=listed)
    facts = read_facts(
        paper, layout.record, layout.foot, is_meeting=kind in _MEETINGS or kind == "agenda", planned=kind == "agenda"
    )
    facts = given.facts(facts)
    return layout, facts, _matters(paper, layout, kind, facts, given)


def _holds(matters: Matters, lists: Span) -> bool:
    """Tell whether lists stand within an item, where they are part of its text and no part beside it."""
    parts = (*matters.items, *matters.sections)
    return any(lists.overlaps(part.span) for part in parts)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which blocks are body, foot and head; `roll` is the attendance, read."""

    body: list[Block]
    foot: list[Block]
    head_count: int
    roll: Roll | None
    record: list[Block]


def _layout(paper: Paper, blocks: list[Block], kind: Kind, *, listed: bool = True) -> _Layout:
    region = find_region(blocks) if kind in _MEETINGS and listed else None
    roll = None
    if region is not None:
        roll = read_roll(paper, blocks[region[0]].passage.start, blocks[region[1] - 1].passage.end)
    if region is not None and (
        _body_before(blocks[: region[0]], blocks[region[1] :]) or foot_start(blocks[region[1] :]) == 0
    ):
        body, foot = blocks[: region[0]], blocks[region[1] :]
    else:
        rest = blocks if region is None else [*blocks[: region[0]], *blocks[region[1] :]]
        cut = foot_start(rest)
        body, foot = rest[:cut], rest[cut:]
    count = min([head_length(body), *bare_headings(paper, body)[:1]])
    if kind in _MEETINGS and (roll is None or not roll.names_anybody):
        told = read_told(paper, body[:count])
        if told is not None and region is not None:
            # the lists are a line 「记录：…」 and no more: it belongs to the foot then
            lists = blocks[region[0] : region[1]]
            if body and body[-1].passage.start > lists[0].passage.start:
                body = sorted([*body, *lists], key=lambda block: block.passage.start)
            else:
                foot = [*lists, *foot]
            region = None
        roll = told or roll
    elif kind in _MEETINGS and roll is not None:
        roll = with_told(paper, roll, body[:count])
    if kind in _MEETINGS and roll is None and listed and (close := told_at_close(paper, body[count:])) is not None:
        # 「副市长某某、某某出席会议。」 as the last paragraph
        index, roll = close
        body, foot = body[: count + index], [*body[count + index + 1 :], *foot]
    if roll is not None:
        roll = with_absent(paper, with_recorder(paper, roll, [*body, *foot]), body)
    record = (
        body[:count]
        + facts_in_list(body[count:])
        + facts_in_section(body, count)
        + (blocks[region[0] : region[1]] if region else [])
    )
    return _Layout(body, foot, count, roll, record)


def _body_before(before: Sequence[Block], after: Sequence[Block]) -> bool:
    """Tell whether the record stands before the lists; else they open the document, and the record follows them."""
    if head_length(before) == len(before):
        return False
    marks_before, marks_after = (sum(1 for block in part if _is_marked(block)) for part in (before, after))
    if marks_after >= 3 and marks_after > 3 * marks_before:
        # 「一、会议概况」 with the lists beneath it, and all the matters behind
        return False
    # 「应到代表45人，实到39人。」 above the lists is no record where the numbered matters follow
    return marks_before > 0 or marks_after < 2


def _is_marked(block: Block) -> bool:
    """Tell whether a block bears a label that may number a matter: 「一、会议时间：…」 numbers the facts."""
    return block.mark is not None and not names_section(block.body)


def _matters(paper: Paper, layout: _Layout, kind: Kind, facts: Facts, given: Given) -> Matters:
    if kind == "rectification":
        context = Context(paper, with_outcomes=False, obliged=False)
        return given.matters(context, layout.body, read_report(context, layout.body), report=True)
    context = _context(paper, layout, kind, facts)
    record = [block.passage for block in layout.record]
    lists = layout.roll.attendance.span if layout.roll else None
    found = read_matters(
        context, layout.body, first=layout.head_count, readout=kind == "readout", record=record, lists=lists
    )
    return given.matters(context, layout.body, found)


def _context(paper: Paper, layout: _Layout, kind: Kind, facts: Facts) -> Context:
    there = layout.roll.people if layout.roll is not None else frozenset[str]()
    units = units_there(block.passage for block in layout.record)
    units |= layout.roll.units if layout.roll is not None else frozenset[str]()
    return Context(
        paper,
        facts.meeting.date,
        with_outcomes=kind in _MEETINGS,
        obliged=kind in _MEETINGS,
        votes_decide=kind == "resolution"
        or bool(_PASSED.search(" ".join(block.passage.flat for block in layout.record))),
        chair=facts.meeting.chair,
        units=units,
        people=there | ({facts.meeting.chair} if facts.meeting.chair else frozenset()),
    )


# 「会议审议并通过以下决议：」: then the counts of each vote say the rest
_PASSED = compiled(r"通过(?:了)?(?:以下|如下|下列)")


def _assemble(source: Source, paper: Paper, kind: Kind, layout: _Layout, facts: Facts, matters: Matters) -> Document:
    body = layout.body
    count = min(layout.head_count, matters.first)
    roll = layout.roll.attendance.span if layout.roll else None
    # lists between head and items part the two: what stands behind them opens the body
    above = sum(1 for block in body[:count] if roll is None or block.passage.start < roll.start)
    head, preamble = _extent(body[:above]), _extent(body[above : matters.first])
    if matters.head_end is not None:
        opening = [block for block in body[: matters.first + 1] if roll is None or block.passage.start < roll.start]
        behind = roll is not None and matters.head_end > roll.end
        start = body[len(opening)].passage.start if behind and len(opening) < len(body) else body[0].passage.start
        cut = Span(start, len(paper.plain[: matters.head_end].rstrip()))
        head, preamble = (_extent(opening), cut) if behind else (cut, None)
    tail = body[matters.stop :]
    meeting = facts.meeting
    spans = dict(facts.spans)
    if meeting.chair is None and layout.roll and layout.roll.chair:
        meeting = replace(meeting, chair=layout.roll.chair[0])
    elif meeting.chair is None and (said := chair_of_items(paper)) is not None:
        spans["meeting.chair"] = said
        meeting = replace(meeting, chair=named(paper, said))
    if layout.roll and layout.roll.recorder:
        spans["attendance.recorder"] = layout.roll.recorder
    if meeting.chair and "meeting.chair" not in spans and layout.roll and layout.roll.chair:
        spans["meeting.chair"] = layout.roll.chair[1]
    parts = _Parts(paper, head, preamble, matters, _extent(tail), layout)
    known = layout.roll.people if layout.roll else frozenset[str]()
    document = Document(
        file=source.file,
        text=source.text,
        kind=kind,
        name=facts.title or PurePath(source.file).stem,
        title=facts.title,
        document_number=facts.document_number,
        issuing_body=facts.issuing_body,
        meeting=meeting if kind in _MEETINGS or kind == "agenda" else Meeting(),
        issued_date=facts.issued_date,
        head=head,
        preamble=preamble,
        sections=matters.sections,
        items=with_lead(paper, matters.items, known=known) if kind in _MEETINGS else matters.items,
        tail=_extent(tail),
        other_matters=other_matters(paper, [block.passage for block in tail]) if kind in _MEETINGS else (),
        attendance=layout.roll.attendance if layout.roll else None,
        foot=_extent(layout.foot),
        notices=(*source.notices, *parts.furniture(), *facts.notices, *matters.notices),
        spans=spans,
        pages=source.pages,
    )
    return close_gaps(document)


@dataclass(frozen=True, slots=True)
class _Parts:
    paper: Paper
    head: Span | None
    preamble: Span | None
    matters: Matters
    tail: Span | None
    layout: _Layout

    def furniture(self) -> list[Notice]:
        """The furniture, those inside another part as pointers, so that no two parts overlap."""
        roll = self.layout.roll.attendance.span if self.layout.roll else None
        whole = [self.head, self.preamble, self.tail, roll, _extent(self.layout.foot)]
        spans = [span for span in whole if span] + [item.span for item in self.matters.items]
        spans += [section.span for section in self.matters.sections]
        spans.sort(key=lambda span: span.start)
        starts = [span.start for span in spans]
        reaches = [0, *itertools.accumulate((span.end for span in spans), max)]  # how far those before a place reach
        notices = []
        for notice in self.paper.furniture:
            inside = reaches[bisect.bisect_left(starts, notice.end)] > notice.start
            end = notice.start if inside else notice.end
            notices.append(Notice(code=notice.code, message=notice.message, start=notice.start, end=end))
        return notices


def _extent(blocks: Sequence[Block]) -> Span | None:
    return Span(blocks[0].passage.start, blocks[-1].passage.end) if blocks else None
