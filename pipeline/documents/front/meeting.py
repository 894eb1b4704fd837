"""The meeting itself: its name and number, when and where it was held, who took the chair, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from pipeline.documents.duties.names import FULL_ROLE, ends_as_unit, split_person
from pipeline.documents.front.labelled import labelled_part
from pipeline.documents.numerals import FoundDate, chinese_to_int, find_dates, iso_date, parse_document_number
from pipeline.documents.patterns import DATE_LINE, MEETING_NAME, SESSION
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage, fold
from pipeline.minutes import DateSource, Meeting, Notice, Span
from pipeline.patterns import compiled


@dataclass
class MeetingReader:
    """Reads the facts of one meeting from the passages of its head.

    Attributes:
        paper: the document.
        passages: the head, and the attendance lists where they hold labels (主持：…).
        title: the document's title.
        number: the document number, from which a year may follow.
        issued: the date of issue, from which a year may follow.
        planned: the meeting is still to come (a notice of its agenda), so that it is not before the day of issue.
        spans: the place of each field found, by its name.
        notices: what a person should check.
    """

    paper: Paper
    passages: Sequence[Passage]
    title: Passage | None
    number: str | None
    issued: FoundDate | None
    planned: bool = False
    spans: dict[str, Span] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def read(self) -> Meeting:
        """Return the meeting; what the head does not state is `None`."""
        meeting = Meeting(name=self._name(), chair=self._chair(), place=self._place())
        return self._date(self._session(meeting))

    def _keep(self, key: str, span: Span) -> str:
        self.spans[key] = span
        return named(self.paper, span)

    def _name(self) -> str | None:
        found: tuple[Passage, tuple[int, int]] | None = None
        if self.title is not None and (match := _TITLE_NAME.match(self.title.flat)):
            found = self.title, match.span("name")
        if found is None or not SESSION.search(found[0].flat[slice(*found[1])]):
            for passage in self.passages:
                match = MEETING_NAME.search(passage.flat)
                if match and (found is None or SESSION.search(match["name"])):
                    found = passage, match.span("name")
                    break
        elif SESSION.match(found[0].flat, found[1][0]):
            # 「2024年第三次全体会议纪要」 beneath the name of the body, 「某委员会2024年第三次全体会议」 in the lead
            name = found[0].flat[slice(*found[1])].replace(" ", "")
            for passage in self.passages:
                match = MEETING_NAME.search(passage.flat)
                if match and match["name"].replace(" ", "").endswith(name) and match["name"] != name:
                    found = passage, match.span("name")
                    break
        if found is None:
            lines = [*self.passages, *([self.title] if self.title else [])]
            found = next(
                ((line, match.span("name")) for line in lines if (match := _CALLED.fullmatch(line.flat))), None
            )
        if found is None:
            return None
        name = self._keep("meeting.name", found[0].span(*found[1]))
        # 「党 组 会 议 纪 要」: a title whose characters stand apart
        return re.sub(r"\s", "", name) if " " not in found[0].flat else name

    def _session(self, meeting: Meeting) -> Meeting:
        bare: Meeting | None = None
        for passage in [*([self.title] if self.title else []), *self.passages]:
            for match in SESSION.finditer(passage.flat):
                group = "n1" if match["n1"] else "n2"
                number = chinese_to_int(match[group])
                if number is None or (
                    re.match(r"[^,。]{0,6}(?:全会|党代会|代表大会|人大|政协|提案|建议)", passage.flat[match.end() :])
                    and len(passage.flat) > 40
                ):
                    continue
                if bare is not None and not (match["session"] and number == bare.number):
                    continue
                if bare is None:
                    self.spans["meeting.number"] = passage.span(*match.span(group))
                if match["session"]:
                    session = self._keep("meeting.session", passage.span(*match.span()))
                    return replace(meeting, number=number, session=session)
                # 「第8次」 as the title, 「2024年第8次区长办公会议」 in the lead
                bare = replace(meeting, number=number)
        return bare or meeting

    def _place(self) -> str | None:
        labelled = labelled_part(self.passages, "place")
        if labelled is not None:
            return self._keep("meeting.place", labelled.span())
        for passage in self.passages:
            if match := _HELD_AT.search(passage.flat) or _HELD_IN.search(passage.flat):
                return self._keep("meeting.place", passage.span(*match.span("place")))
        return None

    def _chair(self) -> str | None:
        labelled = labelled_part(self.passages, "chair")
        found = (_leading_name(labelled) or _person_in(labelled, first=True)) if labelled else None
        for passage in self.passages:
            if found is not None:
                break
            found = chair_in(passage)
            if found is None and (noted := _CHAIR_NOTED.search(passage.flat)):
                found = _name_in(passage.part(*noted.span("who")))
        return re.sub(r"\s", "", self._keep("meeting.chair", found.span())) if found is not None else None

    def _date(self, meeting: Meeting) -> Meeting:
        found = _meeting_date(self.passages)
        if found is None:
            return meeting
        passage, date = found
        place = passage.span(date.span.start, date.span.end)
        meeting = replace(meeting, date_text=self._keep("meeting.date", place))
        if date.year is not None:
            return replace(meeting, date=date.iso, date_source="text")
        year, source = self._year(date, meeting.session)
        if year is None or source is None:
            message = "会议日期没有年份，也无从推得"
            self.notices.append(Notice(code="year_not_stated", message=message, start=place.start, end=place.start))
            return replace(meeting, date=date.iso, date_source="text")
        return replace(meeting, date=iso_date(year, date.month, date.day), date_source=source)

    def _year(self, date: FoundDate, session: str | None) -> tuple[int | None, DateSource | None]:
        """The year of a date without one: document number, session name, date of issue, file name, in this order."""
        number = self.number or ""
        # 「〔2019〕18号」: the body stands in the title; 「某政纪〔2024〕9」: without its last sign
        whole = number if re.search("[号期]$", number) else f"{number}号"
        parsed = parse_document_number(whole) or parse_document_number(f"号{whole}")
        before = _year_before(date, self.issued)
        if before is not None and self.planned and self.issued is not None:
            day, notice = (date.month or 12, date.day or 31), (self.issued.month or 1, self.issued.day or 1)
            return before + (1 if day > notice else 0) + (1 if day < notice else 0), "text"
        if parsed is not None:
            if before is not None and abs(parsed.year - before) <= 1:
                return before, "document_number" if before == parsed.year else "text"
            if date.month == 12 and parsed.number <= 2:
                # a December meeting whose record is numbered among the first: this year or the year before, unsure
                return None, None
            return parsed.year, "document_number"
        if match := re.match(r"\d{4}", session or "") or re.match(r"\d{4}(?=年)", number):
            return int(match.group()), "text"
        if before is not None:
            return before, "text"
        stem = fold(PurePath(self.paper.file).stem)
        if (numbered := parse_document_number(stem)) is not None:
            return numbered.year, "filename"
        match = re.search(r"(?<!\d)((?:19|20)\d\d)(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d)", stem)
        return (int(match[1]), "filename") if match else (None, None)


# 「会议名称：委党组（扩大）会议」, 「某市规委会2024年第二次会议」 as the title
_CALLED = compiled(
    r"(?:(?:会议)?(?:名称|主题)[ ]*:[ ]*)?(?P<name>[^:。;,]{2,60}?会议)"
    r"(?:[ ]*(?:\([^()]{1,20}\)|第[ ]?[\d一二三四五六七八九十]{1,4}[ ]?次))?"
)
_TITLE_NAME = compiled(
    r"(?:关于(?:印发|转发|公布)《?)?(?P<name>.{2,60}?会议?)(?=议?(?:纪要|决议|议程|记录|简报|公告|\())"
)
_HELD_AT = compiled(
    r"在(?P<place>[^,。;在]{2,40}?(?:会议室|会议中心|礼堂|报告厅|会堂|会议厅|多功能厅|宾馆|酒店|\d楼|办公楼|党群服务中心)"
    r"(?:[^,。;:在(以]{0,10}?(?:会议室|会议厅|报告厅|多功能厅|[号层楼]厅|礼堂))?)"
)
_HELD_IN = compiled(r"在(?P<place>[^,。;在]{3,25}?)(?:主持|组织|集中|以[^,。;]{2,12}(?:方式|形式))?(?:召开|举行)")
# 「主任委员：李明（主持）」
_CHAIR_NOTED = compiled(
    r"(?:^|[:、, ])(?P<who>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff](?:[ ]+[\u4e00-\u9fff]){1,2})\((?:会议)?主持(?:人)?\)"
)
_CHAIRED = compiled(r"(?P<who>[^。;:]{2,60}?)(?:同志)?(?:亲自)?(?:召集(?:并|和)?)?(?:主持(?!人|词|工作|下)|召集(?!人))")
_UNDER = compiled(r"在(?P<who>[^,。;]{2,40}?)(?:的)?主持下")
# 「国务院总理某某3月22日主持召开」
_DATED = compiled(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:[上下]午|晚上?)?$|(?<=.{4})\d{1,2}[日号](?:[上下]午|晚上?)?$")
_TIME = compiled(r"^.*(?:[日号天]|上午|下午|晚上?|中午|[时点分])[ ]?(?:在[^,]{2,20})?")
_PLACE = compiled(r"在[^,。;在]{2,30}$")


def chair_in(passage: Passage) -> Passage | None:
    """Return the name of who chairs a meeting according to a sentence of its lead."""
    last = max(passage.flat.rfind(word) for word in ("主持", "召集"))
    # a record of one paragraph is not searched to its end for a chair who stands at its beginning
    for match in _CHAIRED.finditer(passage.flat, 0, last + 6) if last >= 0 else ():
        if found := _person_in(_without_place(passage.part(*match.span("who")))):
            return found
    under = _UNDER.search(passage.flat)
    return _person_in(passage.part(*under.span("who"))) if under else None


# 「（汇报人：张文；主持人：李明）」 behind each item
_CHAIR_ASIDE = compiled(r"\([^()\n]{0,30}主持人?:[ ]*(?P<who>[^()\n;,]{2,20})\)")


def chair_of_items(paper: Paper) -> Span | None:
    """Return the place of the chair's name where the asides behind the items all name one person."""
    found: dict[str, Span] = {}
    for match in _CHAIR_ASIDE.finditer(paper.plain):
        who = _person_in(paper.passage(*match.span("who")), first=True)
        if who is not None:
            found.setdefault(who.flat.replace(" ", ""), who.span())
    return next(iter(found.values())) if len(found) == 1 else None


def _leading_name(labelled: Passage) -> Passage | None:
    """Return the name that opens a value, its post behind it: 「主持人：刀建华  县委副书记、县长」."""
    match = re.match(r"[\u4e00-\u9fff]{2,4}(?=[ ]{2})|[\u4e00-\u9fff][ ]+[\u4e00-\u9fff]{1,2}(?=[ ]{2})", labelled.flat)
    if match is None:
        return None
    part = labelled.part(*match.span())
    name = part.flat.replace(" ", "")
    # behind the label a rare surname will do
    return _name_in(part) or (part if not FULL_ROLE.search(name) and not ends_as_unit(name) else None)


def _without_place(who: Passage) -> Passage:
    # 「副市长某某在市政府三楼会议室主持召开」
    match = _PLACE.search(who.flat)
    return who.part(0, match.start()) if match and match.start() >= 2 else who


_PIECES = compiled(r"[^,、;:由]+")
_FIRST = compiled(r"[^,、;:()]+")


def _person_in(who: Passage, *, first: bool = False) -> Passage | None:
    """Return the name in 「5月24日，市委副书记、市长某某」, or at the start of a labelled value."""
    pieces = [match.span() for match in (_FIRST if first else _PIECES).finditer(who.flat)]
    for start, end in pieces if first else reversed(pieces):
        end = start + len(_DATED.sub("", who.flat[start:end]))
        text = who.flat[start:end]
        time = None if first else _TIME.match(text)
        offset = time.end() if time and time.end() < len(text) - 1 else 0
        found = _name_in(who.part(start + offset, end))
        if found is not None or not first:
            return found
    return None


def _name_in(part: Passage) -> Passage | None:
    kept = [index for index, character in enumerate(part.flat) if character != " "]
    joined = "".join(part.flat[index] for index in kept)
    parts = split_person(joined) or _without_surname(joined)
    if parts is None or FULL_ROLE.fullmatch(parts[2]):
        return None
    place = joined.rfind(parts[2])
    return part.part(kept[place], kept[place + len(parts[2]) - 1] + 1)


def _without_surname(joined: str) -> tuple[None, str, str] | None:
    """Split 「县长阿尔木呷」: behind a post, and before 主持, a name of another people stands too."""
    post = FULL_ROLE.match(joined)
    name = joined[post.end() :] if post else ""
    return (None, post.group(), name) if post and re.fullmatch(r"[\u4e00-\u9fff·]{3,8}", name) else None


def _meeting_date(passages: Sequence[Passage]) -> tuple[Passage, FoundDate] | None:
    labelled = labelled_part(passages, "date")
    ordered = [
        *([labelled] if labelled else []),
        *(p for p in passages if re.search("召开|主持|召集|举行", p.flat) and re.search("[,。]", p.flat)),
        *passages,
    ]
    for passage in ordered:
        if DATE_LINE.fullmatch(passage.flat) and passage is not labelled:
            continue
        dates = list(find_dates(passage.flat))
        for date in dates:
            if passage is labelled or not _ELSEWHERE.search(passage.flat, 0, date.span.start) or date is dates[-1]:
                return passage, date
    for passage in passages:
        # 「（2018年12月5日）」 beneath the title
        if re.fullmatch(r"\([^()]{6,20}\)", passage.flat):
            for date in find_dates(passage.flat):
                return passage, date
    return None


# 「会议通知于10月17日送达，会议于10月27日召开」「根据5月3日市委会议精神，…」
_ELSEWHERE = compiled(r"(?:通知(?:已)?(?:于|在)?|根据|按照|依据|落实|贯彻|截至|自)[^,。;]{0,8}$")


def _year_before(date: FoundDate, issued: FoundDate | None) -> int | None:
    """The year in which a day lies that is not later than the day of issue."""
    if issued is None or issued.year is None or date.month is None:
        return None
    return issued.year - (1 if (date.month, date.day or 1) > (issued.month or 12, issued.day or 31) else 0)
