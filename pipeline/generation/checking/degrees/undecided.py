"""What a source leaves open: 再行研究, 进行了讨论. A statement may not call it decided."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import clause_of, pairs, sentences, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.verdicts import verdicts
from pipeline.patterns import compiled

_OPEN = compiled(
    r"再(?:行|次|作|做|议|提交|上会)?(?:研究|研讨|讨论|审议|论证|议|上会|定)|另行(?:研究|审议|讨论)|暂缓|缓议|搁置|暂不|择期|下次(?:会议)?(?:再|研究|审议)"
    r"|不作(?:出)?(?:决定|决议|表决)|未(?:作|形成|做出|作出|达成)[^,。;]{0,6}(?:决定|决议|一致|结论)|先放一放|以后再说|没有?(?:再)?(?:定|决定|表决)(?![期时性量点向位])|只听(?:一听|了听)?(?=[,。;])"
)
_DECIDED = compiled(
    "决定|议定|商定|确定|明确|定下|敲定|拍板|定了|批复|予以支持|表示支持|选定|选用|认可|放行|获批|过会|点头|首肯|准许|准予|许可|开绿灯|采纳|采用"
)
_STILL_OPEN = compiled(
    "拟|[须待经][^,。;]{2,16}后|再|缓|择期|另行|搁置|暂|不|未|待|先放|下次(?:[^,。;]{0,3}会议?)?(?:再|研究|审议|讨论|上会)|没|尚"
)
_SHARED = 4


def undecided_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield a deciding word of a folded statement about what its source puts off, where the statement leaves that out.

    >>> source = Source("会议讨论了接收弃管小区的问题,待摸清底数后再行研究。", "")
    >>> [problem.text for problem in undecided_problems("会议决定接收弃管小区", source)]
    ['决定']
    >>> list(undecided_problems("会议决定待摸清底数后再研究接收弃管小区的问题", source))
    []
    """
    text = without_titles(clause)
    said = _DECIDED.search(text)
    if said is None or _STILL_OPEN.search(text):
        return
    own = pairs(clause_of(text, said.group()).partition(said.group())[2])
    parts = sentences(without_titles(source.text))
    told = [part for part in parts if len(own & pairs(part)) >= _SHARED]
    if any(map(_OPEN.search, parts)) and not any(map(_settles, told or parts)):
        yield Problem("verdict", said.group(), f"出处中这件事还没有定，不是“{said.group()}”")


def _settles(part: str) -> bool:
    """Tell whether a sentence of a source also lets something through."""
    return any(degree in ("同意", "通过", "批准", "原则同意", "原则通过") for degree, _ in verdicts(part))
