"""The words that bound a number, before it and behind it: 至少, 上限为, 约; 以上, 左右, 为限."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.patterns import compiled

Bound = Literal["exact", "over", "near", "under", "range", "ordinal"]

_DENIED = ("不", "不得", "不能", "不可", "不许")
# 每千瓦时, 十千伏: 千 of a unit counts nothing
NUMERAL = "(?:[〇零一二两三四五六七八九十百]|千(?![瓦伏米克帕卡赫焦]))"
BOUNDS_BEFORE: dict[str, Bound] = {
    **dict.fromkeys(
        re.findall(
            r"\S+",
            "超过 超出 超 逾 突破 高于 大于 多于 不少于 不低于 至少 最少 最低 不小于 下限 下限为 不得少于"
            " 不得低于 不能少于 不能低于 保底 不得小于 不能小于 不应小于 不应少于 不应低于 不下于 最小",
        ),
        "over",
    ),
    **dict.fromkeys(("将近", "接近", "大约", "近", "约"), "near"),
    **dict.fromkeys(
        re.findall(
            r"\S+",
            "不超过 不高于 不多于 不大于 不超 至多 最多 最高 最长 不足 不到 少于 低于 不得超过 不得高于"
            " 不得多于 不能超过 不能高于 不得突破 不突破 不能突破 不满 不超出 不得超出 不能超出 不许超出"
            " 不得大于 不能大于 不应大于 不应超过 不应高于"
            " 不达 未达 未达到 达不到 没有达到 没达到 不够",
        ),
        "under",
    ),
    **dict.fromkeys(("小于", "上限", "上限为", "封顶"), "under"),
    **{f"{no}{less}于": "over" for no in _DENIED for less in "少低小短窄薄"},
    **{f"{no}{more}于": "under" for no in _DENIED for more in "多高大长宽厚"},
    **{f"{no}{more}": "under" for no in _DENIED for more in ("超过", "超出", "突破")},
}
BOUNDS_AFTER: dict[str, Bound] = {
    **dict.fromkeys(("及以上", "以上", "余", "多", "有余"), "over"),
    **dict.fromkeys(("左右", "上下"), "near"),
    **dict.fromkeys(("及以下", "以下", "以内", "之内", "内", "为限", "封顶", "为上限"), "under"),
}
AFTER = tuple(word for word in BOUNDS_AFTER if word != "内")


def choice(words: object) -> str:
    """Return an alternation, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_OF_ABOUT = "预节条签合履违集公特租续毁邀制"  # 预约4天, 节约4万元, 履约保证金500万元
# 至少改造60个, 约需360万元: a verb between the bound and its number
APART = (
    rf"(?P<far>[上下]限(?=(?:设定|核定|定|设|控制|调整)?[为在是由从]每?|每[\u4e00-\u9fff]{{1,6}}\d)|至少|最少|最多|至多|不少于|不低于|不小于|不超过|不高于|不大于|不多于|最高|最长|最低|不得(?:超过|高于|低于|少于|多于))额?"
    rf"(?:(?!原)[\u4e00-\u9fff]){{0,6}}?(?:每(?:(?!{NUMERAL})[\u4e00-\u9fff]){{1,3}})?(?=\d|{NUMERAL})|(?<![{_OF_ABOUT}])约(?![谈定束见请])(?:[\u4e00-\u9fff]{{0,4}}?|[增减需投降缩提新][\u4e00-\u9fff]{{4,7}}?)(?=\d)"
)
FRONT = choice(BOUNDS_BEFORE).replace("|约", f"|(?<![{_OF_ABOUT}])约")  # as many, and not about
SETS_BOUND = compiled("^(?:[上下]限|最高)")
MOVES = compiled(
    "(?:/[\u4e00-\u9fff]{1,3})?(?:逐步)?(?:提高|提升|降低|下降|上调|下调|调整|压减|[降升调增减提改])[到至为成]"
)
