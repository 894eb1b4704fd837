"""A line that says who does what stands before it, 「责任单位：…」: its shares, and the tasks that each is for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.context import Context
from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.unit_shapes import is_unit
from pipeline.documents.tasks.deadlines import find_deadline
from pipeline.documents.tasks.points import PointMaker
from pipeline.documents.tasks.responsible import LONGEST, Share, number_of, shares_of
from pipeline.documents.tasks.task_cells import with_share
from pipeline.documents.text.clean import Passage
from pipeline.minutes import Point
from pipeline.patterns import compiled

# 「责任单位：市住建局」「配合单位：…  完成时限：…」「责 任 人：」, set wide
_WHO = r"(?:单位|部门|科室|处室|股室|站所|领导|干部|人员|人|主体)"
_LINE = compiled(
    r"(?P<deadline>(?:完成|办结|整改|落实|反馈|报送|截止)(?:时限|期限|时间|日期)"
    r"|完[ ]+成[ ]+(?:时[ ]*限|时[ ]*间)|时限|期限)[ ]?[:]"
    rf"|(?P<support>(?:配合|协办|协同|参与|协助|监督|督促|督办|督导|指导|审核|验收)(?:责任)?{_WHO}(?:和责任人)?"
    r"|(?<![\u4e00-\u9fff])(?:配合|协办|协助|监督))[ ]?[:]"
    r"|(?P<lead>(?:责[ ]+任[ ]+(?:人|单[ ]*位|部[ ]*门)"
    rf"|(?:责任|牵头|主办|主责|承办|经办|跟办|落实|主抓|包[段片联保抓案]|挂[联钩包])(?:责任)?{_WHO}(?:[和及与、](?:责任人|(?:完成|办结|整改)?(?:时限|时间|期限)))?"
    r"|(?:责任|任务|职责)分工|(?<![\u4e00-\u9fff])(?:牵头|责任|落实|主办|承办|跟办)))[ ]?[:]"
)


@dataclass(frozen=True, slots=True)
class ToldLine:
    """What a line says of who does it and by when: the shares, and a time limit of its own (完成时限：…)."""

    shares: tuple[Share, ...]
    deadline: Passage | None = None

    @property
    def is_of_several(self) -> bool:
        """Tell whether it parts its tasks: 「第（1）条，市住建局」, 「补植由园林所负责；检修由供电所负责」."""
        brackets = sum(1 for share in self.shares for name in share.leads if _is_for_what(name.flat))
        due = len(_DUE_APART.findall(self.deadline.flat)) if self.deadline else 0
        return len(self.shares) > 1 or brackets > 1 or due > 1 or any(share.numbers for share in self.shares)


def told_line(passage: Passage) -> ToldLine | None:
    """Return what a line says of who does it and by when and nothing else, or `None`.

    >>> text = "责任单位:市住建局 完成时限:6月底前"
    >>> line = told_line(Passage(text, range(len(text))))
    >>> [name.flat for name in line.shares[0].leads], line.deadline.flat
    (['市住建局'], '6月底前')
    """
    if ":" not in passage.flat or len(passage.flat) > LONGEST:
        return None
    passage = passage.bare_start("▲●■◆·•-*")
    if passage.flat[:1] in "(〔[【" and passage.flat[-1:] in ")〕]】":
        passage = passage.bare_start("(〔[【").bare_end(")〕]】")
    labels = [match for match in _LINE.finditer(passage.flat) if match.lastgroup]
    if not labels or labels[0].start() > 0:
        return None
    stops = [*(label.start() for label in labels[1:]), len(passage.flat)]
    shares: list[Share] = []
    deadline = None
    for label, stop in zip(labels, stops, strict=True):
        cell = passage.part(label.end(), stop).bare_start(" ").bare_end("。;, |")
        if label.lastgroup == "deadline":
            deadline = cell
            continue
        for share in shares_of(cell):
            if label.lastgroup == "support":
                share.leads, share.supports = [], share.leads + share.supports
            _add(shares, share)
    return ToldLine(tuple(shares), deadline)


def joined(lines: Sequence[ToldLine]) -> ToldLine:
    """Return lines that stand beneath one another as one: 「责任单位：…」, beneath it 「配合单位：…」."""
    shares: list[Share] = []
    for share in (share for line in lines for share in line.shares):
        _add(shares, share)
    return ToldLine(tuple(shares), next((line.deadline for line in lines if line.deadline), None))


def _add(shares: list[Share], other: Share) -> None:
    """Add a share, or to the last one what a further label says: 「责任领导：…；责任单位：…；配合单位：…」."""
    if not shares or other.numbers or other.topic:
        shares.append(other)
        return
    share = shares[-1]
    share.leads += other.leads
    share.supports += other.supports
    share.deadlines += other.deadlines
    share.task = share.task or other.task


@dataclass(frozen=True, slots=True)
class Sharing:
    """Gives the shares of a line to the tasks before it.

    Attributes:
        context: the document.
        points: every task of the item so far.
        run: those for which a line is that names none, and whether it says who does them.
        of_all: the line is for the item as a whole, so that who helps does so wherever one of those it names leads.
    """

    context: Context
    points: Sequence[Point]
    run: Sequence[tuple[Point, bool]]
    of_all: bool = False

    def given(self, line: ToldLine) -> list[Point]:
        """Return the tasks with what the line says, and behind them those that it tells in words of its own."""
        points = {point.start: point for point in self.points}
        further: list[Point] = []
        for share in (one for told in line.shares for one in self._apart(told)):
            theirs = self._theirs(share)
            for start, told in theirs:
                points[start] = with_share(self.context, points[start], told, alone=len(self.run) == 1)
            own = share.task or (share.place if share.topic and not theirs else None)
            if own is not None:
                made = PointMaker.of(self.context)(own)
                further.append(with_share(self.context, made, share))
        for start, due in self._due(line.deadline) if line.deadline else ():
            points[start] = with_share(self.context, points[start], due, alone=len(self.run) == 1)
        return [*points.values(), *further]

    def _apart(self, share: Share) -> list[Share]:
        """Return a share with those apart whose bracket names one of the tasks: 「市水利局（塘坝排查）」."""
        if share.numbers or share.topic is not None:
            return [share]
        apart: list[Share] = []
        kept: list[Passage] = []
        for name in share.leads:
            bracket = _FOR_WHAT.search(name.flat)
            start = self._spoken_of([name.part(*bracket.span("topic"))], alone=ALIKE_ALONE) if bracket else None
            if bracket and start is not None:
                apart.append(Share(leads=[name.part(0, bracket.start())], topic=name.part(*bracket.span("topic"))))
            else:
                kept.append(name)
        return [replace(share, leads=kept), *apart] if apart else [share]

    def _due(self, cell: Passage) -> list[tuple[int, Share]]:
        """Return where the tasks start that a time limit is for: 「印发7月底前，清查10月底前完成」 tells each apart."""
        parts = [cell.part(*match.span()) for match in _CLAUSE.finditer(cell.flat)]
        told = [(self._spoken_of(_beside_limit(part, self.context.date)), Share(deadlines=[part])) for part in parts]
        theirs = [(start, due) for start, due in told if start is not None]
        if len(self.run) == 1 or not theirs:
            return [(point.start, Share(deadlines=[cell])) for point, _ in self.run]
        return theirs

    def _spoken_of(self, topics: Sequence[Passage], *, alone: float = 0.5) -> int | None:
        """Return where the only task of the run starts of which one of some words speaks, or `None`.

        `alone` is how much of the words it must hold where no other task holds any.
        """
        for topic in topics:
            fits = sorted((_shared(topic.flat, point.text), point.start) for point, _ in self.run)
            best, second = ([(0.0, 0), (0.0, 0), *fits][-1], [(0.0, 0), (0.0, 0), *fits][-2])
            if best[0] > second[0] and best[0] >= (ALIKE if second[0] else alone):
                return best[1]
        return None

    def _theirs(self, share: Share) -> list[tuple[int, Share]]:
        """Return where the tasks of a share start, each with what of it is for this one."""
        if share.numbers:
            return [(one.start, share) for one in self.points if number_of(one.label) in share.numbers]
        if share.topic is not None:
            start = self._spoken_of([share.topic], alone=ALIKE_ALONE)
            return [(start, share)] if start is not None else []
        due = Share(deadlines=share.deadlines)
        # a line that tells a task is of that, and of what stands before it only where that is numbered
        run = [(point, is_theirs) for point, is_theirs in self.run if share.task is None or point.label]
        return [(point.start, share if is_theirs else self._beside(point, share, due)) for point, is_theirs in run]

    def _beside(self, point: Point, share: Share, due: Share) -> Share:
        """Return what a share is for a task that has a lead: who helps, where that is one whom the share names."""
        if not (self.of_all and any(name.flat in point.lead_units for name in share.leads)):
            return due
        return replace(due, supports=[name for name in share.supports if name.flat not in point.lead_units])


def with_own_lines(context: Context, point: Point, behind: Sequence[Passage]) -> Point:
    """Return a numbered task with what the lines at its end say of who does it: 「（1）…」, beneath it 「责任单位：…」.

    Args:
        context: the document.
        point: the task as its wording, these lines included, says it.
        behind: the paragraphs that it goes on in, the first one left out.
    """
    lines: list[tuple[Passage, ToldLine]] = []
    for passage in reversed(behind):
        line = told_line(passage)
        if line is None:
            break
        lines.insert(0, (passage, line))
    if not any(share.leads for _, line in lines for share in line.shares):
        return point
    bare = context.paper.passage(point.start, lines[0][0].start)
    made = PointMaker.of(context)(bare)
    made = replace(made, label=point.label or "·")
    for _, line in lines:
        made = Sharing(context, [made], [(made, True)]).given(line)[0]
    kept = {name: place for name, place in point.spans.items() if name in ("label", "group", "addressed_to")}
    return replace(
        made,
        label=point.label,
        text=point.text,
        group=point.group,
        addressed_to=point.addressed_to,
        end=point.end,
        spans={**made.spans, **kept},
    )


_FOR_WHAT = compiled(r"(?<=[\u4e00-\u9fff])\((?P<topic>[^(),;]{3,16})\)$")
_CLAUSE = compiled(r"[^,;。]+")
# 「清淤6月30日前，清运年底前」: one part for each task
_DUE_APART = compiled(r"(?:^|[,;])[\u4e00-\u9fff《》]{2,12}?(?:于|在)?(?:\d{1,4}[年月日]|[本年月]底|长期|每[天周月季])")


def _is_for_what(name: str) -> bool:
    """Tell whether a name bears a bracket that may say what it is to do; 「（河长办）」「（李明）」 say who."""
    bracket = _FOR_WHAT.search(name)
    return bracket is not None and not is_unit(bracket["topic"]) and not is_name(bracket["topic"])


# 「…前完成」 tells no task from another
_ANY_TASK = compiled(r"(?:全部|全面|基本|一并)*(?:完成|办结|到位|落实|完毕)?")


def _beside_limit(part: Passage, date: str | None) -> list[Passage]:
    """Return what a clause says before its time limit and behind it, of what is due by then."""
    found = find_deadline(part, date=date)
    if found is None:
        return []
    start, end = (bisect_left(part.offsets, place) for place in (found[1].start, found[1].end))
    sides = [part.part(0, start).bare_end(" 于在:"), part.part(end)]
    return [side for side in sides if len(side.flat) >= 2 and not _ANY_TASK.fullmatch(side.flat)]


ALIKE = 0.5
"""The share of a topic's pairs of characters that a task must hold to be the one of which it speaks."""

ALIKE_ALONE = 0.3
"""The same for a bracket, where no other task holds any of them: 「管道更换」 speaks of 「破损管道换完」."""


def _shared(topic: str, text: str) -> float:
    """Return which share of the pairs of characters of a topic stands in a text."""
    pairs = {topic[index : index + 2] for index in range(len(topic) - 1)}
    return sum(1 for pair in pairs if pair in text) / max(len(pairs), 1)
