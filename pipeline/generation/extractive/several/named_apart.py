"""The documents that a question names beside each other: 第4次和第9次常务会, 县政府第3次常务会…镇党委会."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.places import of_one_place
from pipeline.generation.understanding.asking import ORDINAL
from pipeline.generation.understanding.days import MONTH
from pipeline.generation.understanding.naming import MEETING_KIND
from pipeline.generation.understanding.scope import Scope, resolve
from pipeline.generation.understanding.written_dates import date_fits, number_of
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Entry

Named = tuple[int, int, Scope]
"""Where a question names documents, and which."""

AT_MOST = 4
FEW = 2
"""Documents that one of several names may stand for: a meeting and what was sent round before it."""
NEAR = 3
"""Characters between two wordings that name one meeting together."""
BETWEEN = compiled(r"[，,]|[一-鿿]{4}")
"""More than this between two namings of one document is what is asked, and names nothing."""
PIECE = compiled(r"[^，,。；;？?！!、和与跟及从到至比]+")
NUMBER_BEHIND = compiled(rf"(?P<kind>{MEETING_KIND})[（(]第?(?P<number>{ORDINAL})次(?:会议?)?[）)]")
"""常务会（38次）."""
OF_A_MEETING = compiled(rf"[月日号年期次]的?[一-鿿]{{0,6}}?{MEETING_KIND}")
"""3月的会, 6月党组会: whatever a piece of a question says of when is the meeting's."""
MEETING_BEHIND = compiled(
    rf"(?:[的份那这上]|[次回场])*(?:(?:{MEETING_KIND}|[一-鿿]{{1,3}}[务委]会议?)(?:[上里]|$|(?=[到和与跟是定说、，一共哪都分各谁有由什几多])))?"
)
"""5月那次, 7月16日的会上: what goes on behind a day and still names the meeting."""
LACKS_KIND = compiled(rf"(?:第\s*)?{ORDINAL}次$")
BARE_MEETING = compiled(rf"{ORDINAL}次会$")
KIND_OF = compiled(rf"^第?{ORDINAL}次(?P<kind>{MEETING_KIND})")
"""32次和34次常务会: the first is a meeting of the kind of the second."""


def named_apart(question: Question) -> list[Named]:
    """Return the places that name different documents, with the documents, in the order of the question.

    There are none, or one, where a question names no two documents beside each other.
    """
    found = _told_apart(question, _of_mentions(question))
    return found if len(found) > 1 else _told_apart(question, _of_pieces(question)) or found


def _told_apart(question: Question, named: Iterable[Named]) -> list[Named]:
    """Return namings, those of one document in one; none where a document goes by two that stand apart."""
    groups: list[Named] = []
    for start, end, own in named:
        ids = {entry.document_id for entry in own.entries}
        if groups and (same := ids & {entry.document_id for entry in groups[-1][2].entries}):
            begin, until, before = groups[-1]
            kept = tuple(entry for entry in before.entries if entry.document_id in same)
            # 临川大桥的专班，第3次常务会…: the name of the bridge is no name of the meeting
            begin = start if BETWEEN.search(question.text[until:start]) else begin
            groups[-1] = (begin, end, Scope(kept, {**before.filters, **own.filters}))
        else:
            groups.append((start, end, own))
    every = [entry.document_id for _, _, one in groups for entry in one.entries]
    return groups if len(set(every)) == len(every) else []


def _of_mentions(question: Question) -> Iterator[Named]:
    """Yield what names some of the documents that a question was understood to be about."""
    scope, today = question.scope, question.today or datetime.date.today()
    for start, end in sorted(scope.mentions):
        own = resolve(question.text[start:end], scope.entries, today=today, about_meetings=True)
        behind = MEETING_BEHIND.match(question.text, end)
        month = MONTH.fullmatch(question.text, start, end)
        if month and len(scope.mentions) > 1 and "--" in str(scope.filters.get("date", "")):
            wanted = f"--{number_of(month['month']):02d}"  # 4月没定，6月怎么定的
            met = tuple(entry for entry in scope.entries if date_fits(entry.date, wanted))
            own = Scope(met, {"date": wanted}, ((0, end - start),)) if met else own
        if not own.named and behind:  # 8月 alone is no day of a meeting, 8月那次常务会 is
            own = resolve(question.text[start : behind.end()], scope.entries, today=today, about_meetings=True)
        if own.named and own.missing is None and len(own.entries) < len(scope.entries):
            yield start, behind.end() if behind and set(own.filters) == {"date"} else end, own


def _of_pieces(question: Question) -> list[Named]:
    """Return what names few documents of all, each piece of a question read by itself.

    Read as one, 县政府第44次常务会…集团董事会 names what is the 44th of both.
    """
    scope, today = question.scope, question.today or datetime.date.today()
    found: list[Named] = []
    for start, until, reading in _pieces(question.text):
        own = resolve(reading, scope.every, today=today, about_meetings=bool(OF_A_MEETING.search(reading)))
        if not own.named or own.missing is not None or not own.mentions:
            continue
        begin, end = _first_of(own.mentions)
        held = Scope(_of_the_place(own.entries, found, scope.entries), own.filters, own.mentions)
        if 0 < len(held.entries) <= FEW < len(scope.every):
            behind = MEETING_BEHIND.match(question.text, min(start + end, until))
            found.append((start + begin, behind.end() if behind else until, held))
    return found


def _first_of(places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the first place, with those that stand at it: 临川市 and 第3次常务会, not the 临川 of a bridge behind."""
    begin, end = min(places)
    for start, until in sorted(places):
        end = max(end, until) if start <= end + NEAR else end
    return begin, end


def _pieces(text: str) -> list[tuple[int, int, str]]:
    """Return the pieces of a question that may each name a meeting, with their places, as they are to be read.

    >>> _pieces("临川县32次和34次常务会")
    [(0, 6, '临川县32次常务会'), (7, 13, '34次常务会')]
    >>> _pieces("县政府常务会（38次）定的")
    [(0, 13, '县政府第38次常务会 定的')]
    """
    text = NUMBER_BEHIND.sub(_number_before, text)
    matches = list(PIECE.finditer(text))
    found = []
    for place, match in enumerate(matches):
        after = matches[place + 1].group() if place + 1 < len(matches) else ""
        kind = KIND_OF.match(after) if LACKS_KIND.search(match.group()) else None
        behind = kind["kind"] if kind else "上" if BARE_MEETING.search(match.group()) else ""
        found.append((*match.span(), f"{match.group()}{behind}"))
    return found


def _number_before(match: re.Match[str]) -> str:
    return f"第{match['number']}次{match['kind']}".ljust(len(match.group()))


def _of_the_place(entries: Sequence[Entry], found: Sequence[Named], asked: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return of several documents with one name those of the place of what was named before, or of the question."""
    if len(entries) <= 1:
        return tuple(entries)
    known = [entry for _, _, scope in found for entry in scope.entries]
    own = [one for one in entries if any(of_one_place(one, other) for other in known)] if known else []
    within = [one for one in own or entries if one in asked]
    return tuple(within or own or entries)
