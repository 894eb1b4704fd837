"""One pass over a question: every step narrows the documents of the library to those that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.generation.places import of_one_place
from pipeline.generation.understanding import asking, bodies, days, issues, naming
from pipeline.generation.understanding.meeting_kinds import meeting_of_a_kind
from pipeline.generation.understanding.neighbours import latest_of_each
from pipeline.generation.understanding.nth_meeting import names_a_meeting, of_its_kind
from pipeline.generation.understanding.written_dates import date_fits, iso_of, number_of

if TYPE_CHECKING:
    import datetime

    from pipeline.retrieval.catalogue import Entry


class Reading:
    """One pass over a question; every step narrows the entries or notes what is missing."""

    def __init__(self, question: str, entries: tuple[Entry, ...]) -> None:
        self.question = question
        self.entries = entries
        self.filters: dict[str, str | int] = {}
        self.mentions: list[tuple[int, int]] = []
        self.missing: str | None = None
        self.issue: int | None = None
        self.dropped: list[str] = []
        self.openings: list[tuple[int, int]] = []  # where bodies are named, and how long their wording is
        self.before_bodies = entries
        self.titles = [match.span() for match in naming.TITLE.finditer(question)]

    def document_numbers(self) -> None:
        """昆政纪〔2017〕4号, 2020年3号纪要: the number of a document."""
        wanted, found = [], []
        for match in naming.DOCUMENT_NUMBER.finditer(self.question):
            wanted.append(match)
            found += [entry for entry in self.entries if naming.numbered_so(match, entry)]
        for match in () if wanted else naming.ISSUE.finditer(self.question):
            year = match["year"] or "[12][0-9]{3}"
            written = re.compile(rf"〔{year}〕(?:第)?0*{int(match['number'])}[号期]$")
            fits = [entry for entry in self.entries if written.search(naming.folded_number(entry.document_number))]
            self.mentions += [match.span()] if fits else []
            found += fits
        for match in () if wanted or found else naming.SHORT_NUMBER.finditer(self.question):
            fits = [entry for entry in self.entries if naming.numbered_shortly(match, entry)]
            self.mentions += [match.span()] if fits else []
            found += fits
        self.mentions += [match.span() for match in wanted]
        if found:
            self.entries = _unique(found)
            self.filters["number"] = "、".join(dict.fromkeys(entry.document_number or "" for entry in found))
        elif wanted:
            self.missing = wanted[0].group().strip()

    def bodies(self) -> None:
        """某某水务的董事会: the opening of a body's or a document's name, told apart from those of other entries."""
        if self.missing is not None or len(self.entries) < 2:
            return
        found: dict[str, set[str]] = {}
        short: dict[str, int] = {}
        for entry in self.entries:
            for name in filter(None, (entry.issuing_body, entry.name, entry.meeting_name, entry.file)):
                opening = bodies.body_opening(name, self.question)
                if opening:
                    found.setdefault(opening, set()).add(entry.document_id)
                    whole = f"{name}{entry.meeting_name or entry.name}"
                    short[opening] = max(short.get(opening, 0), bodies.short_form(whole, opening, self.question))
        found = {one: ids for one, ids in found.items() if not bodies.opens_an_office(one, self.question)}
        chosen = {
            opening: ids for opening, ids in found.items() if not any(o != opening and opening in o for o in found)
        }
        ids = {document_id for one in chosen.values() for document_id in one}
        ids |= bodies.of_one_series(self.entries, ids) | bodies.of_one_zone(self.entries, ids)
        if not chosen or len(ids) == len(self.entries):
            return
        self.before_bodies = self.entries
        self.entries = tuple(entry for entry in self.entries if entry.document_id in ids)
        self.filters["body"] = "、".join(chosen)
        self.openings = [(self.question.index(opening), len(opening) + short[opening]) for opening in chosen]
        self.mentions += [(start, start + length) for start, length in self.openings]

    def papers(self) -> None:
        """市政府41号专题会: a meeting by the number of its paper, of the body that is named where that has one."""
        if "number" in self.filters or self.missing is not None:
            return
        for entries in (self.entries, self.before_bodies):
            place, fits = issues.of_paper(self.question, entries)
            if fits:
                if not set(fits) <= set(self.entries):  # a body named behind it is what the meeting spoke of
                    self.filters.pop("body", None)
                self._narrow(fits, place, "number", "、".join(dict.fromkeys(one.document_number or "" for one in fits)))
                return
        if match := issues.paper_lacking(self.question, self.entries):
            self.mentions, self.missing = [*self.mentions, match.span()], match.group()

    def meeting_numbers(self) -> None:
        """第4次常务会议: the number of a meeting, with the body before it where one is named."""
        found: list[Entry] = []
        numbers, unknown = list[int](), list[str]()
        for match in naming.MEETING_NUMBER.finditer(self.question):
            number = number_of(next(filter(None, match.groups())))
            before = self.question[: match.start()]
            inside = self._inside_title(match.start()) or naming.of_a_congress(before, match.group())
            of_ours = names_a_meeting(match, self.question) and naming.counts_a_meeting(match, self.before_bodies)
            if number is None or inside or not of_ours:
                continue
            start = match.start() - naming.prefix_length(before)
            fits = self._numbered(number, self.question[start : match.start()], match.start())
            if not naming.OF_A_REPORT.search(self.question):  # how 第4次 was carried out is no minutes of it
                fits = [entry for entry in fits if entry.meeting_name or entry.meeting_number == number] or fits
            fits = of_its_kind(self.question[start : match.end()], fits)
            told = not match["bare"] or number >= naming.COUNTED
            if fits or told:
                self.mentions.append((start, match.end() + naming.said_at(match)))
            if fits:
                numbers.append(number)
                found += fits
            elif told:
                unknown.append(self.question[start : match.end()])
        if found:
            self.entries = _unique(found)
            self.filters["meeting"] = numbers[0] if len(numbers) == 1 else "、".join(map(str, numbers))
        self.missing = self.missing or next(iter(unknown), None)

    def issues(self) -> None:
        """第8期总办会: a meeting counted by the issue of its minutes, which its number, name or file may hold."""
        if {"meeting", "number"} & set(self.filters):
            return
        match = issues.OF_A_MEETING.search(self.question) or (
            (issues.OF_A_BODY if "body" in self.filters else issues.BEHIND_A_BODY).search(self.question)
        )
        number = number_of(next(filter(None, match.groups()))) if match else None
        if match is None or number is None or self._inside_title(match.start()) or self.missing is not None:
            return
        fits = issues.of_issue(number, self.entries)
        if fits:
            self._narrow(fits, match.span(), "meeting", str(number))
        elif issues.is_told(match) and "body" in self.filters and any(e.meeting_number is None for e in self.entries):
            self.mentions.append(match.span())  # the text alone tells, unless every file shows another number
            self.issue = number
            self.missing = match.group() if all(map(issues.shows_issue, self.entries)) else None

    def chairs(self) -> None:
        """某人主持的会议: the meetings that somebody chaired, where no number tells which."""
        match = asking.CHAIRED.search(self.question)
        if match is None or {"meeting", "number"} & set(self.filters) or self.missing is not None:
            return
        fits = tuple(entry for entry in self.entries if entry.chair and match["name"].endswith(entry.chair))
        if fits:
            self._narrow(fits, match.span(), "chair", fits[0].chair or "")

    def _numbered(self, number: int, prefix: str, offset: int) -> list[Entry]:
        """Return the entries with a number; those of any body where one is named elsewhere in the question."""
        fits = [
            entry for entry in self.entries if issues.has_number(number, entry) and naming.place_fits(prefix, entry)
        ]
        bound = any(start + length <= offset <= start + length + days.NEAR for start, length in self.openings)
        if fits or not self.openings:
            return fits
        others = [
            entry
            for entry in self.before_bodies
            if issues.has_number(number, entry) and naming.place_fits(prefix, entry)
        ]
        return [entry for entry in others if naming.of_no_place(prefix, entry)] if bound else others

    def dates(self, *, about_meetings: bool) -> None:
        """2017年5月那次: a date that names a meeting; a date of the matter itself is left to the topic."""
        found: dict[str, tuple[Entry, ...]] = {}
        about_meetings = about_meetings and not naming.LATER.search(self.question)
        if self._months():
            return
        numbered = "meeting" in self.filters or "number" in self.filters
        linked = False  # 2017年和2020年两次会议
        for match in reversed(list(naming.DATE.finditer(self.question))):
            near = linked or self._near_meeting(match) or numbered
            near = near or self.question[: match.start()].endswith("后来") or self._met_then(match)
            linked = near and bool(naming.LINKED.search(self.question[: match.start()]))
            if self._inside_title(match.start()) or any(start <= match.start() < end for start, end in self.mentions):
                continue
            wanted = iso_of(match)
            if wanted is None or not (near or about_meetings) or naming.due_then(match):
                continue
            fits = tuple(entry for entry in self.entries if date_fits(entry.date, wanted))
            if fits:
                found[wanted] = fits
                self.mentions.append(match.span())
            elif (
                near
                and self.missing is None
                and not self._of_the_matter(match)
                and (wording := days.meeting_wording(match, numbered=numbered))
            ):
                self.mentions.append(match.span())
                self.missing = wording
        if found:
            self.entries = _unique(entry for fits in found.values() for entry in fits)
            self.filters["date"] = "、".join(reversed(found))

    def _months(self) -> bool:
        """4月没定，6月怎么定的: the months in which one body met; `False` where a question names no two."""
        one_place = "body" in self.filters or all(of_one_place(self.entries[0], one) for one in self.entries)
        if {"meeting", "number"} & set(self.filters) or not one_place:
            return False
        if told := days.months_of_meetings(self.question, self.entries):
            self.entries = _unique(entry for _, met in told.values() for entry in met)
            self.filters["date"] = "、".join(told)
            self.mentions += [place for place, _ in told.values()]
        return bool(told)

    def relative_years(self, today: datetime.date, *, about_meetings: bool) -> None:
        """去年: a year counted from today; where nothing is of that year it is set aside.

        今年要建多少个 is a year of the matter: the text says 今年 as well, whatever year that was.
        """
        told = bool({"meeting", "number"} & set(self.filters))  # which meeting is meant, whatever year that was
        for match in naming.RELATIVE_YEAR.finditer(self.question):
            year = str(today.year + naming.RELATIVE_YEARS[match.group()[0]])
            fits = tuple(entry for entry in self.entries if date_fits(entry.date, year))
            if fits and (about_meetings or self._near_meeting(match)):
                self._narrow(fits, match.span(), "date", year)
            elif not fits:
                self.mentions.append(match.span())
                self.dropped += [] if told else [f"{match.group()}（{year}年）"]

    def kinds(self, *, about_meetings: bool) -> None:
        """省政府常务会议谁请假, 7月调度会推迟了什么: a meeting by its kind, on its record or where it opens so.

        A body that is named behind it (7月调度会临川大桥…) is what the meeting spoke of.
        """
        if self.missing is not None or {"meeting", "number", "chair"} & set(self.filters) or len(self.entries) < 2:
            return
        place, fits = meeting_of_a_kind(self.question, self.entries)
        if not fits and self.openings:
            place, fits = meeting_of_a_kind(self.question, self.before_bodies)
            fits = fits if all(start >= place[1] for start, _ in self.openings) else ()
        opens = len(fits) == 1 and naming.OPENS_WITH_A_MEETING.search(self.question[: place[0]])
        if not fits or self._inside_title(place[0]) or not (about_meetings or opens):
            return
        if not set(fits) <= set(self.entries):
            self.filters.pop("body", None)
            self.mentions = [one for one in self.mentions if one[0] < place[1]]
        self._narrow(fits, place, "meeting_name", self.question[place[0] : place[1]])

    def latest(self) -> None:
        """最近一次常务会议: the latest of the meetings that are left, of each body where several are left."""
        match = naming.LATEST.search(self.question)
        last = latest_of_each(self.entries) if match and self.missing is None else []
        if match and last:
            dates = "、".join(dict.fromkeys(entry.date or "" for entry in last))
            self._narrow(tuple(last), match.span(), "date", dates)

    def places(self) -> None:
        """苏北市的常务会议: a place before the word for a meeting."""
        if self.missing is not None:
            return
        for match in naming.PLACE_AND_MEETING.finditer(self.question):
            told = any(start <= match.start("place") < start + length for start, length in self.openings)
            if told or self._inside_title(match.start()) or naming.GENERIC_PLACE.search(match["place"]):
                continue
            fits = tuple(entry for entry in self.entries if naming.place_fits(match["place"], entry))
            if fits:
                self.entries = fits
            else:
                self.missing = match.group().strip("，。？?、；：: ")
            self.mentions.append(match.span())

    def _narrow(self, fits: tuple[Entry, ...], place: tuple[int, int], name: str, value: str) -> None:
        self.entries, self.filters[name] = fits, value
        self.mentions.append(place)

    def _inside_title(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.titles)

    def _near_meeting(self, match: re.Match[str]) -> bool:
        after = self.question[match.end() : match.end() + days.NEAR]
        word = naming.MEETING_WORD.search(after)
        told = days.beside_a_meeting(match) or days.held_then(match) is not None
        return told or (bool(word) and not re.search(r"[，。；？?《]", after[: word.start()] if word else ""))

    def _met_then(self, match: re.Match[str]) -> bool:
        """Tell whether a day is one on which the body that is named met: 某村9月6号定没定."""
        wanted = iso_of(match)
        if "body" not in self.filters or wanted is None or not days.is_the_day(match):
            return False
        return any(date_fits(entry.date, wanted) for entry in self.entries)

    def _of_the_matter(self, match: re.Match[str]) -> bool:
        """Tell whether a bare year stands behind the meeting that is named by its number: 第40次常务会 2026年付款额."""
        bare = match["year"] and not match["month"]
        return bool(bare and self.mentions) and all(start < match.start() for start, _ in self.mentions)


def _unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple({entry.document_id: entry for entry in entries}.values())
