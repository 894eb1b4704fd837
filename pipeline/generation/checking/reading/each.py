"""Writes out what a statement says of each in other words than its source: 一人奖2万元, 户均400元, 一季度报一次."""

from __future__ import annotations

import re

from pipeline.patterns import compiled

_UNIT = "季度|学期|学年|个?月|年|周|天|户|人|亩|台|辆|床|吨|栋|村|家|班"
_FIGURE = (
    r"(?:约|近|不超过|不低于|不少于|不高于|至少|最多|最高|最低)?[\d一二两三四五六七八九十百][\d.]*[^,。;]{0,6}?"
    "(?:元|次|回|%|份|人|斤|度|吨)"
)
_ONE = compiled(
    rf"(?<![\d第前近满这那上下同每另某任其唯统单逐不专有十百千万两之])一(?P<unit>{_UNIT})(?![内期以之后前度])(?![由从])(?=[\u4e00-\u9fff]{{0,8}}?{_FIGURE})"
)
_OFTEN = compiled("(?:至少|最多|要|须|应)?[\u4e00-\u9fff]{1,4}[一二两三四五六七八九十\\d]+[次回](?!性)")
_ON_AVERAGE = compiled("(?P<unit>户|人|亩|台|床|村|月|年|周|日)均(?=[\u4e00-\u9fff]{0,8}[\\d一二两三四五六七八九十百])")


def with_each(folded: str, words: str) -> str:
    """Return a folded statement that says 每 where its source does, and has nowhere what the statement has instead.

    >>> with_each("一人奖2万元,户均补助不超过400元", "每人奖励2万元。每户补助不超过400元")
    '每人奖2万元,每户补助不超过400元'
    >>> with_each("给予一年整改期,户均400元", "整改期1年,户均400元")
    '给予一年整改期,户均400元'
    """

    def told(match: re.Match[str]) -> str:
        unit = match["unit"].removeprefix("个")
        if match.group() in words:
            return match.group()
        often = "每" in words and _OFTEN.match(folded, match.end()) is not None  # 一个月抽查一次: so often
        if often or re.search(f"[每按/]个?{unit}", words):
            return f"每{unit}"
        return "年度" if unit == "年" and "年度" in words else match.group()

    return _ON_AVERAGE.sub(told, _ONE.sub(told, folded))
