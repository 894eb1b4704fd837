"""Lines that say who does what stands above them, 「责任单位：…」 in an item: of which points and verdicts they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.context import Context
from pipeline.documents.spoken.hearing import heard_in
from pipeline.documents.spoken.sayings import Saying
from pipeline.documents.spoken.verdicts import CONSENTS
from pipeline.documents.tasks.told_lines import Sharing, ToldLine, joined, told_line
from pipeline.documents.text.outline import Block
from pipeline.minutes import Point


@dataclass(slots=True)
class LinesBeneath:
    """Gives the tasks of one item to those whom the lines beneath them name.

    Attributes:
        context: the document.
        said: what the item says so far.
        run: the tasks for which the lines that now stand beneath one another are.
        lined: a point of the item has a line of its own.
        on_verdict: the lines are for the verdict, as the only task has a lead of its own.
    """

    context: Context
    said: Saying
    run: list[tuple[Point, bool]] | None = None
    lined: bool = False
    on_verdict: bool = False

    def is_of_several(self, block: Block) -> bool:
        """Tell whether a line says who does which of the tasks before it, so that it belongs to no single one."""
        line = told_line(block.passage) if block.mark is None and self.context.obliged else None
        return line is not None and line.is_of_several

    def are_given(self, block: Block, *, within: bool) -> bool:
        """Give the tasks before a line 「责任单位：…」 to those whom it names; tell whether there were any."""
        line = told_line(block.passage) if block.mark is None and self.context.obliged else None
        if line is None:
            self.run = None
            return False
        if self.run is None:
            leads = frozenset(name.flat for share in line.shares for name in share.leads)
            self.run = self.said.settle(numbered=within, leads=leads)
            own = frozenset(name for point, _ in self.run for name in point.lead_units)
            whole = len(self.run) == 1 and not re.search("[。;].", self._flat(self.run[0][0]))
            self.on_verdict = whole and bool(own) and leads.isdisjoint(own) and self._charge(line)
        elif self.on_verdict:
            self._charge(line)
        if self.on_verdict:
            return True
        known = len(self.said.points)
        self.said.points = Sharing(self.context, self.said.points, self.run).given(line)
        self.said.settled = len(self.said.points)
        return bool(self.run) or line.is_of_several or known < self.said.settled or self._charged_with(line)

    def are_for_all(self, point: Sequence[Block], rest: Sequence[Block]) -> bool:
        """Tell whether lines 「责任单位：…」 end the item and not its last point: no other point has such lines."""
        several = point[0].mark is not None and any(one.label for one in self.said.points)
        lines = [told_line(block.passage) for block in rest if block.mark is None]
        bare = all(line and all(share.task is None for share in line.shares) for line in lines)
        return several and bare and len(lines) == len(rest) and not self.lined and self.context.obliged

    def give_all(self, rest: Sequence[Block]) -> None:
        """Give the points without a lead, and the verdict on them all, to those whom the item's last lines name."""
        line = joined([line for block in rest if (line := told_line(block.passage))])
        down = [one.start for one in self.said.outcomes if one.class_ == "rejected"]
        run = [
            (point, not point.lead_units)
            for point, _ in self.said.settle(numbered=True)
            if not (heard_in(self._flat(point)) or any(point.start <= start < point.end for start in down))
        ]
        self.said.points = Sharing(self.context, self.said.points, run, of_all=True).given(line)
        self._charge(line)

    def _flat(self, point: Point) -> str:
        """Return the folded wording of a point."""
        return self.context.paper.passage(point.start, point.end).flat

    def _charge(self, line: ToldLine) -> bool:
        """Charge those whom a line names with the consent that stands in no point; tell whether there is one."""
        said = self.said
        within = [(point.start, point.end) for point in said.points if point.label]
        apart = [one for one in said.outcomes if not any(start <= one.start < end for start, end in within)]
        on = next((one for one in apart if one.class_ in CONSENTS), None)
        charged = said.charge is not None and bool(said.charge.lead_units or said.charge.lead_generic)
        if on is None or (charged and not self.on_verdict):
            return False
        charge = said.charge or said.make(self.context.paper.passage(on.start, on.end))
        said.charge = Sharing(self.context, [charge], [(charge, True)]).given(line)[0]
        return True

    def _charged_with(self, line: ToldLine) -> bool:
        """Make a task of the last verdict where none stands before a line 「责任单位：…」; tell if there was one."""
        said = self.said
        if said.points or not said.outcomes:
            return False
        point = said.make(self.context.paper.passage(said.outcomes[-1].start, said.outcomes[-1].end))
        point = Sharing(self.context, [point], [(point, True)]).given(line)[0]
        if point.is_assigned:
            said.points.append(point)
            self.run, said.settled = [(point, True)], 1
        return True
