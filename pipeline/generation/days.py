"""A date that names a meeting: the day on which somebody met, and the words for the meeting that go on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.naming import DATE, MEETING_KIND
from pipeline.patterns import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from pipeline.retrieval.catalogue import Entry

NO_DAY_OF_MEETING = compiled(r"\s*(?:之?[前后内]|以[前后来]|[起至]|到(?!底)|[-—~～]|(?:上午|下午)?[0-9]+[点时])")
"""What goes on after a day that is one of the matter: 9月6日前, 9月6日起."""
IN_BRACKETS = compiled(rf"{MEETING_KIND}(?:纪要)?\s*[（(]$")
"""What stands before the bracket of a date: 总办会（6月18日）."""
CALLED = compiled(
    rf"(?:的|那[次场回个]|这[次场回]|召?开的)*(?P<body>[^，。？?、；：:《》（）()\s]{{0,8}}?)(?P<kind>{MEETING_KIND})[上里中]?"
)
"""How a question goes on from a date to the word for the meeting: 8月12日|院长办公会, 6月24日|那次水务局办公会."""


def is_the_day(match: re.Match[str]) -> bool:
    """Tell whether a date gives a day, and not one by which, or from which, something is to be done."""
    day = (
        match["day"] or match["day_only"] or (match["day_dotted"] if "·" in match.group() else None)
    )  # 7·9 is no 7.9米
    return day is not None and NO_DAY_OF_MEETING.match(match.string, match.end()) is None


def beside_a_meeting(match: re.Match[str]) -> bool:
    """Tell whether a date stands in a bracket behind the word for a meeting: 总办会（6.18）."""
    behind = match.string[match.end() : match.end() + 1]
    return behind in (")", "）") and IN_BRACKETS.search(match.string, 0, match.start()) is not None


def names_behind(text: str, entries: Iterable[Entry], mentions: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where a question goes on from the date of a meeting to what that meeting is called: 8月12日|院长办公会.

    Args:
        text: the question.
        entries: the meetings that it means.
        mentions: where it names them.
    """
    names = [name for one in entries for name in (one.issuing_body, one.meeting_name, one.name, one.file) if name]
    ends = [end for start, end in mentions if DATE.fullmatch(text, start, end)]
    found = []
    for called in filter(None, (CALLED.match(text, end) for end in ends)):
        body = called["body"] + called["kind"].removesuffix("会议").removesuffix("会")
        pairs = [body[at : at + 2] for at in range(len(body) - 1)]
        if all(any(pair in name for name in names) for pair in pairs):
            found.append(called.span())
    return found
