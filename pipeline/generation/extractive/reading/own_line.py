"""Of several lines with the same labels, the one that opens with what a question names: 第二段 东桥。责任人：甲."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate

LABEL = compiled(r"[一-鿿]{2,8}[:：]")
NAME = compiled(r"[一-鿿]{2,}")
ORDINAL = compiled(r"第?[一二三四五六七八九十]+[段期批组片标区项条处]?段?")


def of_its_line(question: str, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return the sentence with the label of the likeliest whose line alone opens with what a question names whole.

    东桥 stands in 西桥至东桥北 as well, which names another stretch.

    Args:
        question: the question.
        best: the likeliest sentence.
        found: all that came into question.
    """
    label = LABEL.match(best.text)
    if label is None or _names_it(question, best):
        return best
    same = (one for one in found if one.can and one.item is best.item and one.source is best.source)
    named = [one for one in same if one.text.startswith(label.group()) and _names_it(question, one)]
    return replace(named[0], likely=max(named[0].likely, best.likely)) if len(named) == 1 else best


def _names_it(question: str, one: Candidate) -> bool:
    """Tell whether the line of a sentence opens with a name that stands whole in a question."""
    text = one.source.document.text
    opening = text[text.rfind("\n", 0, one.span.start) + 1 : one.span.start]
    names = (name for name in NAME.findall(opening) if not ORDINAL.fullmatch(name))
    return any(fold(name) in fold(question) for name in names)
