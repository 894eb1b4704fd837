"""Spells out what offices shorten alike everywhere: 人行某分行, 职代会, 可研报告, and 年租金 before its sum."""

from __future__ import annotations

import re

from pipeline.patterns import compiled

_BANKS = {"人": "人民", "工": "工商", "农": "农业", "建": "建设", "交": "交通", "中": "中国"}
_BANK = compiled(
    "(?P<bank>[人工农建交]|(?<!其)中)行(?=[\u4e00-\u9fff]{2,6}(?:支行|分行))"
    "|(?<=[市县省区州])(?P<central>人)行(?=[、,和与及会牵配要负]|$)"
)
_SHORT: tuple[tuple[str, str], ...] = (
    ("农发行(?!动)", "农业发展银行"),
    ("国开行", "国家开发银行"),
    ("农商行", "农村商业银行"),
    ("邮储银行", "邮政储蓄银行"),
    ("(?<!教)职代会", "职工代表大会"),
    ("教代会", "教职工代表大会"),
    ("(?<=[省市县区州旗]委)编委会?(?=[审研批同讨备会决,。、;]|$)", "机构编制委员会"),
    ("纪律检查工作委员会", "纪工委"),
    ("纪律检查委员会", "纪委"),
    ("(?<=[委市县区省州旗])监察委员会", "监委"),
    ("(?:党的?|(?<=[区道会])党的)工作委员会", "党工委"),
    ("(?<=街道)办(?:事处|(?![公理法事案好成结]))", ""),
    ("(?<=集团)(?:股份)?有限(?:责任)?公司", ""),
    ("第十一个五年", "十一五"),
    ("第十二个五年", "十二五"),
    ("第十三个五年", "十三五"),
    ("第十四个五年", "十四五"),
    ("第十五个五年", "十五五"),
    ("独董", "独立董事"),
    ("可研(?![究发制判学])", "可行性研究"),
    ("(?<![最当起年月之原])初设(?![立置想定点有施])", "初步设计"),
    ("环评(?=预审|初审)", "环境影响"),
    ("环评(?!价)", "环境影响评价"),
    ("(?<!总)党支部", "支部"),
    ("稳评(?!估)", "社会稳定风险评估"),
    ("控规(?![模范章格])", "控制性详细规划"),
    ("(?<=国土空间)总规|总规(?=[修编批局])", "总体规划"),
    ("专项债(?![券务])", "专项债券"),
    ("地灾", "地质灾害"),
    ("非遗(?![传漏留])", "非物质文化遗产"),
    ("最低生活保障", "低保"),  # the long one would count as a bound
    ("(?<![外本我各异])国企(?!业)", "国有企业"),
    ("(?<![居农牧渔市村])民企(?!业)", "民营企业"),
    ("央企(?!业)", "中央企业"),
    ("中国(?=(?:人民|工商|农业|建设|农业发展)银行)", ""),
    # 市人民政府 and 市政府 are one
    ("(?<=[省市县区州旗镇乡)])人民政府", "政府"),
)
_READ = tuple((compiled(short), long) for short, long in _SHORT)
# 市一院, 县二中, 区实验三小: numbered schools and hospitals
_NUMBERED = compiled(
    "(?<![全各本我每近])(?<=[市县区州旗镇])第?(?P<number>[一二三四五六七八九]|十[一二三四五六七八九]?)"
    "(?:(?P<house>[院中小幼])(?![小型期心央类次旬日年月个时区段批级医间内外部层等儿到长落学])|(?P<long>医院|中学|小学|幼儿园))"
)
_HOUSES = {"院": "人民医院", "医院": "人民医院", "中": "中学", "小": "小学", "幼": "幼儿园"}
_SIGN = compiled(
    "行|代会|党支部|编委|工作委员会|检查委员会|监察委员会|街道办|集团|独董|可研|初设|评|规|债|地灾|非遗|最低|企|个五年|人民政府"
)  # without one there is nothing to spell out
# 年运维经费640万元, 月租金2800元: so much each
_EACH_YEAR = compiled(
    r"(?<![\d\u4e00-\u9fff])(?P<unit>[年月])(?![均内底初末中度份终前后以之])(?=[\u4e00-\u9fff]{2,6}?(?:约|为|达|近|不超过|不低于|不少于)?\d)"
)


def spelled_out(text: str) -> str:
    """Return a folded text with its short forms in full, so that both forms compare as one.

    >>> spelled_out("人行云溪分行、职代会审议可研报告,年租金12万元")
    '人民银行云溪分行、职工代表大会审议可行性研究报告,每年租金12万元'
    """
    if _SIGN.search(text):
        text = _BANK.sub(_bank, text)
        for pattern, long in _READ:
            text = pattern.sub(long, text)
    text = _NUMBERED.sub(_house, text)
    return _EACH_YEAR.sub(r"每\g<unit>", text)


def _house(match: re.Match[str]) -> str:
    """Return 一院 as 第一人民医院 and 二中 as 第二中学."""
    house = match["house"] or match["long"]
    return f"第{match['number']}{_HOUSES.get(house, house)}"


def _bank(match: re.Match[str]) -> str:
    """Return 人行 as 人民银行."""
    return f"{_BANKS[match['bank'] or match['central']]}银行"
