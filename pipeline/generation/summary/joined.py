"""Sentences of a brief draft with what else their items state behind them, where that is proven in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.generation.summary.aside import is_aside
from pipeline.generation.summary.beside import bare
from pipeline.generation.summary.clauses import DISSENT, clauses
from pipeline.generation.summary.grouped import undecided
from pipeline.generation.summary.own_words import Shown
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.summary.weighed import NOTE, Detail
from pipeline.patterns import compiled

_CONSENTS = (["approved"], ["approved_in_principle"])
"""Verdicts behind which whatever else an item states may go on: 会议同意该方案，由市财政局牵头."""
_SAYING = compiled(r"会议(?:同时|还)?(?:决定|要求|明确|强调|指出|议定)|经研究")
# 「原则通过该办法，门槛提高到18万元」 behind 「会议原则通过《某办法》」
_RULED_ON_IT = compiled(r"^(?:会议)?(?:原则上?|一致)?(?:同意|通过)(?:了)?(?:[该此本]|上述|以上)[\u4e00-\u9fff]{1,8}$")
_HEARD = compiled(r"^会议(?:还)?(?:听取|审议|讨论|研究)?了?")


def joined(source: Source, told: Sequence[Told], chosen: Sequence[Detail]) -> list[Told]:
    """Return sentences with the details of their item behind them, in one sentence where that is proven."""
    found: list[Told] = []
    lasts = {start: place for place, one in enumerate(told) for start in one.covers}
    for place, sentence in enumerate(told):
        [start] = sentence.covers if len(sentence.covers) == 1 else [None]
        found.append(sentence)
        if start is None or lasts[start] != place:
            continue
        for one in sorted((one for one in chosen if one.item == start), key=lambda one: one.place):
            new = _unsaid(one.text, found[-1].text)
            if not new:
                continue
            last = found[-1]
            mark = "，" if last is sentence and "：" not in one.text and _follows(source, sentence, one) else "；"
            quotes = tuple(dict.fromkeys((*last.sentence.quotes, *one.told.sentence.quotes)))
            said = last.text.rstrip("。；")
            if last is sentence and sentence.role != "verdict":
                title, mark = said.removeprefix("议题："), "：" if said.startswith("议题：") else "；"
                said = title.removeprefix("关于") if said.startswith("议题：") else said
            texts = [f"{said}{joint}{new}。" for joint in dict.fromkeys((mark, "；"))]
            texts[1:1] = [f"{heard}；{new}。" for heard in _heard(source, last, start)] if mark == "：" else []
            texts[:0] = _before_aside(source, last, one, new)
            tries = [replace(last, sentence=replace(last.sentence, text=text, quotes=quotes)) for text in texts]
            joined = source.surest(tries) if last.sentence.counted is None else None
            found[-1:] = [joined] if joined else [last, one.told]
    return found


def _heard(source: Source, told: Told, start: int | None) -> Iterator[str]:
    """Yield that a matter was heard, where it is only named (议题：…) and its text says so."""
    item = source.document.item_at(start) if start is not None else None
    if item is not None and told.role != "verdict":
        yield from (one.text.rstrip("。") for one in undecided(source, [item], Shown(), heard=True))


def _before_aside(source: Source, told: Told, one: Detail, new: str) -> Iterator[str]:
    """Yield a detail between a title and a verdict on nothing but a side matter, where it stands before that."""
    item = source.document.item_at(one.item)
    title, colon, rest = told.text.partition("：")
    if not (item and item.outcomes and colon and told.role == "verdict" and is_aside(source, item)):
        return
    if one.place[0] < source.around(item.outcomes[0].span).start:
        yield f"{title}：{new}；{rest}"


def _follows(source: Source, sentence: Told, one: Detail) -> bool:
    """Tell whether a detail goes on what a sentence ends with: one consent to the whole item, or its own sentence."""
    item = source.document.item_at(one.item)
    if DISSENT.search(one.text):
        return False
    if item is not None and item.outcomes and one.place[0] < item.outcomes[0].start:
        return False
    if item is None or [outcome.class_ for outcome in item.outcomes] in _CONSENTS:
        return True
    last = max(sentence.sentence.quotes, key=lambda quote: quote.end)
    return one.place[0] in source.around(last.span)


def _unsaid(text: str, said: str) -> str:
    """Return what of a detail a sentence does not say already, clause by clause.

    >>> _unsaid("每年不超过800元，由财务处印发", "会议通过《收费办法》，由财务处印发。")
    '每年不超过800元'
    """
    whole = bare(said)
    parts = [clause.text for clause in clauses(text) if not _RULED_ON_IT.match(clause.text)]
    left = [part for part in parts if bare(_HEARD.sub("", NOTE.sub("", part))) not in whole]
    return "，".join(left) if any(not _SAYING.fullmatch(part) for part in left) else ""
