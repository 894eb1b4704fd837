"""Reads amounts and dates out of a folded text: value, unit and bound; year, month, day and part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.checking.reading.bounds import (
    AFTER,
    APART,
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    FRONT,
    MOVES,
    NUMERAL,
    SETS_BOUND,
    Bound,
    choice,
)
from pipeline.generation.checking.reading.steps import in_one_step, multiple_of, value_of
from pipeline.patterns import compiled

_CHINESE = "〇零一二两三四五六七八九十百千"
_NUMBER = rf"(?:\d+(?:\.\d+)?|{NUMERAL}+(?:点[〇零一二三四五六七八九]+)?)"
_UNITS = tuple(
    re.findall(
        r"\S+",
        """
    个百分点 百分点 平方公里 平方千米 平方米 立方米 千瓦时 人民币 美元 欧元 日元 港元 英镑 公顷 公里 千米 厘米
    毫米 公斤 千克 公分 兆瓦 千瓦 小时 个小时 分钟 个月 工作日 个工作日 自然日 个自然日 交易日 个交易日 星期 个星期 部门
    个部门 宗 斤 笔 起 块 例 棵 盏 根 枚 平米 班次 街道 元 亩 米 吨 克 度 升 % ‰ 倍 个 项 条 家 名 人 位 户 次 件
    场 期 批 类 种 所 座 栋 幢 套 台 辆 艘 架 份 本 张 页 部 篇 字 岁 年 天 日 周 时 分 秒 级 届 轮 组 支 只 点 处
    片 村 镇 区 县 市 省 国 岗 股 款 章 节 号 票 大 步 对 层 间 门 井 站 线 团 队 厂 m2 km
    千伏安 兆伏安 伏安 千伏 人次 个季度 楼 车次 批次 户次 季度 周年 课时 标段 车位 泊位 床 孔 株 头 桶 箱 袋
    """,
    )
)
_SAME_UNIT = {
    **dict.fromkeys(("个", "项", "件", "大"), "个"),
    **dict.fromkeys(("人", "名", "位"), "人"),
    **dict.fromkeys(("天", "日"), "天"),
    **dict.fromkeys(("公里", "千米", "km"), "公里"),
    **dict.fromkeys(("平方公里", "平方千米"), "平方公里"),
    **dict.fromkeys(("平方米", "m2"), "平方米"),
    **dict.fromkeys(("公斤", "千克"), "公斤"),
    **dict.fromkeys(("厘米", "公分"), "厘米"),
    "批次": "批",
    "辆": "台",
    **{f"个{unit}": unit for unit in ("小时", "工作日", "交易日", "部门", "季度")},
    **dict.fromkeys(("自然日", "个自然日"), "天"),
    **dict.fromkeys(("星期", "个星期"), "周"),
    "个百分点": "百分点",
    "人民币": "元",
    "平米": "平方米",
}
_SCALES: dict[str, tuple[str, int]] = {  # a unit that is another one so many times
    "年": ("个月", 12),
    "吨": ("公斤", 1000),
    "公顷": ("亩", 15),
    "平方公里": ("亩", 1500),
    "公里": ("米", 1000),
    "季度": ("个月", 3),
    "周": ("天", 7),
    "小时": ("分钟", 60),
}


_DAY_HOURS = 24
_AMOUNT = compiled(
    rf"(?P<ordinal>第)?(?:(?P<before>{FRONT})|(?P<apart>{APART}))?(?P<percent>百分之)?"
    rf"(?P<low>{_NUMBER})(?:[-至到](?P<high>{_NUMBER}))?"
    rf"(?P<multiple>[百千万亿]+)?(?P<more>[余多])?(?P<unit>{choice(_UNITS)})?(?P<after>{choice(AFTER)}|内(?![部容外涵需设]))?"
)
CODE = compiled(
    r"(?<![\da-z])[a-z]{1,6}-?\d[\d.]*(?:\+\d+)?(?![\d.]*(?:[%台套辆]|[万亿]*元|[万亿]))|(?<!\d)\d{1,2}:\d(?!\d)"
)
CLOCK = compiled(
    r"(?P<half>上午|下午|傍晚|晚上?|中午|凌晨|早上?)?(?:(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)"
    r"|(?:(?<=傍晚)|(?<=(?<!最)[早晚])|(?<![出补投拿早晚多少快大小慢高低有])(?!(?<![日号午晚早晨天在到至自从于])一点(?![钟半整前])))(?P<hour2>\d{1,2}|[零一二两三四五六七八九十]{1,3})[时点](?:(?P<thirty>半)|(?P<minute2>\d{1,2})分)?"
    r"(?=[整钟前后至到起以之,。;)\n]|半|召|在|开|之|[不禁停举启集]|$))(?![钟小])"
)
_TENTHS = compiled(
    rf"(?P<before>{choice(BOUNDS_BEFORE)})?(?P<tens>[一二两三四五六七八九])成(?P<ones>[一二三四五六七八九])?"
    rf"(?P<after>{choice(AFTER)})?(?![立为员果效本功都熟交份])"
)
_BARE = compiled(rf"(?<![\d{_CHINESE}万亿点几多余数])(?P<multiple>[万亿]+)(?P<unit>美元|元)(?P<after>以上|以下|级)?")
_IDIOMS = compiled(
    "第?[一二三四]季度|(?<![二三四五六七八九十百千万])一起(?!事)|[两三]级(?=财政|党委|政府|联动|书记)|[两二三四五]位(?=副?[市县区局处镇乡校院])|十分(?![之钟])|(?<![十百千万零])一[些定致般直样旦律切批]|进一步|第一线|一方面|千方百计|百花|统一|万一|三农|千家万户"
    "|[一二三四五六七八九十]是|[上下这那每本同另][一1][次个届期批项]"
)
_YEAR = r"(?P<year>\d{4}|[〇零一二三四五六七八九]{4})年"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?!份?以?[内里]?\d*个)"
_DAY = r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
_PART = r"(?P<part>上旬|中旬|下旬|[底末初]|中(?![午心央小学医]))?份?"
_NO_LIMIT = r"(?:[一二三两]个?)?季度|[一二三四五六七八九十两\d]{1,2}个月"  # 2023年前三季度
_BEFORE = rf"(?P<limit>\)?(?:以|之)?前(?!{_NO_LIMIT})|(?:以|之)?后|起|开始|以来)?"
_DATE = compiled(
    rf"(?:{_YEAR}度?)(?:{_MONTH})?(?:{_DAY})?{_PART}{_BEFORE}"
    rf"|{_MONTH.replace('month', 'month2')}(?:{_DAY.replace('day', 'day2')})?"
    rf"{_PART.replace('part', 'part2')}{_BEFORE.replace('limit', 'limit2')}"
    r"|(?<!\d)(?P<iso>\d{4})-(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>\d{2}))?(?!\d)"
)
_DOCUMENT_NUMBER = compiled(r"(?P<body>[\u4e00-\u9fff]{0,12})\((?P<year>\d{4})\)(?:第)?(?P<number>\d+)号")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as a text gives it: value, folded unit (empty without one) and bound; `text` is its wording."""

    value: Decimal
    unit: str
    bound: Bound
    text: str
    start: int
    loose: bool = False  # 一个、一次: as often an article as a number


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as a text gives it; `part` is 底, 下旬 and the like, `limit` 前, 后 or 起."""

    year: int | None
    month: int | None
    day: int | None
    part: str
    limit: str
    text: str
    start: int


def _blank(folded: str, pattern: re.Pattern[str]) -> str:
    """Return a text with what a pattern matches blanked out; lengths stay."""
    return pattern.sub(lambda match: "＿" * len(match.group()), folded)


def amounts(folded: str) -> list[Amount]:
    """Return the amounts of a folded text; dates and document numbers are not among them.

    >>> [(str(entry.value), entry.unit, entry.bound) for entry in amounts("投资超81亿元,完成1308个,近60%,第4次")]
    [('8100000000', '元', 'over'), ('1308', '个', 'exact'), ('60', '%', 'near'), ('4', '次', 'ordinal')]
    """
    return list(_amounts(folded))


@lru_cache(maxsize=4096)  # one source is held against many sentences
def _amounts(folded: str) -> tuple[Amount, ...]:
    text = in_one_step(folded)
    for pattern in (_DOCUMENT_NUMBER, _DATE, CODE, CLOCK, _IDIOMS):
        text = _blank(text, pattern)
    found = [_tenths(match) for match in _TENTHS.finditer(text)]
    text = _blank(text, _TENTHS)
    before: Amount | None = None
    for match in _AMOUNT.finditer(text):
        read = _read(match)
        if before is not None and len(read) == 1 and _shares_bound(text, before, read[0]):
            read = [replace(read[0], bound=before.bound)]
        before = read[-1] if read else before
        found += read
    for match in _BARE.finditer(text):  # 亿元以上项目: the multiple is the number
        bound = BOUNDS_AFTER.get(match["after"] or "", "exact")
        worth = Decimal(multiple_of(match["multiple"]))
        found.append(Amount(worth, match["unit"], bound, match.group(), match.start()))
    return tuple(replace(entry, text=folded[entry.start : entry.start + len(entry.text)]) for entry in found)


def _shares_bound(text: str, before: Amount, amount: Amount) -> bool:
    """Tell whether an amount stands under the bound of the one before it.

    分别不低于280万元、18万元; 上限由20万元降至12万元: both are bounds.
    """
    between = text[before.start + len(before.text) : amount.start]
    if amount.bound == "exact" and MOVES.fullmatch(between) and before.bound in ("over", "under"):
        return SETS_BOUND.search(before.text) is not None
    joined = between in ("、", "和", "及", "与")
    return joined and amount.bound == "exact" and "分别" in text[max(0, before.start - 4) : before.start]


def _tenths(match: re.Match[str]) -> Amount:
    """Return 九成二 as 92%."""
    digits = "一二三四五六七八九"
    value = 10 * (1 + digits.index(match["tens"].replace("两", "二")))
    value += 1 + digits.index(match["ones"]) if match["ones"] else 0
    bound = BOUNDS_BEFORE.get(match["before"] or "") or BOUNDS_AFTER.get(match["after"] or "", "exact")
    return Amount(Decimal(value), "%", bound, match.group(), match.start())


def _read(match: re.Match[str]) -> list[Amount]:
    """Return the amounts of one match: two for a range, none where a Chinese numeral is part of a word."""
    low, high, unit = match["low"], match["high"], match["unit"] or ""
    before = match["before"] or match["far"] or ("约" if match["apart"] else "")
    counts = bool(unit or match["multiple"] or match["ordinal"] or match["percent"] or before)
    if not low[0].isdigit() and not counts and len(low) < 2:
        return []
    bound: Bound = "exact"
    if match["ordinal"]:
        bound = "ordinal"
    elif high:
        bound = "range"
    elif before:
        bound = BOUNDS_BEFORE[before]
    elif match["after"]:
        bound = BOUNDS_AFTER[match["after"]]
    elif match["more"]:
        bound = "over"
    unit = "%" if match["percent"] else _SAME_UNIT.get(unit, unit)
    scale = 1
    hours = value_of(low) if unit == "小时" and not high else None
    if hours and hours % _DAY_HOURS == 0:
        unit, low = "天", str(int(hours) // _DAY_HOURS)
    if unit in _SCALES and not match["ordinal"]:
        unit, scale = _SCALES[unit]
    found = []
    for text in (low, high):
        value = value_of(text) if text else None
        if value is not None:
            worth = value * multiple_of(match["multiple"]) * scale
            worth = worth.quantize(Decimal(1)) if worth == worth.to_integral_value() else worth.normalize()
            loose = (
                text == "一"
                and bound == "exact"
                and not match["multiple"]
                and unit != "倍"
                and match["unit"] != "个季度"
            )
            found.append(Amount(worth, unit, bound, match.group(), match.start(), loose))
    return found


def document_numbers(folded: str) -> list[tuple[str, int, int]]:
    """Return the document numbers (发文字号) of a folded text: body's short form, year, number.

    >>> document_numbers("甲政纪(2021)3号")
    [('甲政纪', 2021, 3)]
    """
    return [(match["body"], int(match["year"]), int(match["number"])) for match in _DOCUMENT_NUMBER.finditer(folded)]


def dates(folded: str) -> list[Date]:
    """Return the dates of a folded text in their order.

    >>> [(entry.year, entry.month, entry.day, entry.part, entry.limit) for entry in dates("2020年3月7日,6月底前")]
    [(2020, 3, 7, '', ''), (None, 6, None, '底', '前')]
    """
    found = []
    for match in _DATE.finditer(_blank(folded, _DOCUMENT_NUMBER)):
        groups = match.groupdict()
        year = groups["year"] or groups["iso"]
        month = groups["month"] or groups["month2"] or groups["iso_month"]
        day = groups["day"] or groups["day2"] or groups["iso_day"]
        limit = (groups["limit"] or groups["limit2"] or "").replace("以来", "起").lstrip(")以之").replace("开始", "起")
        part = (groups["part"] or groups["part2"] or "").replace("末", "底")
        end_of_year = 12 if part == "底" and not month else None
        found.append(
            Date(_year(year), _whole(month) or end_of_year, _whole(day), part, limit, match.group(), match.start())
        )
    return found


def _whole(text: str | None) -> int | None:
    """Return a month or day as a number, or `None`."""
    value = value_of(text) if text else None
    return int(value) if value is not None else None


def _year(text: str | None) -> int | None:
    """Return a year, also of digits in Chinese: 二〇二〇."""
    if not text:
        return None
    return int(text) if text.isascii() else chinese_to_int(text)
