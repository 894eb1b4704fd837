"""What of a paper's points is still to be done, and what only tells what was done, or that nothing was decided."""

from __future__ import annotations

from pipeline.generation.columns import one_line
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.minutes import Document, Point
from pipeline.patterns import compiled

# 「会前，与会人员察看了现场」「某同志传达了有关精神」
_WAS_DONE = compiled(
    r"^(?:(?:会前|会上|会议|期间)[，,]?)?[^，。；]{0,20}?(?:传达|察看|查看|听取|学习|通报|观看|汇报|宣读|介绍|说明)(?:学习)?了"
)
# 「彭某问洒水车修不修，没有说下去」
_LEFT_OPEN = compiled(r"没有?说下去|(?:未|没有?|不)(?:作|做|形成|达成)出?(?:决定|结论|决议|一致)|没有?结论|没有?定下")
_DAY = compiled(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_MET = compiled(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_RECENT = 93
"""Days before a meeting: a day of the calendar that lies further back is more likely one of the next year."""
_ORDER = compiled(r"要|应|须|由|请|负责|牵头|不得|前(?:完成|报)|于[^，]*前")


def is_to_do(document: Document, of: Point) -> bool:
    """Tell whether a point is still to be done, and does not only tell what was done or said.

    >>> from pipeline.documents.parse import parse_text
    >>> points = "1.李某传达了有关精神。\\n2.由丙科6月底前修缮围墙。"
    >>> document = parse_text(f"甲局局务会纪要\\n一、关于乙园\\n会议议定：\\n{points}")
    >>> [is_to_do(document, of) for of in document.items[0].points]
    [False, True]
    """
    wording = one_line(of.text)
    calls = any(clause.call for sentence in sentences(wording) for clause in clauses(sentence))
    if not of.is_assigned:
        return calls or of.deadline is not None or not (_WAS_DONE.match(wording) or _LEFT_OPEN.search(wording))
    return calls or bool(_ORDER.search(wording)) or not _is_past(document, of)


def _is_past(document: Document, of: Point) -> bool:
    """Tell whether the day that a point names was shortly before its meeting (某局于5月24日补开听证会)."""
    day, met = _DAY.fullmatch(of.deadline.text) if of.deadline else None, _MET.fullmatch(document.meeting.date or "")
    if day is None or met is None:
        return False
    ago = (int(met["month"]) - int(day["month"])) * 31 + int(met["day"]) - int(day["day"])
    return day["year"] in (None, met["year"]) and 0 < ago < _RECENT
