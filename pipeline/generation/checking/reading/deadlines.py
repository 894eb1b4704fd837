"""Writes by when a thing is due as papers do: 不晚于6月18日, 最迟月底 and 赶在国庆 are 6月18日前, 月底前 and 国庆前."""

from __future__ import annotations

import re

from pipeline.patterns import compiled

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:\d{4}年度?|[今明次来当本]年度?的?)"
_PART = f"{_NUMBER}[日号]|[底末初]|[上中下]旬"
_FEAST = (
    "元旦|春节|元宵节?|清明节?|五一|劳动节|端午节?|七一|八一|中秋节?|国庆节?|十一"
    "|寒假|暑假|开学|汛期|主汛期|雨季|冬季|供暖季|采暖季"
)
_DAY = (
    rf"(?:{_YEAR}?{_NUMBER}月份?(?:{_PART})?|{_YEAR}?第?[一二三四1-4]季度[末底]?|{_YEAR}?年[底末]|{_YEAR}[底末]"
    rf"|{_YEAR}(?:{_FEAST})|{_YEAR}|[本当下次]?个?月(?:{_PART})|{_NUMBER}[日号]|本?周[一二三四五六日末]|(?:{_FEAST}))"
)
_HOUR = rf"(?:下班|中午|(?:上午|下午|晚上?)?(?:{_NUMBER}(?:[时点](?:整|半|{_NUMBER}分)?|:\d\d)|(?<=[午上晚])))?"
_CLOCK = (
    rf"(?:上午|下午|晚上?)?(?:{_NUMBER}[时点](?:整|半|{_NUMBER}分)?|\d{{1,2}}:\d\d)(?![间候长])"  # 首班最晚6时30分发车
)
_LATEST = "(?:最|至)[晚迟]"
_NOT_LATER = "不(?:得|能|可|应|要|许|准|会)?[晚迟]于"
_NOT_BEYOND = f"不(?:得|能|可|应|要|许|准)?(?:超过|晚过|迟过)(?={_YEAR}?{_NUMBER}月(?!内))"  # 不超过30日: so many days
_BY = compiled(
    rf"(?:(?:时间)?(?:{_LATEST}(?:也?要?(?:{_NOT_LATER}|{_NOT_BEYOND}|[于在到至]))?|{_NOT_LATER}|{_NOT_BEYOND})"
    r"|[赶抢]在|截止(?:时间|日期|日)(?:定?[为是在:])?)"
    rf"(?P<day>{_DAY}{_HOUR}|(?<!至[晚迟]){_CLOCK})(?:这一?天)?(?:(?:之|以)?前)?(?![内至到起后点时个项-])"
)
# 时限为8月底, 8月底是时限: by then
_TERM = "(?<![年当延到])(?:完成|办理|整改)?(?:时限|期限|截止日期)"
_TERM_IS = compiled(
    rf"(?P<word>{_TERM})(?P<link>[为是定在:：]{{0,2}})(?P<day>{_DAY})(?![之以]?前|[-至到起从由后内延改调提\d一二三四五六七八九十年月日号底末初上中下])"
)
_IS_TERM = compiled(rf"(?<![\d年月第])(?P<day>{_DAY})(?P<link>[为是])(?:最后)?(?P<word>{_TERM})")
_NO_LATER = compiled("[,，](?:绝|决)?不(?:得|能|可|许|准)再[晚迟拖]了?(?=[,，。;；]|$)")  # 明年3月底前封顶,不得再晚
_PARTED = compiled(r"(?<=[年月])[ \t\u3000]+(?=\d)|(?<=\d)[ \t\u3000]+(?=[年月日])")
# 次年即2024年, 三季度末(即9月30日)前: the same day twice
_RELATIVE = rf"(?:{_YEAR}(?:第?[一二三四]季度|[上下]半年)?[底末]?|(?:第?[一二三四]季度|[上下]半年)[底末]?|年[底末])"
_THAT_IS = compiled(rf"{_RELATIVE}(?:\(?(?:即|也就是)(?P<day>{_YEAR}?(?:{_NUMBER}月(?:{_PART})?|(?<=年)))\)?)")


def by_when(text: str) -> str:
    """Return a text in which each day by which something is due stands before 前, and no day stands twice.

    >>> by_when("不晚于6月18日拨付,最迟在明年3月底前开工,余款次年即2024年付清")
    '6月18日前拨付,明年3月底前开工,余款2024年付清'
    """
    text = _NO_LATER.sub("", text)
    text = _THAT_IS.sub(lambda match: match["day"], _PARTED.sub("", text))
    return _BY.sub(_before, text)


def with_terms(folded: str) -> str:
    """Return a folded statement in which the day that it calls a time limit stands before 前.

    >>> with_terms("时限为8月底,由甲局负责;11月5日是期限")
    '时限为8月底前,由甲局负责;11月5日前是期限'
    """
    folded = _TERM_IS.sub(r"\g<word>\g<link>\g<day>前", folded)
    return _IS_TERM.sub(r"\g<day>前\g<link>\g<word>", folded)


def _before(match: re.Match[str]) -> str:
    """Return 不晚于6月18日 as 6月18日前."""
    return f"{match['day']}前"
