"""What a source says will not be given or done: a statement may not grant it in other words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import clauses, flat, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.patterns import compiled

# 不另安排奖金, 不增加人员编制, 未列专项经费: a denial with its object at the end of its clause
_DENIED = compiled(
    "(?:不再?|未|没有|暂不)(?:另外?|再|予|重复|单独|相应|额外|专门|新)*"
    "(?P<what>(?:安排|增加|增设|新增|发放|给予|设立?|列支?|计|支付|收取?|提供|配备|扣发?|免除?|减免|追加|补助|补贴|奖励|下达|下拨|扣除|占用|享受|发)"
    "[\\u4e00-\\u9fff]{2,10})$"
)
_NAY = compiled("不|未|没|无|免|除|自理|自筹|自负|取消|停")
_LEAST = 2


def denial_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield what a folded clause has without any word of denial, and its source only within one.

    >>> source = Source("予以通报表扬,不另安排奖金", "")
    >>> [problem.text for problem in denial_problems("予以通报表扬,并发放奖金", source)]
    ['奖金']
    >>> list(denial_problems("予以通报表扬,奖金不再安排", source))
    []
    """
    text = without_titles(flat(clause))
    if _NAY.search(text):
        return
    own = without_titles(flat(source.text))
    for part in clauses(own):
        match = _DENIED.search(part)
        last = cut(match["what"])[-1][-_LEAST:] if match else ""
        if len(last) < _LEAST or kind_of(last) == "f" or last not in text:
            continue
        if own.count(last) == part.count(last):
            yield Problem("modifier", last, f"出处说的是“{part}”")
