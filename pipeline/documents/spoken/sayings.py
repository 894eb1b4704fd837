"""What the paragraphs of an item say, sentence by sentence: remarks, decisions, verdicts, and what comes next."""

from __future__ import annotations

from pipeline.documents.duties.extract import lead_units
from pipeline.documents.patterns import ISSUED, LISTED
from pipeline.documents.spoken.gathered import Gathered
from pipeline.documents.spoken.happened import happened
from pipeline.documents.spoken.hearing import heard_in, told_in
from pipeline.documents.spoken.put_off import Verdict, comes_again, nothing_up
from pipeline.documents.spoken.repeated import repeat_of
from pipeline.documents.spoken.steps import (
    PROCEDURE,
    PUT_OFF,
    again_in,
    is_condition,
    next_step_sentence,
    step_said,
    whole_in,
)
from pipeline.documents.spoken.telling import Behind, What, bare_of_speaker, kind_of, opens, opens_decisions, stating
from pipeline.documents.spoken.turning import (
    BIDS,
    agreed_to,
    decided_before,
    makes_anew,
    proposes,
    stresses,
    turn_in,
    worked_on,
)
from pipeline.documents.spoken.verdicts import CONSENTS, OF_ANOTHER, find_verdict, second_verdict
from pipeline.documents.tasks.points import addressee_of
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.enumerations import count_off
from pipeline.documents.text.sentences import sentences


class Saying(Gathered):
    """Reads what is said of one item, in the order of the text, and gathers what it makes of it."""

    def labelled(self, body: Passage, *, label: Passage | None, group: Passage | None) -> None:
        """Add a point with a label of its own; its first sentence may hold the verdict."""
        if self.context.with_outcomes:
            for first in stating(body.flat):
                self.verdict(body.part(*first), directive=False, within=True)
            if label is None and not self.outcomes and heard_in(body.flat) == (0, len(body.flat.rstrip("。; "))):
                # 「▲ 听取汇报。」
                self._hear(body)
                return
            if self.outcomes and self.next_step is None and (whole := whole_in(body)):
                self._next(body.span(*whole))
        self.points.append(self.make(body, label=label, group=group, addressee=addressee_of(group)))

    def prose(self, passage: Passage, *, numbered: bool) -> Passage | None:
        """Read a paragraph without a label; return its last sentence where that opens a set of points."""
        paper, people = self.context.paper, self.context.people
        self.reports.read(paper, passage, known=people, recorded=self.context.with_outcomes)
        self.idle = group = None
        chunk: tuple[What, int, int] | None = None
        over = False
        said = passage.part(0, 0)
        for start, end in sentences(passage.flat):
            sentence = passage.part(start, end)
            former_said, said = said, sentence
            before_it, over = over, happened(sentence.flat, date=self.context.date, before=over)
            if sentence.flat.endswith(":") and end >= len(passage.flat.rstrip()):
                opener = sentence.part(0, len(sentence.flat) - 1)
                group = opener if opener.flat else None
                self._hear(opener)
                self._opened(opener)
                self.opened = opens_decisions(opener.flat)
                continue
            self._hear(sentence)
            if self.context.with_outcomes and self.verdict(sentence, directive=not numbered):
                if chunk and chunk[0] in ("remark", "other") and agreed_to(former_said.flat, sentence.flat):
                    # 「开馆时间由5月推迟到9月。会议同意延期。」
                    at = former_said.start - passage.start
                    self._keep(passage, (chunk[0], chunk[1], at) if chunk[1] < at else None)
                    chunk = ("decision", at, chunk[2])
                self._keep(passage, chunk)
                chunk = None
                continue
            former = chunk[0] if chunk else "decision" if self.opened and not numbered else None
            last = self.outcomes[-1].class_ if self.outcomes else None
            before = Behind(
                former=former,
                verdict=last is not None,
                consent=last in CONSENTS,
                task=self.due or bool(self.points),
                notes=self.context.there if self.terse else None,
                happened=before_it,
            )
            what = kind_of(
                sentence, before, numbered=numbered, obliged=self.context.obliged, date=self.context.date, people=people
            )
            self.opened = self.opened and what in ("decision", "due")
            then = turn_in(sentence.flat, firmly=numbered) if what in ("remark", "other") else None
            if then is not None:
                # 「李明提出分两年列支为宜，会议决定今年先列100万元」
                joined = chunk is not None and what == chunk[0]
                self._keep(passage, chunk if not joined else None)
                self._keep(passage, (what, chunk[1] if chunk and joined else start, start + then))
                chunk = ("decision", start + then, end)
            elif chunk and (what == chunk[0] and not opens(sentence.flat)):
                chunk = (chunk[0], chunk[1], end)
            else:
                self._keep(passage, chunk)
                chunk = (what, start, end)
        self._keep(passage, chunk)
        return group

    def _hear(self, sentence: Passage) -> None:
        """Note what the meeting heard or learnt of, and what somebody told it, each the first time."""
        if self.context.with_outcomes and "heard" not in self.spans and (place := heard_in(sentence.flat)):
            self.spans["heard"] = sentence.span(*place)
            self.undecided = nothing_up(sentence.flat[place[1] :].lstrip(","))
        if place := told_in(sentence.flat):
            self.spans.setdefault("told", sentence.span(*place))

    def _opened(self, opener: Passage) -> None:
        """Keep the verdict before the colon: 「会议原则通过《办法》，并明确：」."""
        found = find_verdict(opener) if self.context.with_outcomes and opener.flat else None
        if found is not None and not LISTED.search(opener.flat, found.start, found.end):
            self.state(found.class_, opener.span(found.start, found.end))

    def _keep(self, passage: Passage, chunk: tuple[What, int, int] | None) -> None:
        if chunk is None or not self.context.with_outcomes:
            return
        what, start, end = chunk
        part = passage.part(start, end)
        self.idle = part if what == "other" else self.idle
        if what == "remark" and (counted := count_off(part)) and any(lead_units(body) for _, body in counted.entries):
            # 「会议强调，一要…；二要市水利局…」 tells tasks, whatever the verb before
            self._decided(part)
        elif what == "remark":
            self.remarks.append(part.span())
            self.stressed = part if stresses(part.flat) else self.stressed
        elif what in ("decision", "due"):
            self._follow(part, handed=what == "due")
            self._decided(part)
        elif self.outcomes and part.start > self.outcomes[-1].start:
            # 「市水利局提请研究清淤。会议同意启动。」: what stands before the verdict asked for it
            self._follow(part, handed=True)

    def _follow(self, part: Passage, *, handed: bool = False) -> None:
        if self.next_step is None and (step := step_said(part, self.outcomes, handed=handed)):
            self._next(part.part(*step).span())

    def verdict(self, sentence: Passage, *, directive: bool, within: bool = False) -> bool:
        """Note the verdict of a sentence, and what comes next; tell whether there was one.

        Args:
            sentence: the sentence.
            directive: whether a task behind the verdict is a point of its own.
            within: whether the sentence stands in a point, which holds the task then.
        """
        sentence = bare_of_speaker(sentence, chair=self.context.chair)
        found = find_verdict(sentence)
        if found is None or ("heard" in self.spans and not self.outcomes and nothing_up(sentence.flat)):
            return False
        if self.undecided and comes_again(sentence.flat[found.start : found.end]):
            # 「会议听取了汇报，不作决定。由财务部继续洽谈，有结果后再上会。」
            self._next(sentence.span(found.start, found.end))
            self._task(sentence)
            return True
        repeat = repeat_of(found, sentence.flat, self.outcomes)
        if repeat == "counted" or repeat == "follows":
            return repeat == "counted"
        if repeat == "again":
            steps = [step for step in (again_in(sentence), next_step_sentence(sentence)) if step]
            self._next(sentence.span(*min(steps, default=(found.start, found.end))))
            self._sent_back(sentence, directive=directive, within=within)
            return True
        self.state(found.class_, sentence.span(found.start, found.end))
        if found.class_ == "deferred" and (again := again_in(sentence, max(found.start - 1, 0))):
            self._next(sentence.span(*again))
        if found.next_step:
            step = sentence.part(*found.next_step)
            if found.class_ not in ("deferred", "rejected") and (put_off := PUT_OFF.search(step.flat)):
                # 「原则同意…，按程序公示后再议」: agreed, and yet to come again
                self.state("deferred", step.span(*put_off.span()))
            if PROCEDURE.search(step.flat):
                self._next(step.span())
        self._but(sentence, found)
        made = len(self.points)
        if directive:
            if found.class_ in ("deferred", "rejected"):
                # 「会议要求信息科补充材料，下次会议再议。」「会议明确，每座补助5万元，3万元的标准不予采纳」
                before = worked_on(sentence, found.start, found.end, date=self.context.date)
                told = decided_before(before)
                self.points += [self.make(told)] if told else []
                if not told and not (found.class_ == "rejected" and proposes(before.flat)):
                    self._task(before)
            self._task(sentence.part(found.end))
        if not within and len(self.points) == made:
            self._charged(sentence.part(found.end))
        if not within and found.matter and not (self.charge and self.charge.lead_units):
            # 「同意由县财政局借款300万元，县人民医院须于9月底前归还」「同意将停运时间推迟到9月30日」
            point = self.make(sentence.part(*found.matter))
            # 「会议不同意由县财政垫付」 charges nobody
            due = point.deadline and point.deadline.date
            if found.class_ in CONSENTS and (due or (point.is_assigned and BIDS.match(point.text))):
                self.charge = self.make(sentence.part(found.matter[0])) if self.charge else point
        if found.class_ == "deferred" and len(self.points) == made and self.charge is None:
            self._sent_back(sentence.part(found.start), directive=directive, within=within)
        return True

    def _sent_back(self, sentence: Passage, *, directive: bool, within: bool) -> None:
        """Note who is to work on a matter that comes again: 「退回市财政局修改」, 「请市发改委测算，成熟后再议」."""
        sentence = sentence.bare_end("。;,")
        if not within and lead_units(sentence):
            if directive and self.outcomes and sentence.start > self.outcomes[-1].end:
                self.points.append(self.make(sentence))
            elif self.charge is None:
                self.charge = self.make(sentence)

    def _but(self, sentence: Passage, found: Verdict) -> None:
        """Note the second verdict of a sentence: 「原则同意公开招标，不同意直接委托」, 「同意4宗，另2宗暂不审议」."""
        rest = sentence.part(found.end).bare_start(",;:")
        if (other := second_verdict(rest, found)) is None:
            return
        again = again_in(rest) if found.class_ == "rejected" and other.class_ == "deferred" else None
        if again and not OF_ANOTHER.match(rest.flat):
            # 「不予采纳，待增加编制后再议」: turned down, and to come again
            self._next(rest.span(*again))
            return
        if all(outcome.class_ != other.class_ for outcome in reversed(self.outcomes)):
            self.state(other.class_, rest.span(other.start, other.end))

    def _task(self, rest: Passage) -> None:
        """Make a point of what stands behind a verdict where it names who does it or by when."""
        rest = rest.bare_start(",;:")
        idle = not rest.flat or is_condition(rest.flat) or ISSUED.match(rest.flat)
        point = None if idle else self.make(rest)
        if point and (point.lead_units or point.deadline or makes_anew(rest.flat)):
            self.points.append(point)

    def _charged(self, rest: Passage) -> None:
        """Note with what the sentence of the verdict charges somebody: 「…，要求相关部门修改完善后组织实施」."""
        rest = rest.bare_start(",;:").bare_end("。;,")
        if self.charge is None and rest.flat and not is_condition(rest.flat):
            self.charge = point if (point := self.make(rest)).is_assigned else None
