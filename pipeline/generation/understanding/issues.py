"""The numbers by which minutes are counted where no record tells the meeting's: the issue, the file's own name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.understanding.asking import ORDINAL
from pipeline.generation.understanding.meeting_kinds import GOES_TO, meeting_of_a_kind
from pipeline.generation.understanding.naming import MEETING_KIND, OF_A_REPORT, folded_number
from pipeline.generation.understanding.written_dates import number_of
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.retrieval.catalogue import Entry

ENDING = r"[.](?:txt|docx?|md|html?|pdf)$"
ISSUE_SHOWN = compiled(rf"(?:第|[-－〕])0*[0-9]{{1,3}}(?:[期号]|{ENDING})")
OF_A_MEETING = compiled(
    rf"第\s*(?P<number>{ORDINAL})\s*期的?(?:[^，。？?、；\s第]{{0,6}}?(?:{MEETING_KIND}|纪要))"
    rf"|[会议要]\s*(?:[12][0-9]{{3}}\s*年?)?\s*第\s*(?P<behind>{ORDINAL})\s*期"
    r"|[会议要]\s*[〔\[（(【［]\s*[12][0-9]{3}\s*[〕\]）)】］]\s*(?:第\s*)?(?P<bracket>[0-9]{1,3})\s*期"
    rf"|(?<![0-9０-９一二三四五六七八九十第])(?P<bare>[0-9]{{1,3}})\s*期的?(?:[^，。？?、；\s第]{{0,4}}?(?:{MEETING_KIND}|纪要))"
)
"""第8期总办会, 总办会第8期, 总办会〔2024〕8期, 8期总办会: meetings that are counted by the issue of their minutes."""
OF_A_BODY = compiled(
    rf"第\s*(?P<number>{ORDINAL})\s*期|(?<![0-9０-９一二三四五六七八九十第])(?P<bare>[0-9]{{2,3}})\s*期"
    r"(?!工程|项目|建设|管网|培训|学员|债|基金|厂|园|地块|改造|安置|用地|征|扩|里|内|间|满|限)"
)
"""某局第8期: the same behind a body that is named; 第二期工程 is a part of a work."""
BEHIND_A_BODY = compiled(
    r"(?:(?<=集团|公司|中学|大学|学院|医院|街道)|(?<=[镇局委厅]))(?:〔?(?:19|20)[0-9]{2}〕?年?)?第?(?P<number>[0-9]{2,3})期"
    r"(?!工程|项目|建设|管网|培训|学员|债|基金|厂|园|地块|改造|安置|用地|征|扩|间|满|限|票|房)"
)
"""交投集团17期 停车费: the same behind what may be a body that no document is known by."""
YEAR_BEFORE = compiled(r"(?:19|20)[0-9]{2}年?\s*$")
_KIND = (
    r"(?:(?:常务|党组|党委|党工委|常委|专题|协调|调度|[校院厅局社处]务|联席)(?:会议?)?|(?:主任|总经理|[省市县区州局镇乡院校]长)?办公会议?|会议)"
    r"(?:的?纪要|会(?!议))?"
)
_OF_A_BODY = r"(?:[一-鿿]{1,6}?(?:政府|府|党委|[省市县区州镇]委|集团|公司|[局办院校厅])的?)?"
OF_A_PAPER = compiled(
    rf"(?<![0-9月.．\-－/〕）)])(?:(?P<year>[12][0-9]{{3}})\s*年?\s*的?)?第?(?P<number>[0-9]{{1,3}})\s*号(?P<link>[的那这召开]{{0,2}}[次场个份]?)"
    rf"{_OF_A_BODY}(?:{_KIND}(?!室)|(?:会议)?纪要)"
    r"|(?:纪要|会议?)\s*(?:(?P<of>[12][0-9]{3})\s*年?\s*)?第?(?P<behind>[0-9]{1,3})\s*号(?![楼院线路门馆机仓])"
)
"""市政府41号专题会, 2024年41号那次专题会, 专题会议纪要41号: a meeting by the number of its paper."""
MOST_DAYS = 31
"""16号那次专题会 was held on the 16th; no meeting was on the 41st."""
ON_FILE = compiled(rf"第\s*(?P<number>{ORDINAL})\s*次")
"""Which meeting a file's name says that it is: 某厅2024年第8次厅务会议纪要.txt."""
RUNNING = compiled(
    rf"会议?(?:纪要|记录|决议)?[ _（(]?(?P<year>(?:19|20)[0-9]{{2}})[-－—_.]0*(?P<number>[0-9]{{1,3}})[)）]?{ENDING}"
)
"""The same by a running number behind the meeting and the year: 院长办公会纪要2024-09.txt."""


def of_paper(question: str, entries: Sequence[Entry]) -> tuple[tuple[int, int], tuple[Entry, ...]]:
    """Return where a question names a meeting by the number of its paper, and the entries with that number.

    Of several those of the kind that is named: 市政府41号专题会 is no 41号 of a school.
    """
    for match in OF_A_PAPER.finditer(question):
        number, year = match["number"] or match["behind"], match["year"] or match["of"] or "[12][0-9]{3}"
        if match["link"] and not match["year"] and int(number) <= MOST_DAYS:
            continue
        written = re.compile(rf"〔{year}〕0*{int(number)}[号期]$")
        fits = tuple(entry for entry in entries if written.search(folded_number(entry.document_number)))
        own = meeting_of_a_kind(question, fits)[1] if len(fits) > 1 else ()
        if fits:
            return match.span(), own or fits
    return (0, 0), ()


def paper_lacking(question: str, entries: Sequence[Entry]) -> re.Match[str] | None:
    """Return where a question names a meeting by the number of its paper, if no entry can be of that number.

    One of the kind that is named may, where its own number is not on record. 5号那次专题会 is of a day, and a number
    by which something was done (按市政府41号纪要) is of a matter.
    """
    bare = [entry for entry in entries if entry.document_number is None]
    if len(bare) == len(entries) or of_paper(question, entries)[1]:
        return None
    if any(entry.document_number is None for entry in meeting_of_a_kind(question, entries)[1]):
        return None
    for match in OF_A_PAPER.finditer(question):
        told = int(match["number"] or match["behind"]) > MOST_DAYS or match["year"] or match["of"] or match["behind"]
        if told and not GOES_TO.search(question[: match.start()]):
            return match
    return None


def issued_so(number: int, entry: Entry) -> bool:
    """Tell whether an entry has an issue number, as its meeting's, or in its own number, its name or its file."""
    written = re.compile(rf"(?:第|[-－〕])0*{number}(?:[期号]|{ENDING})")
    return entry.meeting_number == number or any(written.search(name or "") for name in _names(entry))


def shows_issue(entry: Entry) -> bool:
    """Tell whether an entry shows the issue number of its minutes: 会议纪要2023-19.txt."""
    return any(ISSUE_SHOWN.search(name or "") for name in _names(entry))


def of_issue(number: int, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries with an issue number, of several those that count by 期 as the question does."""
    fits = tuple(entry for entry in entries if issued_so(number, entry))
    if len(fits) < 2:
        return fits
    written = re.compile(rf"(?:第|[-－〕])0*{number}期")
    own = tuple(entry for entry in fits if any(written.search(name or "") for name in _names(entry)))
    return own or fits


def is_told(match: re.Match[str]) -> bool:
    """Tell whether a question names a meeting by its issue, so that it is missed where none fits.

    第8期总办会 and 2025年第9期 do; 第8期 may be a part of a work.
    """
    if match["bare"] is not None:
        return False
    return match.re.pattern == OF_A_MEETING.pattern or bool(YEAR_BEFORE.search(match.string, 0, match.start()))


def has_number(number: int, entry: Entry) -> bool:
    """Tell whether an entry is of the meeting with a number: by its record, else by the name of its file.

    The minutes themselves may bear nothing but a document number, which counts something else.
    """
    if entry.meeting_number is not None:
        return entry.meeting_number == number
    shown = {number_of(match["number"]) for match in ON_FILE.finditer(entry.file)} or _running(entry)
    return shown == {number} and not OF_A_REPORT.search(entry.file)


def _running(entry: Entry) -> set[int | None]:
    """Return the running number at the end of a file's name; none where it may be the month of the meeting."""
    match = RUNNING.search(entry.file)
    if match is None or entry.date is None or entry.date.startswith(f"{match['year']}-{int(match['number']):02d}"):
        return set()
    return {int(match["number"])}


def _names(entry: Entry) -> tuple[str | None, ...]:
    return entry.document_number, entry.name, entry.file
