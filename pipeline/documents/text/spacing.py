"""Blanks that only set figures and Latin letters off from the characters beside them, and say nothing."""

from __future__ import annotations

from pipeline.patterns import compiled

_HAN = r"\u4e00-\u9fff"
# 「于 6 月 20 日前」, 「K2+300 至 K4+100 段」, 「约 4.1%的」; two blanks or more part columns
_SET_OFF = compiled(rf"(?<=[{_HAN}])[ ](?=[\dA-Za-z])|(?<=[\dA-Za-z%])[ ](?=[{_HAN}])")
_CLOSE = compiled(rf"(?<=[{_HAN}])(?=[\dA-Za-z])|(?<=[\dA-Za-z%])(?=[{_HAN}])")
# 「1 关于征地」 opens a line: the blank stands behind a number of the list; 「2.8 月底前」 is a day behind one
_OPENING = compiled(r"(?m)^[ ]*[\dA-Za-z]{1,3}(?:\.\d{1,2}){0,2}(?=[ ](?![年月日]))")
_FEW = 5
"""So many blanks of this kind may have come about by chance."""


def set_off(plain: str) -> frozenset[int]:
    """Return the offsets of the blanks between a figure or a letter and a character, in a text that sets them so.

    Word and WPS print such a gap by themselves, and a PDF gives it back as a blank. A text in which most figures touch
    the characters beside them has no such habit: there a blank parts what it stands between.

    >>> sorted(set_off("于 6 月 20 日前办结，7 月 1 日起施行。"))
    [1, 3, 5, 8, 15, 17, 19]
    >>> set_off("于6月20日前办结，7月1日起施行。 责任单位 2家")
    frozenset()
    """
    blanks = {match.start() for match in _SET_OFF.finditer(plain)}
    if len(blanks) < _FEW or len(blanks) < 2 * len(_CLOSE.findall(plain)):
        return frozenset()
    return frozenset(blanks - {match.end() for match in _OPENING.finditer(plain)})


def closed_up(text: str) -> str:
    """Return a sentence without the blanks that set its figures off.

    >>> closed_up("确保工程 2025 年 9 月 30 日前建成通车")
    '确保工程2025年9月30日前建成通车'
    """
    return _SET_OFF.sub("", text)
