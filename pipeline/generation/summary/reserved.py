"""What a meeting did not agree on: views that somebody held back, and matters left without a decision."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.columns import one_line
from pipeline.generation.summary.told import Source
from pipeline.generation.summary.weighed import Detail, weigh
from pipeline.minutes import Item, Span
from pipeline.patterns import compiled

# 「意见供参考，｜本议题未作决定。」
_LEFT_OPEN = compiled(
    r"(?<=[，。；])\s*(?P<open>(?:会议|本议题|本次会议|本次|此次会议|对此|此事|对?此项|该议题|该事项|未作|不作|未形成)[^，。；]{0,8}?(?:决定|决议|结论|议决|表决))(?=[。；])"
)
_UNDECIDED = 4.0
"""The weight of that nothing was decided."""
# 「谁某会前提出，监管责任不清，持保留意见」
HELD_BACK = compiled(
    r"(?:持|提出|表示|有)?(?:保留意见|不同意见|反对意见|保留态度)|表示(?:反对|不同意|保留)|(?:意见|看法)予以保留"
)
WHOSE = compiled(r"\s*(?:持|保留意见|对此|表示|提出|意见不一|即(?!日|时|行)|[〔\[【])")
_SPEAKS = compiled(r"[\u4e00-\u9fff]{2}(?:认为|提出|表示|建议|主张|指出|反映|担心)")
_OPENS = compiled(r"^(?:会上|其间|同时|此外|另外)[，,]")


def dissents(source: Source, item: Item) -> Iterator[Detail]:
    """Yield what somebody would not agree to, from the clause on that says who it is (某局认为财力不足，持保留意见)."""
    text, body = source.document.text, source.body(item)
    for match in HELD_BACK.finditer(text, body.start, body.end):
        whole = source.around(Span(match.start(), match.end()))
        if whole.start < body.start or any(one.start in whole or whole.start in one.span for one in item.outcomes):
            continue
        start = _speaker(text, whole, match.start())
        if start is None:
            continue
        comma = text.find("，", match.end(), whole.end)
        place = Span(start, comma if comma > 0 else whole.end)
        said = _OPENS.sub("", one_line(source.document.quote(place)).strip("。；，：;,: "))
        told = source.tell(f"{said}。", [place], covers=[item.start])
        yield Detail(item.start, told, weigh(said))


def _speaker(text: str, whole: Span, held: int) -> int | None:
    """Return where the clause begins that says who holds a view back, or `None` where none does."""
    start = max(whole.start, text.rfind("，", whole.start, held) + 1)
    if not WHOSE.match(text[start : whole.end]) and len(text[start:held].strip()) > 1:
        return start
    while start > whole.start:
        end = start - 1
        start = max(whole.start, text.rfind("，", whole.start, end) + 1)
        if _SPEAKS.search(text, start, end):
            return start
    return None


def left_open(source: Source, item: Item) -> Iterator[Detail]:
    """Yield that nothing was decided on an item without a verdict, as the text says it (本议题未作决定)."""
    if item.outcomes:
        return
    body = source.body(item)
    for match in _LEFT_OPEN.finditer(source.document.text, body.start, body.end):
        place = Span(match.start("open"), match.end("open"))
        said = one_line(match["open"])
        texts = [*([f"会议{said}。"] if said.startswith(("未", "不")) else []), f"{said}。"]
        told = source.surest(source.tell(text, [place], covers=[item.start]) for text in texts)
        if told is not None:
            yield Detail(item.start, told, _UNDECIDED)
