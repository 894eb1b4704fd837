"""Numbers the evidence for a model, and finds the sentences of a passage on which a statement rests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.checking.reading.fold import fold, pairs
from pipeline.generation.checking.reading.orders import gives_orders
from pipeline.generation.draft import Quote
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.cite import Shelf
    from pipeline.generation.draft import Draft
    from pipeline.retrieval.search import Hit

MAX_PASSAGES = 8
MAX_CHARACTERS = 8000
_MAX_SENTENCES = 4
_SENTENCE = compiled(r"[^。；;！？\n]+[。；;！？]?")
# The marks that frame a passage, and characters that are not seen or turn the direction of writing
_UNFIT = compiled("[〖〗\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_LINE_ENDS = "\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered piece of evidence: its place, its wording, and the stamp of its document."""

    number: int
    place: Quote
    text: str
    stamp: str

    def to_text(self) -> str:
        """Return the passage as the model reads it; the marks that frame passages are taken out of its text."""
        stamp = re.sub(r"\s+", " ", _UNFIT.sub("", self.stamp))
        return f"〖材料{self.number}〗{stamp}\n{_UNFIT.sub('', self.text)}"


def number_passages(draft: Draft, hits: Sequence[Hit], catalogue: Shelf) -> tuple[Passage, ...]:
    """Return the evidence for a question: the lines that the draft quotes, then the passages found.

    Args:
        draft: the extractive draft, whose quotes come first.
        hits: the passages found, best first.
        catalogue: where the documents are found.
    """
    places = [_lines(quote, catalogue) for quote in draft.quotes]
    places += [Quote(hit.document_id, hit.start, hit.end) for hit in hits]
    passages: list[Passage] = []
    left = MAX_CHARACTERS
    for place in _distinct(places):
        document, entry = catalogue.document(place.document_id), catalogue.entry(place.document_id)
        text = document.text[place.start : place.end]
        if len(passages) == MAX_PASSAGES or len(text) > left:
            break
        item = document.item_at(place.start)
        parts = (
            entry.document_number,
            entry.meeting_name,
            entry.date,
            item and f"第{item.label}项" if item and item.label else None,
            item.title if item else None,
        )
        stamp = "｜".join(part for part in parts if part) or entry.file
        passages.append(Passage(len(passages) + 1, place, text, stamp))
        left -= len(text)
    return tuple(passages)


def _lines(quote: Quote, catalogue: Shelf) -> Quote:
    """Return the whole lines in which a quote stands: a name alone is no evidence to read."""
    text = catalogue.document(quote.document_id).text
    start = text.rfind(_LINE_ENDS, 0, quote.start) + 1
    end = text.find(_LINE_ENDS, quote.end)
    return Quote(quote.document_id, start, end if end >= 0 else len(text))


def _distinct(places: Iterable[Quote]) -> list[Quote]:
    """Return the places in order without those that lie inside one kept before."""
    kept: list[Quote] = []
    for place in places:
        if not any(
            other.document_id == place.document_id and other.start <= place.start and place.end <= other.end
            for other in kept
        ):
            kept.append(place)
    return kept


def narrowed(statement: str, passage: Passage) -> tuple[Quote, ...]:
    """Return the few sentences of a passage that share most with a statement, in their order.

    At most four; the whole passage where nothing is shared.
    """
    need = pairs(fold(statement))
    sentences = [
        (match.start(), match.end(), pairs(fold(match.group())))
        for match in _SENTENCE.finditer(passage.text)
        if match.group().strip() and not gives_orders(_line_at(passage.text, match.start()))
    ]
    chosen: list[tuple[int, int]] = []
    while sentences and len(chosen) < _MAX_SENTENCES:
        start, end, own = max(sentences, key=lambda entry: len(entry[2] & need))
        if len(own & need) < (2 if chosen else 1):
            break
        chosen.append((start, end))
        need = need - own
    if not chosen:
        return (passage.place,)
    offset = passage.place.start
    return tuple(
        Quote(passage.place.document_id, *_trimmed(passage.text, start, end, offset)) for start, end in sorted(chosen)
    )


def _line_at(text: str, place: int) -> str:
    """Return the line of a text that holds a place."""
    end = text.find(_LINE_ENDS, place)
    return text[text.rfind(_LINE_ENDS, 0, place) + 1 : end if end >= 0 else len(text)]


def _trimmed(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """Return a place in the document's text without blanks at its ends."""
    piece = text[start:end]
    return offset + start + len(piece) - len(piece.lstrip()), offset + end - len(piece) + len(piece.rstrip())
