"""What a search says of its meeting (第4次常务会议, 甲政纪〔2017〕4号, 5月那次) and how well a document fits that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from pipeline.patterns import compiled
from pipeline.retrieval.syllables import latin_words, load_syllables

SHORTEST_SPELT = 5
"""Letters of a name at least: a shorter word may be any English one."""
_DIGITS = "〇零一二三四五六七八九"
_ORDINAL = r"(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6})"
_MEETING_WORD = (
    r"(?:常务会|党组会|党委会|办公会|常委会|董事会|监事会|理事会|代表会|全体会|全会|专题会|规委会|安委会|会议"
    r"|(?<![社协学商工大机国])会(?![计展同所员社])|纪要)"
)
_NUMBER = compiled(
    rf"第(?P<number>{_ORDINAL})次(?!党代|人代|代表大会)(?:[^，。？、；第]{{0,8}}?{_MEETING_WORD}议?(?:纪要)?)?|{_ORDINAL}届(?P<session>{_ORDINAL})次{_MEETING_WORD}?"
    rf"|(?<![\d一二三四五六七八九十百开过了届])(?P<bare>{_ORDINAL})次(?:(?:政府)?(?:常务|党组|办公)会议?|会(?=上|里|中))|第(?P<issue>{_ORDINAL})[期号](?:{_MEETING_WORD})?"
    rf"|no\.?\s*(?P<english>\d{{1,3}})\s+(?:executive\s+|standing\s+)?meeting"
    rf"|(?P<nth>\d{{1,3}})(?:st|nd|rd|th)\s+(?:\w+\s+){{0,3}}?(?:meeting|session)"
)
_DOCUMENT_NUMBER = compiled(
    r"(?P<body>[\u4e00-\u9fff]{0,8})\s*[〔\[(【]\s*(?P<year>\d{4})\s*[〕\])】]\s*第?\s*(?P<number>\d+)\s*号"
)
_YEAR = r"(?:[12]\d{3}|[一二][〇零o一二三四五六七八九]{3}|(?<!\d)[0-2]\d(?=年(?![级代])))"
_DATE = compiled(
    rf"(?P<year>{_YEAR})\s*(?:年度?|[-/.](?=\d))(?:\s*(?P<month>{_ORDINAL})\s*(?:月份?|[-/.](?=\d))(?:\s*(?P<day>{_ORDINAL})\s*[日号]?)?)?"
    rf"|(?P<month_only>{_ORDINAL})月(?:(?P<day_only>{_ORDINAL})[日号]|份|(?=那[次场]|的?[^，]{{0,4}}会议))"
    r"|(?P<english_month>january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:(?P<english_day>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<month_year>20\d\d)"
    r"|(?:in|of|from|since|the)\s+(?P<english_year>20\d\d)\b|\b(?P<plain_year>20\d\d)\b(?=\s+(?:executive|standing|meeting|session))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR_MEETING = compiled(
    rf"^.{{0,20}}?(?:meeting|session)|^.{{0,10}}?(?:{_MEETING_WORD}|那次|那场|召开|开的|通报|meeting|session)"
)
_LINKED = compiled(r"^\s*(?:年|月)?\s*[和与及、,，]\s*$")
_SEVERAL = compiled(
    r"(?<!第)[两俩二三四五几各每]次|两场|两届|两年|前后|历次|多次|分别|对比|相比|比较|各自|各是|同时|都(?:提到|讲|出席|参加|列席|来)|先后|有[何什]么不同|区别|变化"
    r"|both\b|\bcompar|respectively|两份|两个文件|哪[些几]次"
)
_GENERIC = compiled(
    r"^(?:[省市县区镇乡州]?(?:人民)?(?:政|政府|党组|常务|党委|委员会|长)|会议|第|\d|[一二三四五六七八九十]|董事会|校长|局长|主任|通知|全市|全省|常务|中共|关于)"
)
GENERIC_OPENING = compiled(r"^(?:中共|中国共产党|关于|《|“|印发)+")
"""Stands before the name of a body, or of its paper, and tells nothing of it."""


class Named(Protocol):
    """What is known of a document that a question may name it by; `Entry` is one."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def document_number(self) -> str | None: ...  # noqa: D102
    @property
    def issuing_body(self) -> str | None: ...  # noqa: D102
    @property
    def meeting_name(self) -> str | None: ...  # noqa: D102
    @property
    def meeting_number(self) -> int | None: ...  # noqa: D102
    @property
    def date(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Mentions:
    """The meetings and documents that a question names.

    `document_numbers` are (what stands before the bracket, year, number); `dates` are ISO as far as they go, those that
    stand by the word for a meeting; `loose_dates` are the others, which may as well belong to the matter. `several`
    says that the question compares.
    `spans` are the places of the wording that names a meeting for certain.
    """

    document_numbers: tuple[tuple[str, int, int], ...] = ()
    meeting_numbers: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    loose_dates: tuple[str, ...] = ()
    several: bool = False
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is named by which documents can be chosen."""
        return bool(self.document_numbers or self.meeting_numbers or self.dates or self.loose_dates)

    @property
    def firm(self) -> bool:
        """Whether a meeting or document is named for certain."""
        return bool(self.document_numbers or self.meeting_numbers or self.dates)

    def fit(self, document: Named) -> float:
        """Return how well a document fits what is named: 1 fully, 0 not at all, and 0 where nothing is named.

        A question names a meeting in one or several ways (2017年第4次); each counts alike. Of several numbers or years
        (第4次和第50次) one is enough.
        """
        marks = []
        if self.document_numbers:
            marks.append(self._numbered(document) is not None)
        if self.meeting_numbers:
            marks.append(document.meeting_number in self.meeting_numbers)
        if dates := self.dates or (self.loose_dates if not marks else ()):
            marks.append(any(_date_fits(document.date, wanted) for wanted in dates))
        return sum(marks) / len(marks) if marks else 0.0

    def group(self, document: Named) -> str | None:
        """Return which of the several things named a document fits, so that each may be shown; `None` where none."""
        if len(self.meeting_numbers) > 1:
            return str(document.meeting_number) if document.meeting_number in self.meeting_numbers else None
        if len(self.document_numbers) > 1:
            return self._numbered(document)
        dates = self.dates + self.loose_dates
        return next((wanted for wanted in dates if _date_fits(document.date, wanted)), None) if len(dates) > 1 else None

    def _numbered(self, document: Named) -> str | None:
        """Return which of the numbers named is that of a document: 根据甲政纪〔2017〕4号 names 甲政纪〔2017〕4号."""
        match = _DOCUMENT_NUMBER.search(document.document_number or "")
        if match is None:
            return None
        written = (match["body"], int(match["year"]), int(match["number"]))
        return next(
            (
                str(named)
                for named in self.document_numbers
                if named[1:] == written[1:] and named[0].endswith(written[0])
            ),
            None,
        ) or next((str(named) for named in self.document_numbers if named == ("", *written[1:])), None)

    @property
    def groups(self) -> int:
        """How many things of one sort are named: two meetings, two years."""
        return max(len(self.meeting_numbers), len(self.document_numbers), len(self.dates + self.loose_dates))


def find_mentions(folded: str) -> Mentions:
    """Return what a folded question names.

    >>> found = find_mentions("2017年和2020年两次常务会议分别由谁主持")
    >>> found.dates, found.several
    (('2017', '2020'), True)
    >>> find_mentions("市政府第四次常务会议").meeting_numbers
    (4,)
    """
    documents, spans = [], []
    for match in _DOCUMENT_NUMBER.finditer(folded):
        documents.append((match["body"], int(match["year"]), int(match["number"])))
        spans.append((match.start("year") - 1, match.end()))
    meetings = []
    for match in _NUMBER.finditer(folded):
        if _inside(match.start(), spans):
            continue
        said = next(filter(None, match.groups()), None)
        if said is not None and (number := ordinal(said)) is not None:
            meetings.append(number)
            spans.append(match.span())
    near, loose = _dates(folded, spans, named=bool(meetings or documents))
    return Mentions(
        document_numbers=tuple(dict.fromkeys(documents)),
        meeting_numbers=tuple(dict.fromkeys(meetings)),
        dates=tuple(dict.fromkeys(near)),
        loose_dates=tuple(dict.fromkeys(date for date in loose if date not in near)),
        several=bool(_SEVERAL.search(folded)),
        spans=tuple(sorted(spans)),
    )


def _dates(folded: str, spans: list[tuple[int, int]], *, named: bool) -> tuple[list[str], list[str]]:
    """Return the dates that name a meeting and the others; the places of the former are added to `spans`."""
    near: list[str] = []
    loose: list[str] = []
    linked = False  # 2017年和2020年两次会议: the first is as near as the second
    following = len(folded)
    for match in reversed(list(_DATE.finditer(folded))):
        if _inside(match.start(), spans) or (date := _iso(match)) is None:
            continue
        linked = linked and bool(_LINKED.match(folded[match.end() : following]))
        before_number = named and any(0 <= start - match.end() <= 8 for start, _ in spans)
        if linked or before_number or _NEAR_MEETING.match(folded[match.end() :]):
            near.insert(0, date)
            spans.append(match.span())
            linked = True
        else:
            loose.insert(0, date)
            linked = False
        following = match.start()
    return near, loose


def body_named(document: Named, folded: str) -> bool:
    """Tell whether a question names the body of a document by the opening of a name: 临川 for 临川市人民政府.

    An English question spells it (Linchuan). A name that opens with its level (市政府) tells none.
    """
    letters = latin_words(folded)
    for name in (document.issuing_body, document.meeting_name, document.name, document.file):
        opening = GENERIC_OPENING.sub("", (name or "").lower())[:2]
        held = opening in folded or any(_spells(word, opening) for word in letters)
        if len(opening) == 2 and held and not _GENERIC.match(opening) and not opening.endswith("政"):
            return True
    return False


def _spells(word: str, name: str) -> bool:
    """Tell whether a word in letters is how two characters are read.

    >>> _spells("linchuan", "临川"), _spells("linchuan", "临清")
    (True, False)
    """
    if len(word) < SHORTEST_SPELT or len(name) < 2:
        return False
    of = load_syllables().of
    first, second = (of.get(character, frozenset()) for character in name[:2])
    return any(word.startswith(one) and word[len(one) :] in second for one in first)


def ordinal(text: str) -> int | None:
    """Return a number up to 999 in Arabic or Chinese figures, or `None`.

    >>> ordinal("五十一"), ordinal("一百零八"), ordinal("12"), ordinal("二〇")
    (51, 108, 12, 20)
    """
    if text.isdecimal():
        return int(text)
    if not any(unit in text for unit in "十百"):
        places = [_DIGITS.find(character) for character in text]
        return int("".join(str(max(0, place - 1) if place else 0) for place in places)) if min(places) >= 0 else None
    total, digit = 0, 0
    for character in text:
        if character in "十百":
            total += (digit or (0 if character == "百" else 1)) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = max(0, _DIGITS.find(character) - 1)
    return total + digit


def _inside(offset: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _iso(match: re.Match[str]) -> str | None:
    """Return a date as ISO as far as it goes (`--03-08` without a year), or `None` where it is none."""
    if match["english_month"]:
        named, on = _MONTHS.index(match["english_month"][:3]) + 1, match["english_day"]
        return f"{match['month_year']}-{named:02d}" + (f"-{int(on):02d}" if on else "")
    year = match["year"] or match["english_year"] or match["plain_year"]
    if year:
        number = ordinal(year.replace("o", "〇"))
        if number is None:
            return None
        number += 2000 if number < 100 else 0
        rest = [ordinal(part) for part in (match["month"], match["day"]) if part]
        return "-".join([f"{number:04d}", *(f"{part:02d}" for part in rest if part is not None)])
    month = ordinal(match["month_only"] or "") if match["month_only"] else None
    if month is None or not 1 <= month <= 12:
        return None
    day = ordinal(match["day_only"]) if match["day_only"] else None
    return f"--{month:02d}" + (f"-{day:02d}" if day else "")


def _date_fits(date: str | None, wanted: str) -> bool:
    """Tell whether a document's date is the one named, as far as that goes.

    >>> _date_fits("2017-05-24", "2017"), _date_fits("2017-05-24", "--05"), _date_fits(None, "2017")
    (True, True, False)
    """
    if date is None:
        return False
    if wanted.startswith("--"):
        return date.removeprefix("--")[-len(date) :].partition("-")[2 if date[:2] != "--" else 0].startswith(wanted[2:])
    return date.startswith(wanted)
