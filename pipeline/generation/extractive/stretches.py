"""Stretches of a text: its sentences and clauses, whole where a line breaks within one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.documents.text.clean import fold
from pipeline.documents.text.wraps import paragraphs_of
from pipeline.generation.extractive.evidence import BAR
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Document

SENTENCE = compiled(r"(?:【[^】\n]{1,80}】|[^。！？；\n])*[。！？；]?[”’」』）)]?(?:【[^】\n]{1,80}】)?")
"""A sentence, with the bracket behind it that says whose it is: …拆完。【牵头：某县；配合：某局】"""
STOPS = "。！？；：;!?:|"
ENUMERATING = "、，"
"""No line that ends in one of these ends its sentence."""
NEVER_FIRST = "、，；。）)”》"
"""No sentence begins with one of these."""
WRAPPED, WIDEST, NEARLY = 14, 60, 4
"""Characters: the narrowest and the widest line of a text broken into lines of one width; a full line lacks so few."""
EVEN = 0.4
"""The share of the lines that are full, in a text broken into lines of one width."""
LONGER = 0.15
"""The share of its lines that may be longer than any width."""
OPENS = compiled(
    r"[#|>*]|[（(【\[]?(?:[一二三四五六七八九十百]{1,4}|[0-9]{1,3})[)）】\]、.．]|第[一二三四五六七八九十0-9]+[项条次个]|[①-⑳]|议题|议案|会议(?:听取|审议|讨论|研究|指出|强调|要求|明确|决定|认为)"
    r"|(?:出席|列席|参加|缺席|请假|记录|主持|时间|地点)[^，。]{0,8}[：:]"
)
CLOSES = "）)〕】]"
LABELS = compiled(
    r"[（(〔【\[](?:牵头|责任|主办|承办|配合|协办|督办|完成|办理|办结|时限)[^：:\n]{0,6}[：:](?:[^（(〔【\[\n]|[（(][^（()）\n]{1,6}[)）])*[)）〕】\]]$"
)
"""（牵头单位：市水务局；配合单位：某某管理处）: a line that ends so ends its sentence."""
LABELS_REACH = 200
TOPIC = compiled(r"关于[^，。；：:！？\n]{2,24}。?")
"""The heading of a point that names what it is about and says nothing of it."""
REFUSED = compiled(r"不同意|不予|暂缓|不批准|未同意|缓议")
CONSENT = compiled(r"\s*(?:但|可|只|仅|其余|会议)?(?:同意|准予|批准|可以|允许)[^。；;\n]{2,80}[。；;]")
STOP = compiled(r"[。！？；\n]")
CLAUSE_END = compiled(r"[，,；;。！？：:\n]")


def before_items(document: Document) -> Span:
    """Return what stands before the first item; of a paper without items, all of it."""
    return Span(0, min((item.start for item in document.items), default=len(document.text)))


def sentences(document: Document, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, without blanks at their ends, whole where a line breaks within one."""
    open_end: Span | None = None
    for match in SENTENCE.finditer(document.text, span.start, span.end):
        place = trim(document.text, Span(*match.span()))
        if place.end <= place.start:
            continue
        if open_end is not None:
            if _goes_on(document.text, open_end, place):
                place = Span(open_end.start, place.end)
            else:
                yield open_end
        open_end = place
    if open_end is not None:
        yield open_end


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Tell whether a line breaks within a sentence: it is full, or its paragraph goes on, and no label follows."""
    gap = text[before.end : after.start]
    if gap.count("\n") == 1 and text[after.start] in NEVER_FIRST:
        return True
    if gap.count("\n") != 1 or text[before.end - 1] in STOPS or OPENS.match(text, after.start):
        return False
    if text[before.end - 1] in CLOSES and LABELS.search(text, max(0, before.end - LABELS_REACH), before.end):
        return False
    if before.end + gap.index("\n") in _joints(text) or text[before.end - 1] in ENUMERATING:
        return True
    width = _wrapped_at(text)
    line = text.rfind("\n", 0, before.end) + 1
    return bool(width) and before.end - line >= width - NEARLY


@lru_cache(maxsize=128)  # the same documents are opened question after question
def _joints(text: str) -> frozenset[int]:
    """Return where a text breaks its lines within a paragraph: the offsets of those line breaks."""
    groups = paragraphs_of(fold(text))
    lines = [pair for group in groups for pair in itertools.pairwise(group)]
    return frozenset(place for one, _ in lines if (place := text.find("\n", one.end)) >= 0)


@lru_cache(maxsize=64)
def _wrapped_at(text: str) -> int:
    """Return how many characters the lines of a text hold that is broken into lines of one width, or 0."""
    lengths = [length for line in text.splitlines() if (length := len(line.rstrip())) >= WRAPPED]
    full = {width: sum(width - NEARLY <= length <= width for length in lengths) for width in {*lengths} - {0}}
    width = max((one for one in full if one <= WIDEST), key=lambda one: (full[one], one), default=0)
    longer = sum(length > width for length in lengths)  # a paragraph that somebody put in afterwards
    even = bool(width) and full[width] >= max(2, EVEN * len(lengths)) and longer <= LONGER * len(lengths)
    return width if even else 0


def to_its_consent(document: Document, place: Span) -> Span:
    """Return a refusal that ends in a semicolon with the smaller consent behind it: 不同意外包；同意只外包保洁。"""
    if not (REFUSED.search(document.quote(place)) and document.quote(place).endswith(("；", ";"))):
        return place
    behind = CONSENT.match(document.text, place.end)
    return Span(place.start, behind.end()) if behind else place


TABLE_ROW = compiled(rf"[^\n]*?{BAR}[^\n]+?{BAR}[^\n]*")
ROWS = 800
"""Characters of a table that an announcement is told with."""


def with_what_follows(document: Document, place: Span, *, within: Span, limit: int) -> Span:
    """Return a sentence that ends in a colon with what it announces, as many whole sentences as fit into `limit`.

    「某某要求：」 alone says nothing: what is required stands behind it, in the same line or in the lines below. The
    heading of a point, 「关于资金筹措。」, says no more: what it heads stands behind it, up to the next label.
    """
    heads = TOPIC.fullmatch(document.text, place.start, place.end) is not None
    if not heads and document.text[place.end - 1 : place.end] not in ("：", ":"):
        return place
    end = place.end
    for one in sentences(document, Span(place.end, within.end)):
        if heads and "\n" in document.text[end : one.start] and OPENS.match(document.text, one.start):
            break
        row = TABLE_ROW.match(document.text, one.start) is not None
        most = ROWS if row else limit  # half a table is none: its rows are told together
        if one.end - place.start > most and end > place.end:
            break
        end = one.end
        if end - place.start > most:
            break
    return Span(place.start, end)


def trim(text: str, span: Span) -> Span:
    """Return a place without blanks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentence_at(document: Document, span: Span, *, limit: int = 160) -> Span:
    """Return the sentence around a place; where it is longer than `limit` characters, the clauses around the place."""
    text, joints = document.text, _joints(document.text)
    start = _stop_before(text, span.start, joints)
    end = max(span.end - 1, span.start)
    while (match := STOP.search(text, end)) and match.start() in joints:
        end = match.end()
    end = len(text) if match is None else match.start() + (match.group() != "\n")
    whole = trim(text, Span(start, min(end, len(text))))
    if whole.end - whole.start <= limit:
        return whole
    return clauses_around(document, whole, span, limit=limit)


def _stop_before(text: str, before: int, joints: frozenset[int]) -> int:
    """Return where the sentence begins that holds what stands before a place."""
    while True:
        at = max(text.rfind(mark, 0, before) for mark in "。！？；\n")
        if at not in joints or at < 0:
            return at + 1
        before = at


def clauses_around(document: Document, whole: Span, core: Span, *, limit: int) -> Span:
    """Return the clauses around a core, as many as fit into `limit` characters, the core's own always."""
    text = document.text
    cuts = [whole.start, *(match.end() for match in CLAUSE_END.finditer(text, whole.start, whole.end)), whole.end]
    start = max(cut for cut in cuts if cut <= core.start)
    end = min((cut for cut in cuts if cut >= core.end), default=whole.end)
    for cut in (cut for cut in cuts if cut > end):
        if cut - start > limit:
            break
        end = cut
    for cut in sorted((cut for cut in cuts if cut < start), reverse=True):
        if end - cut > limit:
            break
        start = cut
    return trim(text, Span(start, end))
