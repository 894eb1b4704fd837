"""What one meeting and a later one both tell of a matter by the same word, in other figures or days: 总投资, 建成."""

from __future__ import annotations

from collections.abc import Mapping, Set

from pipeline.generation.extractive.giving_way import plainly
from pipeline.patterns import compiled

_MONEY = r"[0-9]+(?:\.[0-9]+)?[百千万亿]*元"
_VALUE = rf"{_MONEY}|[0-9]+(?:\.[0-9]+)?(?:%|个|户)"
_TIME = r"(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|[上中下]旬)?"
_DONE = "开工|完工|建成|通车|交付|开学|投用|竣工|上线"
_SUM = compiled(
    r"(?P<word>总投资|概算投资|估算投资|(?:区|市|县|省)级补助资金|补助资金|票面利率|发行规模|起步价|收费标准|改造小区)(?:总?额|数量)?"
    rf"(?:由(?:{_VALUE})(?:调[整减增低高]|压[减缩]|增加|减少|提高|核[减增定])(?:为|至|到))?(?:(?![上下]调|[增减涨降加])[^，。；\d]){{0,8}}?(?P<value>{_VALUE})"
)
_DAY = compiled(
    rf"(?P<value>{_TIME})前?(?:[^，。；、\d]{{0,6}}?)(?P<word>{_DONE})"
    rf"|(?P<named>{_DONE})(?:时[限间]|日期)?由{_TIME}前?(?:延|推迟|提前|调整|顺延)(?:至|到|为)(?P<then>{_TIME})"
)
_OF_A_PART = compiled(
    r"[一二三四两]期(?!限|间|票|货)|首[批期]|其余|其中|新增|增加部分|部分|[东南西北]段|原定|原计划|曾"
)
"""Says that a clause tells of a part of the matter, or of what was before; it is no other figure of the whole."""


_OF_ALL = compiled(r"总投资|全线|全部|整体")


def figures_told(text: str) -> dict[str, str]:
    """Return the sums and days of a matter as a whole that a text tells, each by its word; none that it tells twice.

    >>> figures_told("会议同意总投资由2400万元调整为2960万元，2024年6月底前完工。一期投资1.2亿元。")
    {'总投资': '2960万元', '完工': '2024年6月底'}
    """
    found: dict[str, set[str]] = {}
    for sentence in plainly(text).replace("；", "。").split("。"):
        of_a_part = False
        for clause in sentence.replace(",", "，").split("，"):
            here = _OF_A_PART.search(clause) is not None
            of_a_part = of_a_part or here
            if here or (of_a_part and not _OF_ALL.search(clause)):
                continue
            for pattern in (_SUM, _DAY):
                for match in pattern.finditer(clause):
                    told = match.groupdict()
                    word, value = told["word"] or told["named"], told["value"] or told["then"]
                    found.setdefault(word, set()).add(value)
    return {word: values.pop() for word, values in found.items() if len(values) == 1}


def restated(told: str, later: str, *, but: Set[tuple[str, str]] = frozenset()) -> Mapping[str, str]:
    """Return what a later text tells in other figures by the same words as an earlier one, each by its word.

    Args:
        told: what the earlier meeting says.
        later: what the later one says.
        but: words and figures that are known already, from a meeting in between.

    >>> restated("总投资6.32亿元，2025年6月底前通车。", "工程总投资按5.58亿元控制，2025年9月底前通车。")
    {'总投资': '5.58亿元', '通车': '2025年9月底'}
    """
    before, after = figures_told(told), figures_told(later)
    return {
        word: value
        for word, value in after.items()
        if word in before and before[word] != value and (word, value) not in but
    }
