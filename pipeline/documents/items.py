"""One item: its heading, who reported, what was said and decided, the verdict, what comes next."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.extract import lead_units
from pipeline.documents.headings import presenter_of, read_heading, who_reports
from pipeline.documents.outline import Block
from pipeline.documents.patterns import DECISION_OPENER, MEETING, REMARK_OPENER
from pipeline.documents.points import PointMaker, addressee_of, named
from pipeline.documents.verdicts import HANDED_ON, PUT_OFF, find_verdict, next_step_sentence, sentences
from pipeline.documents.votes import find_votes, vote_class
from pipeline.minutes import Item, Outcome, OutcomeClass, Point, Presenter, Span, Votes


@dataclass(frozen=True, slots=True)
class Context:
    """What an item needs to know of its document.

    Attributes:
        paper: the text.
        date: the ISO date of the meeting, for deadlines without a year.
        with_outcomes: whether verdicts are looked for (in the record of a meeting).
        obliged: whether 各区镇应… names a lead (in decisions, not in narratives).
        votes_decide: whether the counts of a vote stand for the verdict (a board's resolution).
        people: the names on the attendance lists.
    """

    paper: Paper
    date: str | None = None
    with_outcomes: bool = True
    obliged: bool = True
    votes_decide: bool = False
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shape:
    """How the blocks of an item are to be taken.

    Attributes:
        section: the label of the section that holds it.
        title_of: what takes the title out of the heading's wording.
        topic: the title of the only matter of a record, found elsewhere; the first block is then no heading.
        single: the item is the only matter, and its labels are points.
        every_paragraph: each paragraph without a label is a point (the measures of a report).
    """

    section: str | None = None
    title_of: Callable[[Passage], Passage] | None = None
    topic: Passage | None = None
    single: bool = False
    every_paragraph: bool = False


def build_item(context: Context, blocks: Sequence[Block], *, end: int, shape: Shape | None = None) -> Item:
    """Build an item from its blocks, the heading first; `end` is the offset behind its last character."""
    return _Builder(context, blocks, shape or Shape()).build(end)


_CLOSERS = re.compile(rf"(?:{MEETING}|针对|就|对于|经|以上|此外|同时|另|[^。;]{{2,60}}:$|原则|同意|通过)")
_SPOKEN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:同志)?(?:指出|强调|要求|认为|最后)")
_BELONGS = re.compile(
    r"(?:责任|牵头|配合|协办|主办|整改)(?:责任)?(?:单位|部门|人|领导|时限|期限)|完成(?:时限|时间|情况)|整改时限"
)


_DECIDES = re.compile(r"(?:并)?(?:决定|要求|明确|议定|责成)")
_LISTED = re.compile("如下|以下|下列|几点|各项")
_BULLET = re.compile(r"[-+•·●■▪◆➢◦○※✓][ ]*(?=\S)")


@dataclass
class _Builder:
    context: Context
    blocks: Sequence[Block]
    shape: Shape
    spans: dict[str, Span] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    next_step: str | None = None
    remarks: list[Span] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    presenter: Presenter | None = None

    def build(self, end: int) -> Item:
        first, paper = self.blocks[0], self.context.paper
        self.make = PointMaker(paper, self.context.date, self.context.obliged)
        title, verb, rest = self._heading(first)
        label = None
        if first.mark and not self.shape.single:
            self.spans["label"] = first.passage.span(*first.mark.label)
            label = named(paper, self.spans["label"])
        self._body(rest)
        votes = self._votes()
        return Item(
            label=label,
            number=first.mark.value if label is not None and first.mark else None,
            section=self.shape.section,
            verb=verb,
            title=title,
            presenter=self.presenter,
            outcomes=tuple(self.outcomes),
            next_step=self.next_step,
            votes=votes,
            remarks=tuple(self.remarks),
            points=tuple(sorted(self.points, key=lambda point: point.start)),
            start=first.passage.start,
            end=end,
            spans=self.spans,
        )

    def _heading(self, block: Block) -> tuple[str, str | None, list[Block]]:
        paper = self.context.paper
        if self.shape.single or self.shape.topic is not None:
            topic = self.shape.topic
            if topic is not None:
                self.spans["title"] = topic.span()
            return named(paper, topic.span()) if topic else "", None, list(self.blocks)
        heading = read_heading(block, title_of=self.shape.title_of)
        if heading.presenter is not None:
            self._present(heading.presenter)
        for name, part in (("verb", heading.verb), ("title", heading.title)):
            if part is not None:
                self.spans[name] = part.span()
        rest = list(self.blocks[1:])
        if heading.rest is not None:
            rest.insert(0, Block(heading.rest))
        title = named(paper, self.spans["title"]) if "title" in self.spans else ""
        return title, named(paper, self.spans["verb"]) if "verb" in self.spans else None, rest

    def _present(self, who: Passage) -> None:
        presenter = presenter_of(self.context.paper, who, known=self.context.people)
        if presenter is not None and self.presenter is None:
            self.spans["presenter"] = who.span()
            self.presenter = presenter

    def _body(self, blocks: list[Block]) -> None:
        level = min((block.depth for block in blocks if block.mark), default=None)
        group: Passage | None = None
        open_point: list[Block] = []
        for block in blocks:
            if block.mark and block.depth == level:
                self._close(open_point, group)
                open_point = [block]
            elif block.mark is None and (bullet := _BULLET.match(block.passage.flat)):
                self._close(open_point, group)
                open_point = [Block(block.passage.part(bullet.end()))]
            elif open_point and not (block.mark is None and self._closes(block, numbered=level is not None)):
                open_point.append(block)
            elif self.shape.every_paragraph and block.mark is None and level is None:
                self._close(open_point, group)
                open_point = [block]
            else:
                self._close(open_point, group)
                open_point = []
                group = self._prose(block.passage, numbered=level is not None)
        self._close(open_point, group)

    def _closes(self, block: Block, *, numbered: bool) -> bool:
        flat = block.passage.flat
        if self.shape.every_paragraph:
            return not numbered and not _BELONGS.match(flat)
        return bool(_CLOSERS.match(flat) or _SPOKEN.match(flat))

    def _close(self, blocks: list[Block], group: Passage | None) -> None:
        if not blocks:
            return
        first = blocks[0]
        start = first.mark.body if first.mark else 0
        if len(blocks) == 1:
            body = first.passage.part(start)
        else:
            opening = first.passage.part(start)
            body = self.context.paper.passage(
                opening.start if opening.flat else first.passage.end, blocks[-1].passage.end
            )
        if not body.flat:
            return
        if first.mark and self.context.with_outcomes:
            sentence = next(sentences(body.flat), None)
            if sentence:
                self._verdict(body.part(*sentence), directive=False)
        label = first.passage.part(*first.mark.label) if first.mark else None
        self.points.append(self.make(body, label=label, group=group, addressee=addressee_of(group)))

    def _prose(self, passage: Passage, *, numbered: bool) -> Passage | None:
        """Read a paragraph without a label; return its last sentence where that opens a set of points."""
        self._reporter(passage)
        group = None
        chunk: tuple[str, int, int] | None = None
        for start, end in sentences(passage.flat):
            sentence = passage.part(start, end)
            if sentence.flat.endswith(":") and end >= len(passage.flat.rstrip()):
                opener = sentence.part(0, len(sentence.flat) - 1)
                group = opener if opener.flat else None
                self._opened(opener)
                continue
            if self.context.with_outcomes and self._verdict(sentence, directive=not numbered):
                self._keep(passage, chunk)
                chunk = None
                continue
            what = self._reads(sentence, numbered=numbered, former=chunk[0] if chunk else None)
            if chunk and (what == chunk[0] and not _opens(sentence.flat)):
                chunk = (chunk[0], chunk[1], end)
            else:
                self._keep(passage, chunk)
                chunk = (what, start, end)
        self._keep(passage, chunk)
        return group

    def _opened(self, opener: Passage) -> None:
        """Keep the verdict before the colon: 「会议原则通过《办法》，并明确：」."""
        found = find_verdict(opener) if self.context.with_outcomes and opener.flat else None
        if found is not None and found.end < len(opener.flat) and not _LISTED.search(opener.flat, 0, found.end):
            self._outcome(found.class_, opener.span(found.start, found.end))

    def _reads(self, sentence: Passage, *, numbered: bool, former: str | None) -> str:
        """Tell what a sentence is: a remark, a decision, or a narrative (`other`)."""
        flat = sentence.flat
        if DECISION_OPENER.match(flat):
            # before numbered points a demand is still a remark; behind them, or without any, it is decided
            return "remark" if numbered and not self.points else "decision"
        if REMARK_OPENER.match(flat):
            return "decision" if not numbered and lead_units(sentence) else "remark"
        if numbered:
            return former or "other"
        if former == "decision" or _DECIDES.match(flat) or (self.context.obliged and lead_units(sentence)):
            return "decision"
        return former or "other"

    def _keep(self, passage: Passage, chunk: tuple[str, int, int] | None) -> None:
        if chunk is None or not self.context.with_outcomes:
            return
        what, start, end = chunk
        part = passage.part(start, end)
        if what == "remark":
            self.remarks.append(part.span())
        elif what == "decision":
            self._follow(part)
            self.points.append(self.make(part))
        elif self.outcomes:
            self._follow(part, handed=True)

    def _follow(self, part: Passage, *, handed: bool = False) -> None:
        step = next_step_sentence(part) if self.next_step is None else None
        if step and ((self.outcomes and not handed) or HANDED_ON.search(part.flat[slice(*step)])):
            self._next(part.part(*step).span())

    def _reporter(self, passage: Passage) -> None:
        if self.presenter is None and (who := who_reports(passage, known=self.context.people)):
            self._present(who)

    def _verdict(self, sentence: Passage, *, directive: bool) -> bool:
        found = find_verdict(sentence)
        if found is None:
            return False
        self._outcome(found.class_, sentence.span(found.start, found.end))
        if found.next_step:
            step = sentence.part(*found.next_step)
            if found.class_ != "deferred" and (again := PUT_OFF.search(step.flat)):
                # 「原则同意…，按程序公示后再议」: agreed, and yet to come again
                self._outcome("deferred", step.span(*again.span()))
            self._next(step.span())
            if directive:
                point = self.make(step)
                if point.lead_units or point.deadline:
                    self.points.append(point)
        return True

    def _outcome(self, class_: OutcomeClass, place: Span) -> None:
        text = self.context.paper.text[place.start : place.end]
        self.outcomes.append(Outcome(class_=class_, text=text, start=place.start, end=place.end))

    def _next(self, place: Span) -> None:
        if self.next_step is None:
            self.next_step = self.context.paper.text[place.start : place.end]
            self.spans["next_step"] = place

    def _votes(self) -> Votes | None:
        if not self.context.with_outcomes:
            return None
        for block in self.blocks:
            found = find_votes(block.passage)
            if found is None:
                continue
            self.spans["votes"] = found[1]
            class_ = vote_class(found[0], decides=self.context.votes_decide)
            if not self.outcomes and class_ is not None:
                self._outcome(class_, found[1])
            return found[0]
        return None


def _opens(flat: str) -> bool:
    return bool(DECISION_OPENER.match(flat) or REMARK_OPENER.match(flat))
