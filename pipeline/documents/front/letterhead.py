"""Whose record it is, and how it is numbered: the issuing body, the document number, the issue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.numerals import CHINESE, chinese_to_int, find_document_numbers
from pipeline.documents.patterns import LABELS
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage
from pipeline.minutes import Span
from pipeline.patterns import compiled

BODY = compiled(
    r"(?P<body>[\u4e00-\u9fff()]{2,28}?(?:人民政府|政府|委员会|常务委员会|办公室|办公厅|管委会"
    r"|管理委员会|党组|党委|公司|大学|学院|学校|中学|小学|幼儿园|党校|医院|卫生院|法院|检察院|党支部|党总支|街道办事处|村民委员会"
    r"|村委会|居委会|集团|厅|局|协会|学会|董事会|监事会|理事会|股东大?会|支部委员会|指挥部|领导小组"
    r"|中心|工会|妇联|研究所|研究院|合作社|联合社|信用社|供销社))"
    r"(?:文件|\(.{1,12}\))?(?:[ ]+\d{4}[ ]?年.{3,8})?$"
)
"""「某市水利局」「某公司董事会（盖章）」 on a line of its own: a body that issues."""
_OFFICE = compiled("(?:办公室|办公厅|秘书处)$")
# 「临江县人民政府第23次常务会议纪要」: a title that opens with the body
_OPENS_TITLE = compiled(
    r"[\u4e00-\u9fff]{2,20}?(?:人民政府|委员会党组|委员会|股份有限公司|有限公司|大学|学院|中学|小学|幼儿园|法院|检察院|村民委员会|指挥部|局党组|局党委|党工委|[镇乡]党委(?=会)|居民议事会|议事会|医院|[局厅院校司](?=[局厅院校司]?务会)|安委会|规委会|财经委|财经办|编委|深改委|党支部|党总支|工会|业主委员会)(?=.{0,24}(?:会议|纪要|决议|记录))"
)
# 「栖 川 县 人 民 政 府」: a line across which the characters stand apart
_APART = compiled(r"[\u4e00-\u9fff()](?:[ ]{1,6}[\u4e00-\u9fff()]){3,}")
# 「某政议〔2024〕5号                (内部资料)」: what fills a line says nothing of its length
_GAPS = compiled("[ ]{2,}")
_LINE = 60
_HEADED = 8
"""Lines of a head in which the body and the issue stand."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a head says: its wording and place; of an issue its number too, and the year that stands before it."""

    wording: str
    place: Span
    value: int | None = None
    year: int | None = None


def issuing_body(
    paper: Paper, passages: Sequence[Passage], foot: Sequence[Passage], *, leads: Sequence[bool]
) -> Told | None:
    """Return who issues a record, and where its head or its foot names it.

    Args:
        paper: the document.
        passages: the lines of the head.
        foot: the lines of the foot.
        leads: for each line of the head, whether it is a sentence that tells of the meeting.
    """
    lines = [part for passage in (*passages[:_HEADED], *foot) for part in _lines_of(passage)]
    found = [line.part(*match.span("body")) for line in lines if (match := BODY.fullmatch(line.flat))]
    titled = [
        passage.part(*match.span())
        for passage, lead in zip(map(as_read, passages[:_HEADED]), leads, strict=False)
        if not lead and (match := _OPENS_TITLE.match(passage.flat))
    ]
    # the office that sends the record out is not the body that met: 「江州市人民政府办公室    2021年12月3日」
    if found and titled and _OFFICE.search(found[0].flat) and _is_of(found[0].flat, titled[0].flat):
        found = titled
    body = next(iter((*found, *titled)), None)
    return Told(re.sub(r"\s", "", named(paper, body.span())), body.span()) if body is not None else None


def _is_of(office: str, body: str) -> bool:
    """Tell whether an office is that of a body: it bears the body's name, or no name of its own (校长办公室)."""
    return office.startswith(body) or _BARE_OFFICE.fullmatch(office) is not None


_BARE_OFFICE = compiled(
    r"(?:党委|党组|党政|行政|综合|学校|校长|院长|所长|总经理|董事会|董事长|主任|区长|县长|市长|镇长|党工委|集团|公司|机关|厅|局)*(?:办公室|办公厅|秘书处)"
)


def _lines_of(passage: Passage) -> list[Passage]:
    """Return a line as it is read: closed up where its characters stand apart, parted where two bodies share it."""
    passage = as_read(passage)
    parts = [passage.part(*match.span()) for match in _SIDE_BY_SIDE.finditer(passage.flat)]
    return parts if len(parts) > 1 and all(BODY.fullmatch(part.flat) for part in parts) else [passage]


# 「绿源乡党委   绿源乡人民政府」
_SIDE_BY_SIDE = compiled(r"[^ ]+")


def as_read(passage: Passage) -> Passage:
    """Return a line without its blanks where its characters stand apart, else as it is: 「会 议 纪 要」."""
    if not _APART.fullmatch(passage.flat):
        return passage
    kept = [index for index, character in enumerate(passage.flat) if character != " "]
    flat = "".join(passage.flat[index] for index in kept)
    return Passage(flat, [passage.offsets[index] for index in kept], passage.place)


def is_short(flat: str) -> bool:
    """Tell whether a folded paragraph is no longer than a line of the head, whatever fills it."""
    return len(_GAPS.sub(" ", flat)) <= _LINE


def document_number(paper: Paper, passages: Sequence[Passage]) -> Told | None:
    """Return the document number of a head, and its place.

    It stands whole in a line (昆政纪〔2017〕4号), or without its body or its last sign as the whole of a line or of a
    labelled value (〔2022〕14号, 编号：某政纪〔2024〕9, 某法审纪字第7号).
    """
    for passage in passages:
        if not is_short(passage.flat) and not LABELS.match(passage.flat):
            continue
        for span, _ in find_document_numbers(passage.flat):
            return _worded(paper, passage.span(span.start, span.end))
    for passage in passages[:_HEADED]:
        if match := SHORT_NUMBER.match(passage.flat):
            return _worded(paper, passage.span(*match.span("number")))
    return None


def _worded(paper: Paper, place: Span) -> Told:
    return Told(paper.text[place.start : place.end], place)


_N = rf"(?:\d{{1,4}}|[{CHINESE}]{{1,5}})"
SHORT_NUMBER = compiled(
    r"(?:(?:会议|文件|纪要)?编[ ]*号[ ]*:[ ]*|(?:发文字号|文[ ]*号)[ ]*:[ ]*|\()?(?P<number>"
    r"[〔\[(【]\d{4}[〕\])】][ ]?第?[ ]?\d{1,4}[ ]?[号期]"
    r"|[\u4e00-\u9fff]{2,14}[ ]?[〔\[(【]\d{4}[〕\])】][ ]?第?[ ]?\d{1,4}"
    rf"|(?![^ ]{{0,12}}会议)[\u4e00-\u9fff]{{1,12}}(?:字|纪|纪要)[ ]?第[ ]?{_N}[ ]?号)\)?(?=$|[ ]{{2}})"
)
"""「〔2022〕14号」 where the title names the body, 「某政纪〔2024〕9」 without 号, 「某纪字第7号」 without a year."""


def issue(paper: Paper, passages: Sequence[Passage]) -> Told | None:
    """Return the issue by which a series of minutes is counted: 第9期, 2024年第3期.

    A count over all years (总第118期) stands for it only where no other is given.
    """
    for pattern in (_ISSUE, _WHOLE_ISSUE):
        for passage in passages[:_HEADED]:
            match = pattern.search(passage.flat) if is_short(passage.flat) else None
            number = chinese_to_int(match["value"]) if match else None
            if match and number is not None:
                told = _worded(paper, passage.span(*match.span("number")))
                return Told(re.sub(r"\s", "", told.wording), told.place, number, chinese_to_int(match["year"] or ""))
    return None


_YEAR = r"(?:\d{4}|[二一][〇○零O九一二三四五六七八]{3})"
# 「第9期」「（第 9 期）」「2024年第5期」 as a line, in brackets, behind a wide gap or behind the kind of the record
_ISSUE = compiled(
    rf"(?:^|(?<=[ ]{{2}})|(?<=\()|(?<=纪要)|(?<=记录))(?:(?P<year>{_YEAR})[ ]?年度?[ ]?)?"
    rf"(?P<number>第[ ]?(?P<value>{_N})[ ]?期)"
    r"(?=$|[ ]{2}|\)|[ ]?[(,、]?[ ]?总)"
)
_WHOLE_ISSUE = compiled(
    rf"(?:^|(?<=[ ]{{2}})|(?<=\())(?P<year>)(?P<number>总[ ]?第?[ ]?(?P<value>{_N})[ ]?期)(?=$|[ ]{{2}}|\))"
)
