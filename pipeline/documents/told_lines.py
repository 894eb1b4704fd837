"""A line that says who does what stands before it, 「责任单位：…」: its shares, and the tasks that each is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.clean import Passage
from pipeline.documents.context import Context
from pipeline.documents.points import PointMaker
from pipeline.documents.responsible import LONGEST, Share, number_of, shares_of
from pipeline.documents.task_cells import with_share
from pipeline.minutes import Point
from pipeline.patterns import compiled

# 「责任单位：市住建局」「配合单位：…  完成时限：…」「责 任 人：」, set wide
_LINE = compiled(
    r"(?P<deadline>(?:完成|办结|整改|落实)(?:时限|期限|时间)|完[ ]+成[ ]+(?:时[ ]*限|时[ ]*间)|时限)[ ]?[:]"
    r"|(?P<support>(?:配合|协办|协同|参与|协助|监督|督促|督办|督导|指导|审核|验收)(?:责任)?(?:单位|部门|科室|处室|人)(?:和责任人)?"
    r"|(?<![\u4e00-\u9fff])(?:配合|协办|协助|监督))[ ]?[:]"
    r"|(?P<lead>(?:责[ ]+任[ ]+(?:人|单[ ]*位|部[ ]*门)"
    r"|(?:责任|牵头|主办|主责|承办|落实)(?:责任)?(?:单位|部门|科室|处室|领导|人|主体)(?:[和及与、](?:责任人|(?:完成|办结|整改)?(?:时限|时间|期限)))?"
    r"|(?:责任|任务|职责)分工|(?<![\u4e00-\u9fff])(?:牵头|责任|落实)))[ ]?[:]"
)


@dataclass(frozen=True, slots=True)
class ToldLine:
    """What a line says of who does it and by when: the shares, and a time limit of its own (完成时限：…)."""

    shares: tuple[Share, ...]
    deadline: Passage | None = None

    @property
    def is_of_several(self) -> bool:
        """Tell whether it parts its tasks: 「第（1）条，市住建局」, 「补植由园林所负责；检修由供电所负责」."""
        return len(self.shares) > 1 or any(share.numbers for share in self.shares)


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
        cell = passage.part(label.end(), stop).bare_start(" ").bare_end("。;, ")
        if label.lastgroup == "deadline":
            deadline = cell
            continue
        for share in shares_of(cell):
            if label.lastgroup == "support":
                share.leads, share.supports = [], share.leads + share.supports
            if shares and not (share.numbers or share.topic):
                _join(shares[-1], share)
            else:
                shares.append(share)
    return ToldLine(tuple(shares), deadline)


def _join(share: Share, other: Share) -> None:
    """Add what a further label says to a share: 「责任领导：…；责任单位：…；配合单位：…」."""
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
    """

    context: Context
    points: Sequence[Point]
    run: Sequence[tuple[Point, bool]]

    def given(self, line: ToldLine) -> list[Point]:
        """Return the tasks with what the line says, and behind them those that it tells in words of its own."""
        points = {point.start: point for point in self.points}
        further: list[Point] = []
        for share in line.shares:
            theirs = self._theirs(share)
            for start, told in theirs:
                points[start] = with_share(self.context, points[start], told, alone=len(self.run) == 1)
            own = share.task or (share.place if share.topic and not theirs else None)
            if own is not None:
                made = PointMaker.of(self.context)(own)
                further.append(with_share(self.context, made, share))
        for point, _ in self.run if line.deadline else ():
            due = Share(deadlines=[line.deadline] if line.deadline else [])
            points[point.start] = with_share(self.context, points[point.start], due, alone=len(self.run) == 1)
        return [*points.values(), *further]

    def _theirs(self, share: Share) -> list[tuple[int, Share]]:
        """Return where the tasks of a share start, each with what of it is for this one."""
        if share.numbers:
            return [(one.start, share) for one in self.points if number_of(one.label) in share.numbers]
        if share.topic is not None:
            fits = [(_shared(share.topic.flat, point.text), -place) for place, (point, _) in enumerate(self.run)]
            best = max(fits, default=(0.0, 0))
            only = sum(1 for fit, _ in fits if fit == best[0]) == 1
            return [(self.run[-best[1]][0].start, share)] if best[0] >= ALIKE and only else []
        due = Share(deadlines=share.deadlines)
        # a line that tells a task is of that, and of what stands before it only where that is numbered
        run = [(point, is_theirs) for point, is_theirs in self.run if share.task is None or point.label]
        return [(point.start, share if is_theirs else due) for point, is_theirs in run]


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


ALIKE = 0.5
"""The share of a topic's pairs of characters that a task must hold to be the one of which it speaks."""


def _shared(topic: str, text: str) -> float:
    """Return which share of the pairs of characters of a topic stands in a text."""
    pairs = {topic[index : index + 2] for index in range(len(topic) - 1)}
    return sum(1 for pair in pairs if pair in text) / max(len(pairs), 1)
