"""A sentence cut within a bracket or a quotation is shown with both of its marks: the cut is moved in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pipeline.generation.columns import one_line
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.cite import Shelf
    from pipeline.generation.draft import Quote, Sentence

_OPENS = dict(zip("（(〔[［【《“‘「『", "））〕〕〕】》”’」』", strict=True))
"""Each opening mark with the mark that closes its kind."""
_CLOSES = {mark: mark for mark in _OPENS.values()} | {")": "）", "]": "〕", "］": "〕"}
_LABEL = compiled(r"(?:^|(?<=[\s。；;：:，,、|｜]))(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）]")
"""1） and a) open an entry of a list, and close no bracket."""
_SAYS = compiled(r"[\w\u4e00-\u9fff]")
_ENDS, _DANGLING = "：；。，、 \n", "，,、；; "
_NEAR, _FAR = 120, 600
"""Characters beyond the cut within which the other mark is told with it, and within which it is looked for."""
_LEAST = 3
"""Characters by which a cut is found again in the text."""


class _Run(NamedTuple):
    """The wording from a mark to the cut: its place in a sentence (`first` to `last`) and in a text."""

    first: int
    last: int
    start: int
    end: int


def unpaired(text: str) -> list[int]:
    """Return where brackets and quotation marks stand that have no other half.

    >>> unpaired("签约腾空（牵头单位：甲区政府。"), unpaired("1）“三清”行动(二期）")
    ([4], [])
    """
    labels = {match.end() - 1 for match in _LABEL.finditer(text)}
    waiting: list[tuple[int, str]] = []
    alone: list[int] = []
    for place, mark in enumerate(text):
        if place in labels:
            continue
        if mark in _OPENS:
            waiting.append((place, _OPENS[mark]))
        elif (closing := _CLOSES.get(mark)) is not None:
            if all(awaited != closing for _, awaited in waiting):
                alone.append(place)
                continue
            while waiting[-1][1] != closing:
                alone.append(waiting.pop()[0])
            waiting.pop()
    return sorted([*alone, *(place for place, _ in waiting)])


def paired(sentence: Sentence, shelf: Shelf) -> Sentence:
    """Return a sentence with both halves of each bracket and quotation mark, as far as the text has both.

    Where it was cut within one, the cut moves to the other half, or to before the bracket where that one is long; the
    quote moves with it. What the text itself never closes stays as it is.

    Raises:
        UnknownDocument: a quote names a document that the library does not hold.
    """
    for _ in unpaired(sentence.text):
        mended = next(_mended(sentence, shelf), None)
        if mended is None:
            break
        sentence = mended
    return sentence


def _mended(sentence: Sentence, shelf: Shelf) -> Iterator[Sentence]:
    """Yield a sentence without one of the halves that stood alone."""
    for place in unpaired(sentence.text):
        mend = _to_its_end if sentence.text[place] in _OPENS else _from_its_start
        for number, quote in enumerate(sentence.quotes):
            mended = mend(sentence.text, place, quote, shelf.document(quote.document_id).text)
            if mended is not None:
                quotes = (*sentence.quotes[:number], mended[1], *sentence.quotes[number + 1 :])
                yield replace(sentence, text=mended[0], quotes=quotes)


def _to_its_end(said: str, place: int, quote: Quote, text: str) -> tuple[str, Quote] | None:
    """Return a wording that ends within a bracket, and its quote, up to the end of the bracket or to before it."""
    run = _found(said, place, quote, text, forward=True)
    if run is None or _SAYS.search(said, run.last):
        return None
    within = range(run.end + 1, min(len(text), run.end + _FAR) + 1)
    end = next((end for end in within if text[end - 1] in _CLOSES and not unpaired(text[run.start : end])), None)
    if end is None or "\n\n" in text[run.end : end]:
        return None
    if end - run.end <= _NEAR:
        told = said[: run.last] + one_line(text[run.end : end]) + said[run.last :]
        return told, replace(quote, end=max(end, quote.end))
    told = said[:place].rstrip(_DANGLING)
    return (told + said[run.last :], replace(quote, end=run.start)) if _SAYS.search(told) else None


def _from_its_start(said: str, place: int, quote: Quote, text: str) -> tuple[str, Quote] | None:
    """Return a wording that begins within a bracket or a quotation, and its quote, from the start of that."""
    run = _found(said, place, quote, text, forward=False)
    if run is None or (run.first and said[run.first - 1] not in _ENDS):
        return None
    within = range(run.start - 1, max(0, run.start - _NEAR) - 1, -1)
    start = next((start for start in within if text[start] in _OPENS and not unpaired(text[start : run.end])), None)
    if start is None or "\n\n" in text[start : run.start]:
        return None
    told = said[: run.first] + one_line(text[start : run.start]) + said[run.first :]
    return told, replace(quote, start=min(start, quote.start))


def _found(said: str, place: int, quote: Quote, text: str, *, forward: bool) -> _Run | None:
    """Return the wording from a mark to the cut, as far as the quote has it; `None` where it has too little of it."""
    inside = [at for at in range(quote.start, quote.end) if not text[at].isspace()]
    letters = [at for at, mark in enumerate(said) if not mark.isspace()]
    bare, flat = "".join(text[at] for at in inside), "".join(said[at] for at in letters)
    here, longest = letters.index(place), None
    for size in range(_LEAST, len(flat) + 1):
        first, last = (here, here + size) if forward else (here - size + 1, here + 1)
        if first < 0 or last > len(flat) or (found := bare.find(flat[first:last])) < 0:
            break
        longest = _Run(letters[first], letters[last - 1] + 1, inside[found], inside[found + size - 1] + 1)
    return longest
