"""A note on who does it by when, in brackets on a line of its own, goes on the sentence before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.generation.draft import Quote
from pipeline.generation.summary.told import Source, Told
from pipeline.patterns import compiled

_NOTE = compiled(
    r"[〔【（(\[](?P<note>(?:承办|主办|牵头|责任|协办|配合|时限|完成时限)[^：〔〕【】（）()\[\]]{0,4}：[^〔〕【】（）()\[\]]+)[〕】）)\]]。?"
)


def with_notes(source: Source, told: Iterable[Told]) -> list[Told]:
    """Return sentences with a note that stands alone behind the one before it, where that is proven."""
    found: list[Told] = []
    for entry in told:
        match = _NOTE.fullmatch(entry.text)
        tries = _merged(found[-1], entry, match["note"]) if match and found else ()
        merged = source.surest(tries) if found and found[-1].sentence.counted is None else None
        if merged is not None:
            found[-1] = merged
        else:
            found.append(entry)
    return found


def _merged(last: Told, note: Told, words: str) -> Iterator[Told]:
    """Yield a sentence with a note behind it, in brackets or behind a semicolon."""
    said = last.text.rstrip("。；")
    apart = (*last.sentence.quotes, *note.sentence.quotes)
    first, end = apart[0], apart[-1]
    whole = (Quote(first.document_id, first.start, end.end),)
    for text in (f"{said}（{words}）。", f"{said}；{words}。"):
        for quotes in (apart, whole):
            covers = last.covers | note.covers
            yield replace(last, sentence=replace(last.sentence, text=text, quotes=quotes), covers=covers)
