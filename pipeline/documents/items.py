"""One item: its heading, who reported, what was said, what was decided point by point, the verdict and what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.deadlines import find_deadline
from pipeline.documents.extract import lead_units, support_units
from pipeline.documents.names import ROLE, split_person
from pipeline.documents.numerals import chinese_to_int
from pipeline.documents.outline import Block
from pipeline.documents.patterns import ADDRESSEE, DECISION_OPENER, HEADING_VERB, MEETING, REMARK_OPENER
from pipeline.documents.verdicts import find_verdict, find_votes, next_step_sentence, sentences
from pipeline.minutes import Item, Outcome, Point, Presenter, Span, Votes

_HEADING = re.compile(rf"(?:{MEETING})?(?P<verb>{HEADING_VERB})了?[:]?[ ]?")
_HEARD = re.compile(r"(?:听取|听)了?(?=[^,。;]{2,60}(?:汇报|报告|介绍|说明|通报|发言|意见|《))")
_REPORT = re.compile(r"同志|所作|作的|作关于|作了|就|关于|对|《|的?[^,。;]{0,6}(?:汇报|报告|介绍|说明|通报|发言)|代表|受|向")
_PAREN_PRESENTER = re.compile(r"\((?:汇报(?:人|单位)?|主?讲人|报告人|提请(?:人|单位)?|议题(?:汇报)?人|发言人|主持人?)[: ](?P<who>[^()]{2,40})\)")


@dataclass(frozen=True, slots=True)
class Context:
    """What an item needs to know of its document."""

    paper: Paper
    date: str | None = None
    with_outcomes: bool = True
    obliged: bool = True


def named(paper: Paper, span: Span) -> str:
    """Return the wording of a short field, without a line break inside it."""
    return re.sub(r"\s*\n\s*", "", paper.text[span.start : span.end])


def build_item(context: Context, blocks: Sequence[Block], *, end: int, section: str | None = None) -> Item:
    """Build an item from its blocks, the heading first.

    Args:
        context: the document.
        blocks: the item's blocks; the first bears its label, if it has one.
        end: the offset behind the item's last character.
        section: the label of the section that holds it.
    """
    return _Builder(context, blocks, end).build(section)


class _Builder:
    def __init__(self, context: Context, blocks: Sequence[Block], end: int) -> None:
        self.context, self.blocks, self.end = context, blocks, end
        self.spans: dict[str, Span] = {}
        self.outcomes: list[Outcome] = []
        self.next_step: str | None = None
        self.remarks: list[Span] = []
        self.points: list[Point] = []
        self.presenter: Presenter | None = None

    def build(self, section: str | None) -> Item:
        first = self.blocks[0]
        verb, title, rest = self._heading(first)
        if first.mark:
            self.spans["label"] = first.passage.span(*first.mark.label)
        self._body(rest)
        votes = self._votes()
        label = named(self.context.paper, self.spans["label"]) if first.mark else None
        return Item(
            label=label,
            number=chinese_to_int(label) if label else None,
            section=section,
            verb=verb,
            title=title,
            presenter=self.presenter,
            outcomes=tuple(self.outcomes),
            next_step=self.next_step,
            votes=votes,
            remarks=tuple(self.remarks),
            points=tuple(self.points),
            start=first.passage.start,
            end=self.end,
            spans=self.spans,
        )

    def _heading(self, block: Block) -> tuple[str | None, str, list[Block]]:
        flat = block.passage.flat
        start = block.mark.body if block.mark else 0
        stop = _heading_end(flat, start)
        verb = None
        title_start = start
        match = _HEADING.match(flat, start, stop)
        if match and match.end() < stop:
            verb = match["verb"]
            self.spans["verb"] = block.passage.span(*match.span("verb"))
            title_start = match.end()
        title_end = stop
        aside = _PAREN_PRESENTER.search(flat, title_start, stop)
        if aside:
            self._present(block.passage.part(*aside.span("who")))
            if aside.end() >= stop - 1:
                title_end = aside.start()
        part = block.passage.part(title_start, title_end)
        while part.flat and part.flat[-1] in "。;:,*":
            part = part.part(0, len(part.flat) - 1)
        if part.flat:
            self.spans["title"] = part.span()
            title = named(self.context.paper, part.span())
        else:
            title = ""
        rest = list(self.blocks[1:])
        remainder = block.passage.part(stop)
        while remainder.flat and remainder.flat[0] in "。;:,":
            remainder = remainder.part(1)
        if remainder.flat:
            rest.insert(0, Block(remainder))
        return verb, title, rest

    def _heard(self, passage: Passage, start: int) -> None:
        """Read 「市水利局局长徐彬《…》起草情况的汇报」: the shortest beginning that is a unit or a post with a name."""
        for end in _REPORT.finditer(passage.flat, start + 2, min(len(passage.flat), start + 60)):
            who = passage.part(start, end.start())
            parts = split_person(who.flat)
            if parts and (parts[0] or parts[1]):
                self._present(who)
                return

    def _present(self, who: Passage) -> None:
        if self.presenter is not None:
            return
        parts = split_person(who.flat.replace(" ", ""))
        if parts is None:
            return
        unit, role, name = parts
        self.spans["presenter"] = who.span()
        self.presenter = Presenter(name=name, role=role, unit=unit)

    def _body(self, blocks: list[Block]) -> None:
        depths = [block.depth for block in blocks if block.mark]
        level = min(depths, default=None)
        group: Passage | None = None
        open_point: list[Block] = []
        for block in blocks:
            if block.mark and block.depth == level:
                self._close(open_point, group)
                open_point = [block]
            elif open_point and not _closes(block):
                open_point.append(block)
            else:
                self._close(open_point, group)
                open_point = []
                group = self._prose(block.passage, numbered=level is not None) or (None if block.mark is None else group)
        self._close(open_point, group)

    def _prose(self, passage: Passage, *, numbered: bool) -> Passage | None:
        """Read a paragraph without a label; return its last sentence where that opens a set of points."""
        flat = passage.flat
        if heard := _HEARD.search(flat):
            self._heard(passage, heard.end())
        group = None
        for start, end in sentences(flat):
            sentence = passage.part(start, end)
            if self.context.with_outcomes and self._verdict(sentence):
                continue
            if sentence.flat.endswith(":") and end >= len(flat.rstrip()):
                group = sentence.part(0, len(sentence.flat) - 1)
            elif numbered and REMARK_OPENER.match(sentence.flat) and not sentence.flat.startswith("会议听取"):
                self.remarks.append(sentence.span())
            elif not numbered and re.match(rf"{MEETING}(?:指出|强调|认为)", sentence.flat):
                self.remarks.append(sentence.span())
            elif not numbered and DECISION_OPENER.match(sentence.flat):
                self._point(sentence, None, None)
        return group

    def _verdict(self, sentence: Passage) -> bool:
        found = find_verdict(sentence)
        if found is None:
            return False
        text, place = self.context.paper.text, sentence.span(found.start, found.end)
        self.outcomes.append(
            Outcome(class_=found.class_, text=text[place.start : place.end], start=place.start, end=place.end)
        )
        if found.next_step:
            self._next(sentence.span(*found.next_step))
        return True

    def _next(self, place: Span) -> None:
        if self.next_step is None:
            self.next_step = self.context.paper.text[place.start : place.end]
            self.spans["next_step"] = place

    def _close(self, blocks: list[Block], group: Passage | None) -> None:
        if not blocks:
            return
        first = blocks[0]
        whole = self.context.paper.passage(first.passage.start, blocks[-1].passage.end)
        if len(blocks) == 1:
            whole = first.passage
        self._point(whole.part(first.mark.body if first.mark else 0), first, group)

    def _point(self, body: Passage, block: Block | None, group: Passage | None) -> None:
        if not body.flat:
            return
        paper, spans = self.context.paper, dict[str, Span]()
        label = None
        if block and block.mark:
            spans["label"] = block.passage.span(*block.mark.label)
            label = named(paper, spans["label"])
            if self.context.with_outcomes:
                first = next(sentences(body.flat), None)
                if first:
                    self._verdict(body.part(*first))
        opener, addressee = None, None
        if group:
            spans["group"] = group.span()
            opener = paper.text[group.start : group.end]
            addressee = _addressee(group)
        if addressee:
            spans["addressed_to"] = addressee.span()
        leads = lead_units(body, obliged=self.context.obliged)
        supports = support_units(body, leads=leads)
        deadline = find_deadline(body, date=self.context.date, strict=not self.context.obliged)
        for key, units in (("lead_units", leads), ("support_units", supports)):
            spans |= {f"{key}.{index}": unit.span for index, unit in enumerate(units)}
        if deadline:
            spans["deadline"] = deadline[1]
        self.points.append(
            Point(
                label=label,
                text=paper.text[body.start : body.end],
                group=opener,
                addressed_to=named(paper, addressee.span()) if addressee else None,
                lead_units=tuple(named(paper, unit.span) for unit in leads),
                support_units=tuple(named(paper, unit.span) for unit in supports),
                deadline=deadline[0] if deadline else None,
                start=body.start,
                end=body.end,
                spans=spans,
            )
        )

    def _votes(self) -> Votes | None:
        for block in self.blocks:
            if found := find_votes(block.passage):
                self.spans["votes"] = found[1]
                return found[0]
        return None


def _heading_end(flat: str, start: int) -> int:
    """Where the heading ends: at the first full stop or colon, else with the paragraph."""
    depth = 0
    for index in range(start, len(flat)):
        character = flat[index]
        depth += (character in "《(“") - (character in "》)”")
        if depth <= 0 and character in "。:;":
            return index
    return len(flat)


_CLOSERS = re.compile(rf"(?:{MEETING}|针对|就|对于|经|以上|此外|同时|另|[^。;]{{2,60}}:$|原则|同意|通过)")


def _closes(block: Block) -> bool:
    return block.mark is None and bool(_CLOSERS.match(block.passage.flat))


def _addressee(group: Passage) -> Passage | None:
    match = ADDRESSEE.search(group.flat + ":")
    if match is None:
        return None
    name = "direct" if match["direct"] else "to"
    part = group.part(*match.span(name))
    return part if part.flat and not re.search(rf"(?:做到|做好|抓好|以下|{ROLE}$)", part.flat) else None
