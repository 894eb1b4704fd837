"""How much is asked: of the money, of the part of a whole, of what came of it; a figure of something else is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.concepts import concepts_of, share_held
from pipeline.generation.extractive.reading.kinds import MEASURES, holds
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

OF_MONEY = compiled(
    r"多少(?:钱)?的?[一-鿿]{0,4}?(?:补贴|补助|[一-鿿]费|款|奖金|工资|租金|资金|投资|经费)"
    r"|(?:底价|单价|[租房水电气票]价|租金|补贴|补助|经费|投资|金额|工资|费|预算)(?:标准)?(?:是|为|定了?|有|要|达|安排|给)*了?多少(?![个名户人家件亩吨处条%]|比例|百分)"
)
"""每间年租金底价定了多少, 每月发多少下乡补贴."""
MONEY = compiled(r"[元万亿%]|倍|免费|成|折|分之|零")
LIKE_A_MEASURE = compiled(r"[0-9]|(?<![第统唯])[一二两三四五六七八九十百千半][一-鿿]")
"""Counted by another word, it may still be what is asked for: 能停几辆车 is told by 车位64个."""
UNTIL = compiled(r"待|[后前时](?=[,。;方才再\n]|$)|之[后前日]|以[后前]|期间")
"""待增容改造完成后实施 tells when, too."""
PART = compiled(
    r"[0-9][0-9.]*[万亿]?(?![号次届期月日年0-9.])[一-鿿](?!路|线)[^,。?]{0,12}?,?(?:中|(?<![县市省区镇乡村会城这那手])里面?|当中|之中|其中),?(?P<part>[^,。?]{1,16}?)(?:占|有|是|为|安排|给|涉及)*了?(?:多少|几)"
    r"|[0-9][0-9.]*[万亿]?(?![号次届期月日年0-9.])[一-鿿][^,。?]{0,12}?,(?:其中)?(?P<other>[^,。?0-9]{2,12}?)(?:占|有|分到|分得)了?(?:多少|几)"
)
"""63个小区中，某区有多少个: a part of a whole that the question gives."""
BEFORE_PART = compiled(r"^(?:其中|涉及|属于|用于|给|由|光|单|的|在|安排|分配|分给)+")
FIGURE = compiled(r"[0-9][0-9.]*|[一二三四五六七八九]成")
HELD = 0.3
CAME_OF_IT = compiled(
    r"实际上?(?!控制|情况|问题|需|给)|(?:最后|最终|后来)[^,。?]{0,6}(?:来(?:投|报|参加)|投标|(?<!换)成交|卖|拍|花了|到了|[结决]算)"
)
"""实际报名人数, 最后有几家公司来投标: what was so in the end."""
CAME = compiled(
    r"已|(?<!前)(?:完成|到位|支出|收到|录用|参加|用去|发放|拨付)[^,。;]{0,6}[0-9]|出席|实际|截[至止]|累计|完成率|中标|审计|决算|结算|签约|(?<!换)成交|(?<!为)了(?!解)|最终|通报|报告|汇报"
)
"""What tells how it was, not how it is to be."""


def tells_no_amount(one: Telling) -> bool:
    """Tell whether an amount is asked for, and what is told holds none of what it is asked of."""
    if one.corrects or one.question.claim:
        return False
    return _lacks_measure(one) or _lacks_part(one) or _is_planned(one)


def _lacks_measure(one: Telling) -> bool:
    """Tell whether a measure, or money, is asked for and none is told; what was turned down has none."""
    if one.turns_down:
        return False
    of_money = OF_MONEY.search(one.unnamed) and not MONEY.search(one.told)
    if of_money or one.draft.route != "passages" or one.kind not in MEASURES:
        return bool(of_money)
    told = LIKE_A_MEASURE.search(one.told) or (one.kind in ("day", "span") and UNTIL.search(one.told))
    return not (told or holds(kind_asked(one.question.text), one.told))


def _lacks_part(one: Telling) -> bool:
    """Tell whether no clause on the part that is asked for gives a figure that the question does not."""
    match = PART.search(one.unnamed)
    words = concepts_of(BEFORE_PART.sub("", match["part"] or match["other"])) if match else ()
    telling = [word for word in words if len(word.word) > 1]
    given = set(FIGURE.findall(one.asked))
    on_part = [clause for clause in one.clauses if share_held(telling, clause) >= HELD]
    return bool(telling) and not any(figure not in given for clause in on_part for figure in FIGURE.findall(clause))


def _is_planned(one: Telling) -> bool:
    """Tell whether it is asked what came of a matter, and only what was to be is told."""
    if len(one.sources) > 1 or one.kind not in (*MEASURES, "unit", "person"):
        return False
    return bool(CAME_OF_IT.search(one.unnamed)) and not CAME.search(one.told)
