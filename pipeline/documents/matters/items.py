"""One item: its heading, who reported, what was said and decided, the verdict, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.documents.context import Context
from pipeline.documents.matters.headings import read_heading
from pipeline.documents.matters.line_labels import decided_label
from pipeline.documents.matters.lines_beneath import LinesBeneath
from pipeline.documents.patterns import MEETING
from pipeline.documents.spoken.hearing import heads_hearing
from pipeline.documents.spoken.sayings import Saying
from pipeline.documents.spoken.telling import Behind, dissents, kind_of
from pipeline.documents.spoken.terse import nobody_speaks
from pipeline.documents.spoken.votes import find_votes, vote_class
from pipeline.documents.tasks.points import named
from pipeline.documents.tasks.task_cells import task_cells, task_columns, task_point, wrapped_cells
from pipeline.documents.tasks.told_lines import told_line, with_own_lines
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.grids import grids_of
from pipeline.documents.text.outline import Block
from pipeline.documents.text.wraps import ends_sentence
from pipeline.minutes import Item, Span, Votes
from pipeline.patterns import compiled


@dataclass(frozen=True, slots=True)
class Shape:
    """How the blocks of an item are to be taken.

    Attributes:
        section: the label of the section that holds it.
        title_of: what takes the title out of the heading's wording.
        topic: the title of the only matter of a record, found elsewhere; the first block is then no heading.
        single: the item is the only matter, and its labels are points.
        every_paragraph: each paragraph without a label is a point (the measures of a report).
        due: what is due by a day is a task, whatever stands before it (in the tail).
    """

    section: str | None = None
    title_of: Callable[[Passage], Passage] | None = None
    topic: Passage | None = None
    single: bool = False
    every_paragraph: bool = False
    due: bool = False


def build_item(context: Context, blocks: Sequence[Block], *, end: int, shape: Shape | None = None) -> Item:
    """Build an item from its blocks, the heading first; `end` is the offset behind its last character."""
    shape = shape or Shape()
    before = shape.single and shape.topic is None and not shape.due  # what stands above the items tells who met
    terse = not before and nobody_speaks(block.passage for block in blocks)
    return _Builder(context, blocks, shape, Saying(context, due=shape.due, terse=terse)).build(end)


_CLOSERS = compiled(
    rf"(?:\((?:汇报|主持|提请|报告|列席)[^()]{{0,6}}:|{MEETING}|针对|就|对于|经|以上|上述|此外|同时|另|表决|投票|举手|全票|一致(?:同意|通过)|[^。;]{{2,60}}:$|原则|同意|通过)"
)
_SPOKEN = compiled(r"[\u4e00-\u9fff]{2,4}(?:同志)?(?:指出|强调|要求|认为|最后)")
_BELONGS = compiled(
    r"(?:责任|牵头|配合|协办|主办|整改)(?:责任)?(?:单位|部门|人|领导|时限|期限)|完成(?:时限|时间|情况)|整改时限"
)


_BULLET = compiled(r"(?:[-+•·●■▪◆◇➢◦○□◎※✓✔√▲△▶►▸★☆♦]|—{1,2}(?=[ ]*[\u4e00-\u9fff“《]))[ ]*(?=\S)")


# 「◆ 村级事项」 behind the last paragraph of an item: the part of the record that begins with the next one
_PART = compiled(r"[■◆◇●▲★☆▶►♦□◎※][ ]*[\u4e00-\u9fff]{1,8}(?:事项|工作|议题|部分|方面|事务|议案|类)")

_ALL_BY = compiled(
    r"\((?:以下|本项|此项|以上|均|各项|下列)*(?P<told>由[^(),。;]{2,30}?(?:负责|牵头|承办|办理|落实))\)$"
)


@dataclass
class _Builder:
    context: Context
    blocks: Sequence[Block]
    shape: Shape
    said: Saying
    lines: LinesBeneath = field(init=False)
    above: dict[str, Passage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep what gives the tasks to those whom the lines beneath them name."""
        self.lines = LinesBeneath(self.context, self.said)

    def build(self, end: int) -> Item:
        first, paper = self.blocks[0], self.context.paper
        title, verb, rest = self._heading(first)
        label = None
        if first.mark and not self.shape.single:
            self.said.spans["label"] = first.passage.span(*first.mark.label)
            label = named(paper, self.said.spans["label"])
        self._body(rest)
        said = self.said
        votes = self._votes()
        self._heard(verb)
        self._bidding(first)
        return Item(
            label=label,
            number=first.mark.value if label is not None and first.mark else None,
            section=self.shape.section,
            verb=verb,
            title=title,
            presenter=said.reports.first,
            further_presenters=said.reports.further,
            outcomes=tuple(said.outcomes),
            next_step=said.next_step,
            charge=said.charge,
            votes=votes,
            remarks=tuple(said.remarks),
            points=tuple(sorted(said.points, key=lambda point: point.start)),
            start=first.passage.start,
            end=end,
            spans=said.spans | said.reports.spans,
        )

    def _votes(self) -> Votes | None:
        """Return the counts of a vote; where no word gives the verdict, they may."""
        context = self.context
        found = next(filter(None, (find_votes(block.passage) for block in self.blocks if context.with_outcomes)), None)
        if found is None:
            return None
        self.said.spans["votes"] = found[1]
        class_ = vote_class(found[0], decides=context.votes_decide)
        if not self.said.outcomes and class_ is not None:
            self.said.state(class_, found[1])
        return found[0]

    def _heard(self, verb: str | None) -> None:
        """Keep what the meeting heard where it gave no verdict; the heading may say so alone."""
        spans = self.said.spans
        told = spans.pop("told", None)
        if self.said.outcomes:
            spans.pop("heard", None)
        elif self.context.with_outcomes:
            headed = bool(verb and heads_hearing(verb) and "title" in spans)
            if told is not None and not any(one.start <= told.start < one.end for one in self.said.points):
                spans.setdefault("heard", told)
            elif headed:
                spans.setdefault("heard", Span(spans["verb"].start, spans["title"].end))

    def _bidding(self, first: Block) -> None:
        """Make a point of a heading with nothing beneath it that is a sentence and bids somebody: 「六、由…督办。」."""
        said, context = self.said, self.context
        if len(self.blocks) > 1 or first.mark is None or self.shape.single or not context.obliged:
            return
        body = first.passage.part(first.mark.body)
        told = said.outcomes or "heard" in said.spans or any(point.lead_units for point in said.points)
        if told or body.flat.find("。") != len(body.flat) - 1:
            return
        if kind_of(body, Behind(), date=context.date, people=context.people) == "decision":
            said.points = [said.make(body)]

    def _heading(self, block: Block) -> tuple[str, str | None, list[Block]]:
        paper = self.context.paper
        if self.shape.single or self.shape.topic is not None:
            topic = self.shape.topic
            if topic is not None:
                self.said.spans["title"] = topic.span()
            return named(paper, topic.span()) if topic else "", None, list(self.blocks)
        heading = read_heading(block, title_of=self.shape.title_of)
        if heading.presenter is not None:
            self.said.reports.present(paper, heading.presenter, known=self.context.people)
        self.said.reports.present_units(paper, heading.units)
        for name, part in (("verb", heading.verb), ("title", heading.title)):
            if part is not None:
                self.said.spans[name] = part.span()
        rest = list(self.blocks[1:])
        if heading.rest is not None:
            rest.insert(0, Block(heading.rest))
        title = named(paper, self.said.spans["title"]) if "title" in self.said.spans else ""
        return title, named(paper, self.said.spans["verb"]) if "verb" in self.said.spans else None, rest

    def _body(self, blocks: list[Block]) -> None:
        level = min((block.depth for block in blocks if block.mark), default=None)
        # 「任务1　…」 beneath the prose: what is decided stands there, and the tasks are told apart from it
        numbered = any(block.mark and block.mark.style != "task" for block in blocks)
        group = self._charged_in_title()
        open_point: list[Block] = []
        columns: list[str | None] | None = None
        for position, block in enumerate(blocks):
            if open_point and self.lines.are_for_all(open_point, blocks[position:]):
                self._close(open_point, group)
                self.lines.give_all(blocks[position:])
                return
            if (block.mark is None or columns) and "|" in block.passage.flat and self.context.obliged:
                columns, told = self._row(block.passage, columns)
                if told:
                    continue
            if open_point and (self.lines.is_of_several(block) or self._is_of_table(block)):
                self._close(open_point, group)
                open_point = []
            if not open_point and self.lines.are_given(block, within=level is not None):
                continue
            if block.mark and block.depth == level:
                self._close(open_point, group)
                open_point = [block]
            elif block is blocks[-1] and _PART.fullmatch(block.passage.flat):
                self._close(open_point, group)
                open_point = []
            elif block.mark is None and (bullet := _BULLET.match(block.passage.flat) or decided_label(block.passage)):
                self._close(open_point, group)
                open_point = [Block(block.passage.part(bullet.end()))]
            elif open_point and not (block.mark is None and self._ends(open_point, block, numbered=level is not None)):
                open_point.append(block)
            elif self.shape.every_paragraph and block.mark is None and level is None:
                self._close(open_point, group)
                open_point = [block]
            else:
                self._close(open_point, group)
                open_point = []
                group = self.said.prose(block.passage, numbered=numbered)
        self._close(open_point, group)

    def _charged_in_title(self) -> Passage | None:
        """Return what a bracket behind the title says of who does all that follows: 「（以下由林业站负责）」."""
        title = self.blocks[0].passage
        match = _ALL_BY.search(title.flat) if self.context.obliged else None
        return title.part(*match.span("told")) if match else None

    def _row(self, line: Passage, columns: list[str | None] | None) -> tuple[list[str | None] | None, bool]:
        """Read a line of a table of tasks within the item; return its columns, and whether the line was one."""
        if head := task_columns(line):
            self.above = {}
            return head, True
        if columns and (told := wrapped_cells(self.context.paper, line, columns)) is not None:
            point = task_point(self.context, told)
            self.said.points += [point] if point else []
            self.above = told or self.above
            return columns, True
        cells = task_cells(line, columns, above=self.above) if columns else None
        point = task_point(self.context, cells) if cells else None
        self.said.points += [point] if point else []
        self.above = cells or {}
        return columns, point is not None

    def _is_of_table(self, block: Block) -> bool:
        """Tell whether a paragraph is the name of a table or a line of it: it is no part of the point above."""
        at = block.passage.start
        every = grids_of(self.context.paper.text) if block.mark is None else ()
        return any(at in grid.span or (grid.title is not None and at in grid.title) for grid in every)

    def _ends(self, point: Sequence[Block], block: Block, *, numbered: bool) -> bool:
        """Tell whether a paragraph without a label stands behind a point and is no part of it."""
        # 「▲ …。」 ends where its line does, and so does 「● …。〔检测中心；3月底前〕」
        listed = point[0].mark is None and not self.shape.every_paragraph and ends_sentence(point[-1].passage.flat)
        return listed or self._closes(block, numbered=numbered)

    def _closes(self, block: Block, *, numbered: bool) -> bool:
        flat = block.passage.flat
        if self.shape.every_paragraph:
            return not numbered and not _BELONGS.match(flat)
        return bool(_CLOSERS.match(flat) or _SPOKEN.match(flat) or dissents(flat))

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
        label = first.passage.part(*first.mark.label) if first.mark else None
        self.said.labelled(body, label=label, group=group)
        if len(blocks) > 1 and self.context.obliged:
            behind = [block.passage for block in blocks[1:] if block.mark is None]
            self.lines.lined = self.lines.lined or any(told_line(passage) for passage in behind)
            self.said.points[-1] = with_own_lines(self.context, self.said.points[-1], behind)
