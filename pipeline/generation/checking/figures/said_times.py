"""Times without a date: which words for one mean the same, and which minutes of the day a clock tells."""

from __future__ import annotations

import re

from pipeline.documents.numerals import chinese_to_int

_SAME: tuple[tuple[str, ...], ...] = (
    ("年底", "年末", "12月底", "十二月底", "12月31日"),
    ("每月", "按月", "逐月", "月月", "/月", "·月"),
    ("每月底", "每月末", "每月月底", "每月月末", "每月最后"),
    ("每季度", "每季", "按季", "逐季", "一季度一次", "/季"),
    ("每年", "按年", "逐年", "年年", "一年一", "/年", "·年"),
    ("每周", "按周", "逐周", "/周"),
    ("每日", "每天", "逐日", "日", "/天"),
    ("立即", "马上", "即刻", "立刻", "随即", "即时", "第一时间"),
    ("年内", "今年内", "当年内", "本年内", "本年度内", "年度内"),
    ("当天", "当日"),
    ("本年度", "本年", "今年", "当年", "年内"),
    ("抓紧", "尽快", "尽早", "加快", "从速"),
    ("按时", "按期", "如期", "准时", "逾期"),
    ("晚上", "晚", "夜间"),
    ("暂时", "暂"),
    ("当月", "本月"),
)


def said(when: str, words: str) -> bool:
    """Tell whether a text has a time, in these words or in others of the same meaning."""
    alike = {form for group in _SAME if when in group for form in group}
    return any(form in words for form in (*alike, when.removeprefix("第")))


def minutes(match: re.Match[str]) -> frozenset[int]:
    """Return the minutes of the day that a time can mean: 两点半 is 2:30 or 14:30, 下午两点半 is 14:30."""
    hour = match["hour"] or match["hour2"]
    hours = chinese_to_int(hour) or 0
    minutes = 60 * hours + (30 if match["thirty"] else int(match["minute"] or match["minute2"] or 0))
    late = match["half"] in ("下午", "傍晚", "晚", "晚上") or (match["half"] == "中午" and hours < 3)
    if hours > 12 or match["half"] in ("上午", "早", "早上", "凌晨"):
        return frozenset((minutes,))
    return frozenset((minutes + 720,)) if late and hours < 12 else frozenset((minutes, minutes + 720))
