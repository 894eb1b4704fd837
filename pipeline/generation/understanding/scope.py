"""Which meetings and documents a question is about: 第4次常务会议, 昆政纪〔2017〕4号, 2017年5月那次, 去年."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.generation.places import of_one_place
from pipeline.generation.understanding import issues
from pipeline.generation.understanding.narrowing import Reading
from pipeline.generation.understanding.neighbours import Step, find_step, latest_of_each, neighbours
from pipeline.generation.understanding.topic import blanked

if TYPE_CHECKING:
    import datetime

    from pipeline.retrieval.catalogue import Entry

FEW = 2
"""Documents that the name of a second meeting may stand for: the minutes, and what was sent round before it."""
MOST_STEPPED = 6
"""From so many meetings at most a question goes to those before or after."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The entries that a question is about, and how that was read.

    `named` says that the question itself names a meeting, a document or a date; `missing` is the wording of a meeting
    or document that the library does not hold; `mentions` are the places of such wording in the question; `dropped` are
    wordings that fitted nothing and were set aside; `every` are the entries before the question narrowed them;
    `issue` is that of the minutes where no record tells it, so that the texts must be looked at.
    """

    entries: tuple[Entry, ...]
    filters: dict[str, str | int] = field(default_factory=dict)
    mentions: tuple[tuple[int, int], ...] = ()
    missing: str | None = None
    dropped: tuple[str, ...] = ()
    every: tuple[Entry, ...] = field(default=(), repr=False)
    issue: int | None = None

    @property
    def named(self) -> bool:
        """Whether the question names what it is about."""
        return bool(self.filters) or self.missing is not None


def resolve(
    question: str, entries: Sequence[Entry], *, today: datetime.date, about_meetings: bool, beside: bool = True
) -> Scope:
    """Read which entries a question names.

    Args:
        question: the question as asked.
        entries: the entries that explicit filters leave.
        today: the day from which 去年 counts.
        about_meetings: the question asks for a fact of a meeting's record, so that a bare date means the meeting's.
        beside: look for a second meeting, counted in another way than the first.
    """
    reading = Reading(question, tuple(entries))
    reading.document_numbers()
    reading.bodies()
    reading.papers()
    reading.meeting_numbers()
    reading.issues()
    reading.chairs()
    reading.dates(about_meetings=about_meetings)
    reading.relative_years(today, about_meetings=about_meetings)
    reading.kinds(about_meetings=about_meetings)
    reading.latest()
    reading.places()
    mentions, dropped = tuple(reading.mentions), tuple(reading.dropped)
    every = tuple(entries)
    scope = Scope(reading.entries, reading.filters, mentions, reading.missing, dropped, every, reading.issue)
    numbered = bool({"number", "meeting"} & set(scope.filters))
    if numbered and (scope.missing is not None or (beside and _names_an_issue_too(scope, question))):
        return _with_another(scope, question, today=today)
    step = find_step(question)
    return scope if step is None or scope.missing else stepped(scope, scope, step)


def _names_an_issue_too(scope: Scope, question: str) -> bool:
    """Tell whether a question counts another meeting by the issue of its minutes: 62次常务会 and 15期局长办公会."""
    return bool(issues.OF_A_MEETING.search(blanked(question, scope.mentions, mark="，")))


def _with_another(scope: Scope, question: str, *, today: datetime.date) -> Scope:
    """Return the scope of a paper or a meeting named by its number with the meeting named beside it, which is another.

    41号纪要定了多少，第19次董事会又安排了多少: the 19th is looked for among all, not among the papers of the number;
    so is 5月那次 beside 第32次, first among the meetings of the body whose 第32次 is.
    """
    at = question.find(scope.missing) if scope.missing else -1
    named = [place for place in scope.mentions if not place[0] <= at < place[1]]
    rest = blanked(question, named, mark="，")
    own = [entry for entry in scope.every if any(of_one_place(entry, other) for other in scope.entries)]
    for among in (own, scope.every):
        other = resolve(rest, among, today=today, about_meetings=False, beside=False)
        told = {"meeting", "number", "date"} & set(other.filters)
        if other.missing is None and told and 0 < len(other.entries) <= FEW:
            break
    else:
        return scope
    both = {entry.document_id: entry for entry in (*scope.entries, *other.entries)}
    mentions = tuple(dict.fromkeys((*named, *other.mentions)))
    joined = {
        name: "、".join(dict.fromkeys(str(one[name]) for one in (scope.filters, other.filters) if name in one))
        for name in scope.filters.keys() & other.filters.keys()
    }
    filters = scope.filters | other.filters | joined
    return replace(scope, entries=tuple(both.values()), filters=filters, mentions=mentions, missing=None)


def stepped(named: Scope, asked: Scope, step: Step) -> Scope:
    """Return the scope of the meeting before or after those of a scope; where it names none, the latest of each body.

    Args:
        named: the scope of the meeting from which to go.
        asked: the scope of the question itself.
        step: which way, and where the question says so.
    """
    mentions, missing = (*asked.mentions, (step.start, step.end)), list[str]()
    if not {"meeting", "number", "date"} & set(named.filters):
        if not step.back:
            return asked
        chosen = latest_of_each(named.entries)
    elif len(named.entries) > MOST_STEPPED:
        return asked
    else:
        chosen, missing = neighbours(named.entries, named.every, back=step.back)
    if not chosen:
        told = "、".join(dict.fromkeys(missing)) or step.wording
        return replace(asked, entries=named.every, filters={}, mentions=mentions, missing=told)
    dates = "、".join(dict.fromkeys(entry.date or "" for entry in chosen))
    return replace(asked, entries=tuple(chosen), filters={"date": dates}, mentions=mentions)
