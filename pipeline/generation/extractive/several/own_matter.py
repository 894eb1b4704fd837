"""Whether a clause of a question names a matter of its own, by a run of characters that only its answer has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.reading.concepts import Concept

RUN = 3
"""Characters in a row that name a thing: 校庆日, 停车楼."""
TELLING = 0.5
"""Rarity that the rarest pair of its characters must have."""
OF_ANY_MATTER = compiled(
    r"总?投资|概算|预算|估算|资金|经费|费用|金额|造价|标准|补[贴助偿]|面积|规模|总[额价量数]|数量|比例|工期|时[限间候]|期限|日期|开工|完工|竣工|完成|验收"
    r"|牵头|负责|责任|配合|单位|部门|公司|主任|局长|负责人|结[论果]|意见|方案|会议|项目|工程|建设|目前|已经|同意|通过|审议|要求|原则|实施|[^一-鿿]"
)
"""What is asked of any matter, and names none."""


def names_its_own(asked: str, said: str, *, beside: str) -> bool:
    """Tell whether a text holds a telling run of what is asked which another matter, told beside it, does not hold.

    >>> names_its_own("校庆日挪到哪天了", "校庆日提前至5月20日", beside="公寓三期不予贷款")
    True
    >>> names_its_own("总投资多少", "总投资1.2亿元", beside="公寓三期不予贷款")
    False
    """
    asked, said, beside = fold(asked), fold(said), fold(beside)
    runs = (asked[start : start + RUN] for start in range(len(asked) - RUN + 1))
    return any(run in said and run not in beside and _is_telling(run) for run in runs)


def _is_telling(run: str) -> bool:
    lexicon = load_lexicon()
    pairs = (run[start : start + 2] for start in range(RUN - 1))
    return not OF_ANY_MATTER.search(run) and any(lexicon.rarity(pair) >= TELLING for pair in pairs)


def says_more(other: Draft, told: Draft, *, words: Sequence[Concept]) -> bool:
    """Tell whether an answer from elsewhere holds more of the words of a question than what was read in an item."""
    from pipeline.generation.extractive.reading.concepts import share_held

    if other.refused or other.route != "passages" or not words:
        return False
    return share_held(words, fold(other.said)) > share_held(words, fold(told.said))
