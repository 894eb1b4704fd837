"""Whether something may be done: told by the sentence that permits or forbids it, not by the verdict on its item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.candidates import Candidate

_ASKS = compiled(
    r"(?P<matter>[^，,。；;？?]*?)(?:(?:能不能|可不可以|能否|可否|是否可以|是否能够?|是否允许|准不准|允不允许|让不让)(?P<act>[^，,。；;？?]{2,})"
    r"|(?:能够?|可以|允许|准)(?P<done>[^，,。；;？?]{2,})[吗么])[？?]?$"
)
"""发债的钱能不能用来买地, 配套资金可以挪用吗: of what, and what is to be done with it."""
_VERDICT = compiled(r"通过|同意|批准|获批|过会|立项|完成|按[期时]|如期|达到|实现|办[完结好]")
"""Asks how the meeting ruled, or whether something will be done in time; nobody permits that."""
_RULES = compiled(
    r"不得|不准|不许|不能|不可(?!避|少|或缺)|不予|不再|不受|禁止|严禁|一律|方可|方能|才能|才可|(?<![许认不])可(?:以|由|按|继续|在|用|使用|申请|凭|将|先|再)"
    r"|允许|准予|暂不|暂缓|停止|取消|仍按|再行|待[^，。；]{2,30}后|只能|仅限|限于|不列入|不纳入|不同意|未经|无[须需]|不(?:得)?超过|不[少低高]于|最[长短多少高低](?:不|为|[0-9])"
)
"""What permits, forbids, or says on what that hangs."""
_ASIDE = compiled(
    r"现在|目前|直接|继续|马上|再|还|就|也|都|先|的|了|用[来于]|拿来|拿去|去|来|把|被|给|一起|一并|这个|那个|钱"
)
_GAP = 3
"""Characters that may stand between two sentences: the end of a line, and blanks."""
_SIGNS = compiled(r"[^\u4e00-\u9fff0-9a-z]")


def permits(question: str, found: Sequence[Candidate]) -> Candidate | None:
    """Return the sentence of the likeliest item that permits or forbids what a question asks to be done, or `None`.

    Args:
        question: the question as asked.
        found: all sentences that came into question, the likeliest first.
    """
    asked = _ASKS.search(fold(question))
    if asked is None or not found or found[0].item is None or _VERDICT.search(asked["act"] or asked["done"]):
        return None
    title = fold(found[0].item.title or "")
    act, matter = (_pieces(part or "", title) for part in (asked["act"] or asked["done"], asked["matter"]))
    signs = {sign for piece in act for sign in piece if sign not in title}
    best: tuple[float, Candidate] | None = None
    for one in _of_the_matter(found, matter):
        said = fold(one.text)
        of_act = sum(2.0 for piece in act if piece in said) + sum(0.5 for sign in signs if sign in said)
        weight = of_act and of_act + sum(1.0 for piece in matter if piece in said)
        if weight and (best is None or weight > best[0]):
            best = weight, one
    return best[1] if best else None


def _of_the_matter(found: Sequence[Candidate], matter: set[str]) -> list[Candidate]:
    """Return the sentences of the first one's item that rule on a matter: that speak of it, else that follow on it."""
    own = [one for one in found if one.source is found[0].source and one.item is found[0].item]
    ruling = [one for one in own if _RULES.search(fold(one.text))]
    speaking = [one for one in own if any(piece in fold(one.text) for piece in matter)]
    if not speaking:
        return ruling
    on_it = [one for one in ruling if one in speaking]
    return on_it or [one for one in ruling if any(_follows(one, other) for other in speaking)]


def _follows(one: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence stands right behind another one."""
    return 0 <= one.span.start - other.span.end <= _GAP


def _pieces(words: str, title: str) -> set[str]:
    """Return the pairs of characters of some words that say something and stand in no title."""
    bare = _SIGNS.sub("|", _ASIDE.sub("|", words))
    pairs = {bare[at : at + 2] for at in range(len(bare) - 1)}
    return {pair for pair in pairs if "|" not in pair and pair not in title}
