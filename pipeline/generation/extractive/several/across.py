"""Lists over documents: which bodies, meetings or papers dealt with a matter, newest first, each with its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import Source, heading, item_name, plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.stretches import sentences
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Quote
    from pipeline.generation.extractive.composing import Composing
    from pipeline.minutes import Item

WHICH = compiled(
    r"(?:哪[些几两三四五六七八九](?:个|家|所|次|份|场)?|有几[个家所次份])(?:不同)?(?:的)?"
    r"(?:省|市|县|区|地方|地区|医院|学校|高校|大学|单位|公司|企业|集团|银行|村|乡镇|街道|会议|会(?![计展所员社场费])|纪要|机构|开发区|政府)(?:上|里)?(?!政府?办|级|财|长)"
)
DEALT = compiled(
    r"(?:的?(?:会议)?(?:纪要|文件|决议)(?:里|中|上)?(?:面)?)?的?(?:[政人]?[府民]?(?:常务)?会议?(?:上)?)?(?:都|也|先后|曾)?(?:在|上过?|研究|讨论|审议|审|议|提到|提|谈到|涉及|通过|同意|批准|听取|购置|买|采购|聘请?|设立|出台|制定|有)(?:过|了)?(?:的)?"
)
OF_EACH = compiled(
    r"(?:每[次回份个场]|各自?|分别|都)(?:会上|会议|的)?(?:是|有|做|作|定)?了?(?:个)?(?:什么|哪些|啥|怎么)?(?:样的?)?(?:说的?|定的?|结论|结果|意见|决定|说法|事情?|内容)(?:是|有)?(?:什么|哪些|啥)?"
)
"""Asks what each of them says: 每次结论, 各是什么事."""
NUMBER = compiled(r"第[0-9〇零一二三四五六七八九十百]+[次期号]")
ASPECTS = (None, "mentioning", "meeting_name", "decision", "outcome", "outcome_list", "item_list")
"""What such a question may be taken to ask for; who attended or who leads is asked of one meeting."""
HITS = 40
HELD = 0.8
"""Share of the matter's words that an item must hold, under any of their names."""
SAME = 0.9
"""Share of the best document's words that another must hold."""
AT_MOST = 12
TOLD_AT_MOST = 4
"""Sentences on the matter that are told of one item."""
NEAR = 3
"""Characters around the number of a meeting: 第44次."""


def across(composing: Composing) -> Draft | None:
    """Answer which documents deal with a matter; `None` where a question asks for something else, or one alone does."""
    question = composing.question
    if len(question.scope.entries) < 2 or question.claim or question.aspect not in ASPECTS:
        return None
    text = without(question.text, question.scope.mentions, gap="，")
    which = WHICH.search(text)
    if which is None:
        return None
    held = _holding(OF_EACH.sub("，", DEALT.sub("，", WHICH.sub("，", text))))
    if held is None:
        return None
    allowed = {entry.document_id: entry for entry in question.scope.entries}
    best: dict[str, tuple[float, Source, Item]] = {}
    for hit in composing.find(text, HITS):
        if hit.document_id not in allowed:
            continue
        source = Source(allowed[hit.document_id], composing.catalogue.document(hit.document_id))
        item = source.document.item_at(hit.start)
        if item is None:
            continue
        share = held(source.document.quote(item.span))
        if share > best.get(hit.document_id, (0.0,))[0]:
            best[hit.document_id] = (share, source, item)
    top = max((share for share, _, _ in best.values()), default=0.0)
    kept = [one for one in best.values() if one[0] >= max(HELD, SAME * top)]
    if not 2 <= len(kept) <= AT_MOST:
        return None
    kept.sort(key=lambda one: one[1].entry.date or "", reverse=True)
    each = OF_EACH.search(question.text) is not None
    return composing.draft(
        "passages", [line for _, source, item in kept for line in _lines(source, item, held, each=each)]
    )


def _holding(matter: str) -> Callable[[str], float] | None:
    """Return what tells how much of a matter a text holds, 0 to 1; `None` where a question names no matter."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    concepts = [one for one in concepts_of(fold(matter)) if one.weight > 0]
    return (lambda text: share_held(concepts, fold(text))) if concepts else None


def _lines(source: Source, item: Item, held: Callable[[str], float], *, each: bool) -> Iterator[Sentence]:
    """Yield the body that met and the item's title, and what speaks of the matter where the title does not.

    Args:
        source: the document.
        item: its item.
        held: tells how much of the matter a text holds.
        each: it is asked what each document says, so that every sentence on the matter is told.
    """
    document = source.document
    body, place = document.issuing_body, document.spans.get("issuing_body")
    own = body if body and place and body not in source.stamp else ""
    title = quote(source, item.spans["title"]) if "title" in item.spans else heading(source, item)
    quotes = (quote(source, place), title) if own and place else (title,)
    yield named(source, item, *quotes, body=own)
    places = sentences(document, item.span)
    if each:
        told = [one for one in places if held(document.quote(one)) >= HELD][:TOLD_AT_MOST]
    else:
        best = max(places, key=lambda one: held(document.quote(one)))
        told = [best] if held(item_name(item)) < HELD and held(document.quote(best)) > held(item_name(item)) else []
    for one in told:
        yield passages.told(source, one)


def named(source: Source, item: Item, *quotes: Quote, body: str = "") -> Sentence:
    """Return an item by its name, behind the stamp of its document and the number of its meeting.

    Args:
        source: the document.
        item: the item.
        quotes: where the text names it.
        body: who met, where the stamp does not tell it.
    """
    number = _number_beside(source)
    ordinal = source.document.text[number.start : number.end] if number else ""
    told = f"{source.stamp}{body}{ordinal}：{plain(item_name(item))}"
    return Sentence(told, (*quotes, number) if number else quotes)


def _number_beside(source: Source) -> Quote | None:
    """Return where a document gives the number of its meeting, if its stamp does not tell it."""
    place = source.document.spans.get("meeting.number")
    if place is None or NUMBER.search(source.stamp):
        return None
    found = NUMBER.search(source.document.text, max(place.start - NEAR, 0), place.end + NEAR)
    return quote(source, Span(*found.span())) if found else None
