"""What an item has told so far, and how a decision or a verdict is kept with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.documents.context import Context
from pipeline.documents.numerals import chinese_to_int
from pipeline.documents.spoken.reporters import Reports
from pipeline.documents.spoken.turning import asks
from pipeline.documents.tasks.points import PointMaker, addressee_of
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.enumerations import count_off
from pipeline.minutes import Outcome, OutcomeClass, Point, Span
from pipeline.patterns import compiled

_TURNED_DOWN = compiled("(?:会议)?(?:不同意|不予)")


@dataclass
class Gathered:
    """What is told of one item so far: its verdicts, its tasks, what comes next.

    Attributes:
        context: the document.
        spans: the place of each field, by its name.
        outcomes, next_step, remarks, points, charge: the fields of the item.
        reports: who reports.
        idle: what the last paragraph said that is neither decided nor a remark.
        stressed: what the meeting last stressed is to be done, and no more than that.
        settled: how many points were there when a line last said who does what stands before it.
        opened: a line 「会议明确：」 opens what follows.
        undecided: what was heard was not up for decision (听取了汇报，不作决定).
        due: what is due by a day is a task, whatever stands before it.
        terse: nobody speaks for the meeting in the item.
    """

    context: Context
    spans: dict[str, Span] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    next_step: str | None = None
    remarks: list[Span] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    charge: Point | None = None
    reports: Reports = field(default_factory=Reports)
    idle: Passage | None = None
    stressed: Passage | None = None
    settled: int = 0
    opened: bool = False
    undecided: bool = False
    due: bool = False
    terse: bool = False

    @property
    def make(self) -> PointMaker:
        """What makes the points."""
        return PointMaker.of(self.context)

    def _decided(self, part: Passage) -> None:
        """Make a point of a decision in prose, or one of each thing that it counts off (一是…；二是…)."""
        last = next((chinese_to_int(point.label) for point in reversed(self.points) if point.label), None)
        counted = count_off(part) or (count_off(part, after=last) if last else None)
        if counted is None:
            self.points.append(self.make(part))
            return
        opener = counted.opener
        if opener and chinese_to_int(counted.entries[0][0].flat) != 1:
            # 「四是…。某局持保留意见，由丙局核定。五是…」: what stands before the count is a decision of its own
            self.points, opener = [*self.points, self.make(opener)], None
        for label, body in counted.entries:
            self.points.append(self.make(body, label=label, group=opener, addressee=addressee_of(opener)))
        if counted.rest is not None:
            self._decided(counted.rest)

    def settle(self, *, numbered: bool, leads: frozenset[str] = frozenset()) -> list[tuple[Point, bool]]:
        """Return the tasks behind the last line 「责任单位：…」, and whether the next names who does them.

        It does for the only one, or for those without a lead; by when it says for all. What the last paragraph said
        becomes a task where there is no other; what was turned down is none. What the meeting stressed is to be done
        becomes one where those who are named (`leads`) have no part in any other.
        """
        asked = self.idle and self.outcomes and self.idle.start < self.outcomes[-1].start and asks(self.idle.flat)
        if len(self.points) == self.settled and self.idle is not None and not numbered and not asked:
            self._decided(self.idle)
        if self.stressed is not None and leads and not numbered:
            others = self.points[self.settled :]
            if all(one.lead_units and leads.isdisjoint((*one.lead_units, *one.support_units)) for one in others):
                self._decided(self.stressed)
        self.stressed = None
        since = [point for point in self.points[self.settled :] if not _TURNED_DOWN.match(point.text)]
        self.settled = len(self.points)
        return [(point, len(since) == 1 or not point.lead_units) for point in since]

    def state(self, class_: OutcomeClass, place: Span) -> None:
        """Keep a verdict with its place."""
        text = self.context.paper.text[place.start : place.end]
        self.outcomes.append(Outcome(class_=class_, text=text, start=place.start, end=place.end))

    def _next(self, place: Span) -> None:
        if self.next_step is None:
            self.next_step = self.context.paper.text[place.start : place.end]
            self.spans["next_step"] = place
