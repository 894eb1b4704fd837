"""What a meeting decided without a word of consent or refusal (会议决定改为半幅封闭), for a brief draft."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.generation.columns import one_line
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.titles import matter_of, object_of
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Document, Item, Span
from pipeline.patterns import compiled

_DECIDED = compiled(r"会议(?:经?(?:研究|讨论))?(?:后)?(?:一致)?(?:决定|议定)[，,：:]?(?!如下|以下|下列|事项|[的由请])")
# 「会议决定，由某局牵头」 charges somebody; 「第3次会议决定」 is of another meeting
_CHARGES = compiled(r"^(?:由|请|责成|要求|同意|[^，]{2,12}(?:牵头|负责|要|会同))")
_EARLIER = compiled(r"(?:次|上次|此前|曾|[届年月日])[^，。；]{0,12}$")
# 「会议议定：一是同意将建成时间调整为3月底」
_AGREED = compiled(
    r"(?:[一二三四五六七八九十]是|[；：。\n][（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])(?:原则)?同意(?![见书])"
)
_RULED = compiled(
    r"会议(?:经?(?:研究|讨论))?(?:后)?(?:一致)?决定[，,：:]?(?!如下|以下|下列|事项|\s*(?:[的由请\n]|[（(]?[一1][)）、.]))"
)
_NUMBER = compiled(r"^(?:[（(\d①-⑳]|[一二三四五六七八九十]+[、是])")
_MOST = 60


def decisions(source: Source, items: Iterable[Item]) -> dict[int, Told]:
    """Return for items without a verdict the sentence on what was decided, by the items' starts, where there is one.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲市政府第2次常务会议纪要\\n一、关于乙桥加固\\n会议决定改为半幅封闭、分期施工，工期延长至8个月。"
    >>> source = Source("d0", parse_text(body))
    >>> [one.text for one in decisions(source, source.document.items).values()]
    ['乙桥加固：会议决定改为半幅封闭、分期施工，工期延长至8个月。']
    """
    found: dict[int, Told] = {}
    for item in items:
        if (told := _decision(source, item)) is not None:
            found[item.start] = told
    return found


def is_ruled(document: Document, item: Item) -> bool:
    """Tell whether a meeting decided on an item in so many words, though no verdict was read (会议决定改为半幅封闭).

    >>> from pipeline.documents.parse import parse_text
    >>> texts = ("会议决定改为半幅封闭。", "会议议定：一是同意延期至8月底。二是由丙局巡查。", "会议决定由丙局巡查。")
    >>> papers = [parse_text(f"甲市政府第2次常务会议纪要\\n一、关于乙桥加固\\n{text}") for text in texts]
    >>> [is_ruled(paper, paper.items[0]) for paper in papers]
    [True, True, False]
    """
    text = document.text
    found = [_RULED.search(text, item.start, item.end), _AGREED.search(text, item.start, item.end)]
    return any(
        one is not None and not _EARLIER.search(text[max(item.start, one.start() - 12) : one.start()]) for one in found
    )


def _decision(source: Source, item: Item) -> Told | None:
    """Return what was decided of an item as a sentence behind its title."""
    heading = source.heading(item)
    title = object_of(matter_of(one_line(item.title)))
    for place in source.stretches(source.body(item)):
        match = _DECIDED.search(source.document.text, place.start, place.end)
        if match is None or _EARLIER.search(source.document.text[place.start : match.start()]):
            continue
        said = _said(one_line(source.document.text[match.end() : place.end]))
        if not said:
            continue
        quoted = Span(match.start(), place.end)
        titled = [f"{title}：会议决定{said}。"] if title else []
        told = source.surest(
            source.tell(text, [heading, quoted], covers=[item.start], role="verdict", apart=True)
            for text in (*titled, f"会议决定{said}。")
        )
        if told is not None:
            return told
    return None


def _said(wording: str) -> str:
    """Return the first clauses behind 会议决定, as many as are short; nothing where they only charge somebody."""
    first = next(iter(sentences(wording)), "")
    parts = [clause.text for clause in clauses(first)]
    if not parts or _CHARGES.match(parts[0]) or _NUMBER.match(parts[0]):
        return ""
    said = parts[0]
    for part in parts[1:]:
        if len(said) + len(part) > _MOST or _CHARGES.match(part):
            break
        said = f"{said}，{part}"
    return said if len(said) <= _MOST else ""
