"""Who takes a duty over from another: 总协调人由甲改为乙, 此前由甲科承担的看护工作移交物业公司."""

from __future__ import annotations

from pipeline.documents.duties.duty_words import CHARGED, HANDED
from pipeline.documents.duties.parties import Place
from pipeline.documents.duties.party_lists import read_list
from pipeline.patterns import compiled

_BACK = 40
"""Characters before a clause in which the work stands that it hands over."""
# 「此前由甲科承担的看护工作，自10月1日起移交物业公司」; papers are handed over by whoever has them
_TAKES_OVER = compiled(
    r"(?:工作|职责|职能|事务|管护|看护|保洁|养护|运维)[,]?(?:(?:自|从)[\d年月日]{2,11}起|即日起)?(?:整体|统一|全部|一并)?"
    r"(?:移交|划转|划归|交接)(?:给|至|到)?(?P<new>[^,。;]{2,24}?)(?:统一)?(?:承担|负责|承接|管理|实施)?(?=[,。;]|$)"
)


def handed_over(text: str, start: int, end: int) -> tuple[list[Place], int] | None:
    """Return to whom a task goes over from another, and where the words for that end.

    >>> text = "总协调人由张建国改为市水务局"
    >>> places, _ = handed_over(text, 0, len(text))
    >>> [text[slice(*place)] for place in places]
    ['市水务局']
    """
    for match in HANDED.finditer(text, start, end):
        charged = match["does"] or CHARGED.search(text, max(start, match.start() - 8), match.start())
        if charged and read_list(text, *match.span("old"), trusted=True):
            places = read_list(text, *match.span("new"), trusted=True)
            if places:
                return places, match.end()
    for match in _TAKES_OVER.finditer(text, max(0, start - _BACK), end):
        places = read_list(text, *match.span("new"), trusted=True) if match.start("new") >= start else None
        if places:
            return places, match.end("new")
    return None
