"""A date that names a meeting: the day on which somebody met, and the words for the meeting that go on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.places import of_one_place
from pipeline.generation.understanding.naming import DATE, FIRM_WORD, FOREIGN_WORD, MEETING, MEETING_KIND
from pipeline.generation.understanding.written_dates import date_fits, number_of
from pipeline.patterns import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from pipeline.retrieval.catalogue import Entry

NEAR = 10
"""Characters between a date and the word for a meeting."""
STOP = compiled(r"[，。；、？?]")
NO_DAY_OF_MEETING = compiled(r"\s*(?:之?[前后内]|以[前后来]|[起至]|到(?!底)|[-—~～]|(?:上午|下午)?[0-9]+[点时])")
"""What goes on after a day that is one of the matter: 9月6日前, 9月6日起."""
IN_BRACKETS = compiled(rf"{MEETING_KIND}(?:纪要)?\s*[（(]$")
"""What stands before the bracket of a date: 总办会（6月18日）."""
BEHIND = compiled(r"[，,、]?[^（）()，,、]{0,8}[)）]")
"""What ends it, with a place at most: 现场会（8月20日，南岸港）."""
HELD_THEN = compiled(
    rf"[^，。；：？?、在到于按提报]{{0,20}}?(?:(?<![谈场表]){MEETING}议?(?=[上里中](?!级))|那[次场]会|开会"
    r"|(?:协调|调度|推进|联席|议事|党工委)会)"
)
"""How a clause goes on from a day to the meeting of that day, by what it dealt with: 3月2日研究某桥的那次会."""
CALLED = compiled(
    rf"(?:的|那[次场回个]|这[次场回]|召?开的)*(?P<body>[^，。？?、；：:《》（）()\s]{{0,8}}?)(?P<kind>{MEETING_KIND})[上里中]?"
)
"""How a question goes on from a date to the word for the meeting: 8月12日|院长办公会, 6月24日|那次水务局办公会."""

MONTH = compiled(
    r"(?<![0-9年.－-])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![0-9底初末中上下旬前起以之至到])"
)
"""A month without a day: 4月没定，6月怎么定的."""
MET_THEN = compiled(
    rf"(?:的|那[次场回]|[一-鿿]{{0,6}}?)?(?:{MEETING_KIND}|那[次场回])"
    r"|(?:那边?|他们|又|再|才|就|还|都|先|是|已经?)*(?:没|未|不[同批予]|怎[么样]?|如何|咋|定|议|再议|批|过会|通过|同意|否|暂缓|缓议|研究|审议|决定|要求|部署|布置|明确|说|讲|查出|查了|上会)"
)
"""What goes on after a month in which somebody met: 4月没定, 8月再议, 5月的会."""
OF_ANOTHER = compiled(
    r"月份?(?:[省市县区州镇乡村院校][里上]|[^，。；？?、]{0,8}?(?:公司|集团|开发区|医院|学校|街道|镇|乡|村)的?(?:会|那))"
)
"""5月区里会议…7月调度会: each month is of a body of its own."""
NOT_MET = compiled(r"[^，。；？?]{0,3}(?:完成|开工|完工|竣工|建成|到位|印发|投用|开市|施行|执行)")
"""What goes on after a month in which something is due or done."""


def is_the_day(match: re.Match[str]) -> bool:
    """Tell whether a date gives a day, and not one by which, or from which, something is to be done."""
    day = (
        match["day"] or match["day_only"] or (match["day_dotted"] if "·" in match.group() else None)
    )  # 7·9 is no 7.9米
    return day is not None and NO_DAY_OF_MEETING.match(match.string, match.end()) is None


def held_then(match: re.Match[str]) -> re.Match[str] | None:
    """Return how a question goes on from a day to the meeting that was held on it, or `None`."""
    if "day_only" not in match.re.groupindex or match["month_dotted"] or not is_the_day(match):
        return None
    return HELD_THEN.match(match.string, match.end())


def beside_a_meeting(match: re.Match[str]) -> bool:
    """Tell whether a date stands in a bracket behind the word for a meeting: 总办会（6.18）."""
    behind = BEHIND.match(match.string, match.end())
    return behind is not None and IN_BRACKETS.search(match.string, 0, match.start()) is not None


def meeting_wording(match: re.Match[str], *, numbered: bool) -> str:
    """Return a date with what follows up to the word for a meeting: 2019年5月的常务会议; else nothing.

    There is nothing before the word for another kind of meeting, of which the text may speak (2019年博览会).

    Args:
        match: the date.
        numbered: the question names a meeting by its number as well.
    """
    question, after = match.string, match.string[match.end() : match.end() + NEAR + 6]
    if match["month_dotted"]:
        return ""  # 6.18 may be no date at all
    if (held := held_then(match)) is not None:
        return question[match.start() : held.end()]
    stop = STOP.search(after)
    reach = match.end() + (stop.start() if stop else NEAR + 6)
    words = list(FIRM_WORD.finditer(question, match.end(), reach))
    if (stop and not words) or (not numbered and (not words or FOREIGN_WORD.search(after))):
        return ""
    return question[match.start() : words[0].end() if words else match.end()]


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
        parts = (called["body"], called["kind"].removesuffix("会议").removesuffix("会"))  # 某街道|主任办公
        pairs = [part[at : at + 2] for part in parts for at in range(len(part) - 1)]
        if all(any(pair in name for name in names) for pair in pairs):
            found.append(called.span())
    return found


def months_of_meetings(text: str, entries: Iterable[Entry]) -> dict[str, tuple[tuple[int, int], list[Entry]]]:
    """Return the months, ISO, in which a question says that one body met, each with its place and the meetings then.

    There are none where it names fewer than two, or where not just one body met in all of them: a month may be when
    something is due.
    """
    places: dict[str, tuple[int, int]] = {}
    for match in MONTH.finditer(text):
        if MET_THEN.match(text, match.end()) and not NOT_MET.match(text, match.end()):
            places.setdefault(f"--{number_of(match['month']):02d}", match.span())
    if len(places) < 2 or OF_ANOTHER.search(text):
        return {}
    met: list[dict[str, list[Entry]]] = []
    for entry in entries:
        for month in (month for month in places if date_fits(entry.date, month)):
            own = next((one for one in met if any(of_one_place(entry, two) for two in next(iter(one.values())))), None)
            if own is None:
                met.append(own := {})
            own.setdefault(month, []).append(entry)
    fits = [one for one in met if len(one) == len(places)]
    return {month: (places[month], fits[0][month]) for month in places} if len(fits) == 1 else {}
