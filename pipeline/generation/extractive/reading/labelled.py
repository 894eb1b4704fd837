"""What the labels behind a sentence tell of it: who is responsible and by when, in a line or a bracket of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Document

LABEL = (
    r"(?:(?:牵头|责任|主责|主办|承办|配合|协办|协作|落实|监督|督办|办理|完成|办结|整改)(?:领导|单位|部门|处室|科室|人员|人|时限|时间|期限|日期)?"
    r"|时限|时间要求|期限)"
)
VALUE = r"(?:[^。；;\n（(）)〔〕\[\]【】]|[（(][一-鿿0-9]{1,6}[)）]){1,80}"
LABELLED = compiled(rf"\s*[（(〔\[【]?(?:{LABEL}[:：]{VALUE}(?:[；;，。]?[ \t\u3000]*))+[）)〕\]】]?")
"""责任单位：财务科；完成时限：9月底前, （牵头：甲处；配合：乙处）."""
UNLABELLED = compiled(
    r"\s*(?:〔[^〔〕\n]{2,60}〕|【[^【】\n]{2,60}】"
    r"|[（(](?=[^（）()\n]{2,40}(?:前|内|底|每[年月旬周日季][^（）()\n]{0,6})[）)])[^（）()\n]{2,40}[）)])"
    r"[。；;]?[ \t\u3000]*(?=\n|$)"
)
"""A bracket at the end of a line that says who and by when and gives neither a label: 〔执法支队；4月20日前〕."""
LINE = 400
"""Characters of the line of a sentence that are looked through at most."""


def task_before(document: Document, place: Span) -> str:
    """Return the line to which a sentence of labels alone belongs, the one above it; nothing for another sentence."""
    text = document.text
    if not LABELLED.match(text, place.start, place.end):
        return ""
    above = text.rfind("\n", max(0, place.start - LINE), place.start)
    return text[text.rfind("\n", max(0, above - LINE), above) + 1 : above] if above > 0 else ""


def labelled(document: Document, place: Span, *, within: Span) -> Span | None:
    """Return the labels that stand behind a sentence, at the end of its line or right below it; or nothing.

    Args:
        document: the document.
        place: the sentence.
        within: the item of the sentence.
    """
    text = document.text
    if LABELLED.match(text, place.start, within.end):
        return None
    line_end = text.find("\n", place.end, min(within.end, place.end + LINE))
    line_end = line_end if line_end >= 0 else min(within.end, place.end + LINE)
    below = LABELLED.match(text, line_end, within.end)
    inside = LABELLED.search(text, place.end, line_end) or UNLABELLED.match(text, place.end, line_end)
    found = inside if inside and inside.end() >= line_end - 1 else below
    if found is None or not found.group().strip():
        return None
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return Span(start, found.start() + len(found.group().rstrip()))
