"""Which meetings and documents a question is about: 第4次常务会议, 昆政纪〔2017〕4号, 2017年5月那次, 去年."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.generation import asking
from pipeline.generation.written_dates import date_fits, iso_of, number_of
from pipeline.simplified import simplified

if TYPE_CHECKING:
    import datetime

    from pipeline.retrieval.catalogue import Entry

TITLE = re.compile(r"《[^》]*》")
NO_PLACE = "的了在是由于和与对从到去来看查问请会第月日年席加主持有没要让给过这那哪各每本我全该"  # never inside the name
PLACE = rf"(?P<place>[^\W\d_{NO_PLACE}]{{1,3}}(?:省|市|县|区|镇|乡|州|旗))"
BODY = re.compile(
    rf"(?:{PLACE})?(?:(?:省|市|县|区|镇|乡|州|旗)?(?:人民)?(?:政府|党组|党委)|董事会|监事会|理事会|(?:省|市|县|区)委)?的?$"
)
"""The body before 第N次: 市政府, 临川市人民政府, with the place where one is named."""
BEFORE_A_PLACE = re.compile(r"(?:^|[\s，。？?、；：:]|请问|想问|关于|在|查|看|问|是|的|和|与|及|日|月|年)$")
PLACE_AND_MEETING = re.compile(
    rf"(?:(?<=^)|(?<=[\s，。？?、；：:在查看问是的和与及日月年])){PLACE}(?:人民)?(?:政府|党组)?的?(?:第[0-9一二三四五六七八九十百]+次)?(?:常务|党组|办公)?会议?"
)
GENERIC_OPENING = re.compile(r"^(?:中共|中国共产党|关于|《|“|印发)+")
NO_BODY = re.compile(
    r"^(?:[省市县区镇乡州]?(?:人民)?(?:政|政府|党组|常务|党委|委员会|长)|会议|第|[0-9一二三四五六七八九十〇]|董事会|校长|局长|主任|通知|全市|全省|常务)"
)
LINKED = re.compile(r"年?(?:[和与及、，,]|\s)$")
NEAR = 10  # characters between a date and the word for a meeting


@dataclass(frozen=True, slots=True)
class Scope:
    """The entries that a question is about, and how that was read.

    `named` says that the question itself names a meeting, a document or a date; `missing` is the wording of a meeting
    or document that the library does not hold; `mentions` are the places of such wording in the question; `dropped` are
    wordings that fitted nothing and were set aside.
    """

    entries: tuple[Entry, ...]
    filters: dict[str, str | int] = field(default_factory=dict)
    mentions: tuple[tuple[int, int], ...] = ()
    missing: str | None = None
    dropped: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether the question names what it is about."""
        return bool(self.filters) or self.missing is not None


def resolve(question: str, entries: Sequence[Entry], *, today: datetime.date, about_meetings: bool) -> Scope:
    """Read which entries a question names.

    Args:
        question: the question as asked.
        entries: the entries that explicit filters leave.
        today: the day from which 去年 counts.
        about_meetings: the question asks for a fact of a meeting's record, so that a bare date means the meeting's.
    """
    reading = _Reading(question, tuple(entries))
    reading.document_numbers()
    reading.meeting_numbers()
    reading.dates(about_meetings=about_meetings)
    reading.relative_years(today)
    reading.places()
    reading.bodies()
    return Scope(reading.entries, reading.filters, tuple(reading.mentions), reading.missing, tuple(reading.dropped))


class _Reading:
    """One pass over a question; every step narrows the entries or notes what is missing."""

    def __init__(self, question: str, entries: tuple[Entry, ...]) -> None:
        self.question = question
        self.entries = entries
        self.filters: dict[str, str | int] = {}
        self.mentions: list[tuple[int, int]] = []
        self.missing: str | None = None
        self.dropped: list[str] = []
        self.titles = [match.span() for match in TITLE.finditer(question)]

    def document_numbers(self) -> None:
        """昆政纪〔2017〕4号: the number of a document."""
        wanted, found = [], []
        for match in asking.DOCUMENT_NUMBER.finditer(self.question):
            tail = f"〔{match['year']}〕{match['number']}号"
            fits = [
                entry
                for entry in self.entries
                if (number := _folded_number(entry.document_number)).endswith(tail)
                and match["body"].endswith(number.removesuffix(tail))
            ]
            wanted.append(match)
            found += fits
        if not wanted:
            return
        self.mentions += [match.span() for match in wanted]
        if found:
            self.entries = _unique(found)
            self.filters["number"] = "、".join(dict.fromkeys(entry.document_number or "" for entry in found))
        else:
            self.missing = wanted[0].group()

    def meeting_numbers(self) -> None:
        """第4次常务会议: the number of a meeting, with the body before it where one is named."""
        found: list[Entry] = []
        numbers: list[int] = []
        unknown: list[str] = []
        for match in asking.MEETING_NUMBER.finditer(self.question):
            number = number_of(match["number"] or match["session"] or match["bare"])
            before = self.question[: match.start()]
            if number is None or self._inside_title(match.start()) or asking.CONGRESS_BEFORE.search(before):
                continue
            start = match.start() - _prefix_length(before)
            fits = [
                entry
                for entry in self.entries
                if entry.meeting_number == number and _place_fits(self.question[start : match.start()], entry)
            ]
            self.mentions.append((start, match.end()))
            if fits:
                numbers.append(number)
                found += fits
            elif match["number"]:
                unknown.append(self.question[start : match.end()])
        if found:
            self.entries = _unique(found)
            self.filters["meeting"] = numbers[0] if len(numbers) == 1 else "、".join(map(str, numbers))
        if unknown and self.missing is None:
            self.missing = unknown[0]

    def dates(self, *, about_meetings: bool) -> None:
        """2017年5月那次: a date that names a meeting; a date of the matter itself is left to the topic."""
        found: dict[str, tuple[Entry, ...]] = {}
        linked = False  # 2017年和2020年两次会议: the first is as near as the second
        for match in reversed(list(asking.DATE.finditer(self.question))):
            near = linked or self._near_meeting(match) or "meeting" in self.filters or "number" in self.filters
            linked = near and bool(LINKED.search(self.question[: match.start()]))
            if self._inside_title(match.start()) or any(start <= match.start() < end for start, end in self.mentions):
                continue
            wanted = iso_of(match)
            if wanted is None or not (near or about_meetings):
                continue
            fits = tuple(entry for entry in self.entries if date_fits(entry.date, wanted))
            if fits:
                found[wanted] = fits
                self.mentions.append(match.span())
            elif near and self.missing is None:
                self.mentions.append(match.span())
                self.missing = self._meeting_wording(match)
        if found:
            # 2017年和2020年两次会议: each date adds its meetings
            self.entries = _unique(entry for fits in found.values() for entry in fits)
            self.filters["date"] = "、".join(reversed(found))

    def relative_years(self, today: datetime.date) -> None:
        """去年: a year counted from today; where nothing is of that year it is set aside."""
        for match in asking.RELATIVE_YEAR.finditer(self.question):
            year = str(today.year + asking.RELATIVE_YEARS[match.group()[0]])
            fits = tuple(entry for entry in self.entries if date_fits(entry.date, year))
            if fits:
                self._narrow(fits, match.span(), "date", year)
            else:
                self.mentions.append(match.span())
                self.dropped.append(f"{match.group()}（{year}年）")

    def places(self) -> None:
        """苏北市的常务会议: a place before the word for a meeting."""
        if self.missing is not None:
            return
        for match in PLACE_AND_MEETING.finditer(self.question):
            if self._inside_title(match.start()) or asking.GENERIC_PLACE.search(match["place"]):
                continue
            fits = tuple(entry for entry in self.entries if _place_fits(match["place"], entry))
            if fits:
                self.entries = fits
            else:
                self.missing = match.group().strip("，。？?、；：: ")
            self.mentions.append(match.span())

    def bodies(self) -> None:
        """某某水务的董事会: the opening of a body's or a document's name, told apart from those of other entries."""
        if self.missing is not None or len(self.entries) < 2:
            return
        found: dict[str, set[str]] = {}
        for entry in self.entries:
            for name in filter(None, (entry.issuing_body, entry.name, entry.meeting_name, entry.file)):
                opening = _opening(name, self.question)
                if opening:
                    found.setdefault(opening, set()).add(entry.document_id)
        chosen = {
            opening: ids for opening, ids in found.items() if not any(o != opening and opening in o for o in found)
        }
        ids = {document_id for one in chosen.values() for document_id in one}
        if not chosen or len(ids) == len(self.entries):
            return
        self.entries = tuple(entry for entry in self.entries if entry.document_id in ids)
        self.filters["body"] = "、".join(chosen)
        for opening in chosen:
            start = self.question.index(opening)
            self.mentions.append((start, start + len(opening)))

    def _narrow(self, fits: tuple[Entry, ...], place: tuple[int, int], name: str, value: str) -> None:
        self.entries = fits
        self.filters[name] = value
        self.mentions.append(place)

    def _inside_title(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.titles)

    def _near_meeting(self, match: re.Match[str]) -> bool:
        after = self.question[match.end() : match.end() + NEAR]
        word = asking.MEETING_WORD.search(after)
        return bool(word) and not re.search(r"[，。；？?《]", after[: word.start()] if word else "")

    def _meeting_wording(self, match: re.Match[str]) -> str:
        """Return the mention with what follows up to the word for a meeting: 2019年5月的常务会议."""
        after = self.question[match.end() : match.end() + NEAR + 6]
        words = list(asking.MEETING_WORD.finditer(after))
        return self.question[match.start() : match.end()] + (after[: words[0].end()] if words else "")


def _opening(name: str, question: str) -> str:
    """Return how much of the opening of a name a question holds, where that tells a body: 临川 of 临川市人民政府."""
    proper = GENERIC_OPENING.sub("", re.sub(r"\s", "", simplified(name)))
    held = next((proper[:length] for length in range(len(proper), 1, -1) if proper[:length] in question), "")
    return held if len(held) >= 2 and not NO_BODY.match(held) else ""


def _unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple({entry.document_id: entry for entry in entries}.values())


def _folded_number(number: str | None) -> str:
    folded = re.sub(r"\s", "", number or "")
    return re.sub(r"[\[（(【［]([12][0-9]{3})[\]）)】］]", r"〔\1〕", folded)


def _prefix_length(before: str) -> int:
    """Return how many characters of the body's name stand before 第N次: 市政府, 临川市人民政府."""
    match = BODY.search(before)
    if match is None or not match.group().rstrip("的"):
        return 0
    start = match.start()
    if match["place"] and not BEFORE_A_PLACE.search(before[:start]):
        start = match.end("place") - 1  # 某人参加市政府…: only the 市 belongs to the body
    return len(before) - start


def _place_fits(named: str, entry: Entry) -> bool:
    """Tell whether a place named before a meeting may be that of an entry; a generic one (市政府) always is."""
    names = (entry.issuing_body, entry.name, entry.file, entry.meeting_name, entry.document_number)
    haystack = simplified(" ".join(filter(None, names)))
    match = re.match(PLACE, named)
    if match is None or asking.GENERIC_PLACE.search(match["place"]):
        return True
    place = match["place"]
    if place in haystack or (len(place) > 2 and place[:-1] in haystack):
        return True
    return not asking.PLACE_NAME.search(haystack)
