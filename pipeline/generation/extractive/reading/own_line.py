"""Of several lines with the same labels, the one that opens with what a question names: 第二段 东桥。责任人：甲."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.reading.concepts import concepts_of, share_held
from pipeline.generation.extractive.reading.settled import only_proposes
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.understanding.question import Question

LABEL = compiled(r"[一-鿿]{2,8}[:：]")
AS_LIKELY, PLAIN = 0.8, 0.8
"""How likely, beside the likeliest, a sentence must be that names what is asked of; how likely one is that stands."""
MORE = 0.1
"""So much of what a question names another sentence must hold, where the likeliest holds none of it."""
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


def of_its_words(question: Question, best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return the sentence of the same item, about as likely, that names what is asked of, where the likeliest does not.

    图书馆申请增加的经费今年暂不安排, and not 同意实施网络改造 before it.
    """
    if best.item is None or question.claim or best.likely >= PLAIN:
        return best
    if _named(question, best):
        return best
    same = (one for one in found if one.can and one.item is best.item and one.source is best.source)
    same = (one for one in same if one.likely >= AS_LIKELY * best.likely and not only_proposes(one.text))
    return next((one for one in same if _named(question, one) >= MORE), best)


def _named(question: Question, one: Candidate) -> float:
    """Return how much a sentence holds of what a question names and the title of its item does not."""
    title, folded = fold((one.item.title if one.item else "") or ""), fold(question.text)
    named = question.scope.mentions if len(folded) == len(question.text) else ()
    words = (word for word in concepts_of(folded, without=named) if len(word.word) > 1 and word.word not in COMMON)
    telling = [word for word in words if word.held(title)[1] < HELD]
    return share_held(telling, fold(one.text)) if telling else 0.0


def _names_it(question: str, one: Candidate) -> bool:
    """Tell whether the line of a sentence opens with a name that stands whole in a question."""
    text = one.source.document.text
    opening = text[text.rfind("\n", 0, one.span.start) + 1 : one.span.start]
    names = (name for name in NAME.findall(opening) if not ORDINAL.fullmatch(name))
    return any(fold(name) in fold(question) for name in names)
