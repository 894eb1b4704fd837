"""Titles of items in a list of verdicts: short, as what a verdict is on, and whether it is on them at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.patterns import compiled

_NAMED = compiled(r"《([^《》]+)》")
_OWN_TITLE = compiled(r"^《(?:关于)?(?P<name>[^《》]+)》$")
_TRIAL = compiled(r"[（(](?:试行|暂行|修订稿?|草案|送审稿|征求意见稿)[）)]$")
_DEALT_WITH = compiled(r"^(?:关于)?(?:研究|审议|讨论)(?P<matter>.{4,}?)(?:的|有关|相关)*(?:议题|问题|事宜|事项)$")
_AFFAIR = compiled(r"(?<=[\u4e00-\u9fff》”）]{4})的?(?:(?:有关|相关)(?:问题|事宜|事项)|问题|事宜|议题)$")
_TO_SOLVE = compiled(r"解决|处理|化解|整治|整改|遗留|突出问题|存在|^关于[^，]{2,30}的(?:问题|事宜)$")
_PAPER = compiled(
    r"的?(?:请示|汇报|报告|议案|通知|意见|方案|办法|规定|细则|建议|申请|说明|提案|问题|事宜|事项|议题|情况|通报|安排|决定|函|工作)$|[》）)]$"
)
# 「同意关于追加经费的请示」: a paper sent up keeps its 关于; 「同意关于安置方案」 is broken
_SENT = compiled(r"(?:请示|汇报|报告|议案|通知|意见|建议|申请|说明|提案|通报|决定|函)$|的问题$|[》）)]$")
_ACT = compiled(r"^(?:将|对|给予|成立|设立|拨付|授予|调整|收回|追授|聘任|购置|开展|撤销|接收|追加|列入)")
_OF_IT = compiled(r"(?<=精神|情况|汇报|报告)的(?:问题|事宜)$")
_VOTED = compiled(r"^(?:关于)?(?:表决|审议)通过(?=《)")
_BARE = compiled(r"[《》“”\s、，。；：（）()]|^了|关于|(?<=.)的(?=.)")
# 「原则同意这个汇报」「通过上述文件」: the matter by another word
_MEANT = compiled(
    r"(?:(?:[该此本其]|这[一些]?(?:项|个)?|上述|以上|所提)(?P<noun>[^，]{0,12})|(?:汇报|方案|请示|意见|报告|议题|议案|提案)[^，]{0,12})$"
)
_GENERAL = compiled(
    r"^(?:[\u4e00-\u9fff]{0,4}(?:文件|方案|请示|汇报|意见|报告|议题|议案|提案|办法|草案|事项|事宜|项目|申请|建议|规划|计划|规定|条例|细则|稿|措施|名单|清单|做法|安排|议程|预算|决算|合同|协议)|[事稿件案])"
)
_DECIDES = compiled(
    r"^(?:[^，]{0,6})(?:不再|改[为由]|调整[为至]|实行|采用|采取|分\w*[批步期年]|先行|暂不|推迟|延[至长]|提前|增加|减少|取消|缩减|压减|列入|纳入|变更)"
)
OTHERS = compiled(r"(?:其他|其它|其余)(?:事项|事宜|议题|工作|有关事项)?|(?:有关|相关)?(?:事项|事宜|议题)")
"""A heading that names no matter."""
# 「中秋办不办文艺晚会」「续聘与否」: what is asked, and nothing that is agreed to
CHOICE = compiled(r"([\u4e00-\u9fff])[不没]\1|与否$|是否|能否|可否")
_SCHEME = compiled(r"(?:方案|计划|规划|设计|概算|报告|办法|名单|协议|合同|预案|标准)$")
_WORKS = compiled(r"(?:建设|改造|实施|推进|开展|安排|制定|编制|修订)?(?:工作|项目|工程|有关|相关)?$")
_YEAR = compiled(r"^(?:\d{4}(?:[—－-]\d{4})?(?:学年|年度?)|(?:今|明)年)(?=.{4})")
_GENERAL_END = compiled(
    r"(?:(?:有关|相关)?(?:问题|事宜|事项|议题)|(?:有关|进展)?情况|计划|方案|安排|结果|工作|项目|立项|引进|调整|研究|汇报|报告|请示)+$"
)
_NAMED_SHARE = 0.5
"""The share of pairs of characters of what a title names that a verdict must have to stand without it."""
_LEAST, _LONGEST = 4, 44
_SHARED = 0.7
"""The share of pairs of characters that a verdict's object and a title have in common where they name one matter."""


def object_of(title: str) -> str:
    """Return a title as what a verdict is on: 关于 goes where no noun of a paper ends it.

    >>> object_of("关于调整水费标准"), object_of("关于调整水费标准的请示"), object_of("关于修订《甲办法（草案）》")
    ('调整水费标准', '关于调整水费标准的请示', '修订《甲办法（草案）》')
    >>> object_of("关于某桥加固方案"), object_of("关于岸桥改造的议题")
    ('某桥加固方案', '岸桥改造')
    >>> object_of("市医院迁建有关事宜"), object_of("解决历史遗留问题")
    ('市医院迁建', '解决历史遗留问题')
    """
    title = _AFFAIR.sub("", title).removesuffix("的") if not _TO_SOLVE.search(title) else title
    quoted = title.startswith("关于") and title.endswith("》")
    if title.startswith("关于") and (quoted or not _SENT.search(title)):
        return title.removeprefix("关于")
    return title


def matter_of(title: str) -> str:
    """Return a title that asks for a matter to be dealt with as the matter itself.

    >>> matter_of("关于研究调整水费标准的议题"), matter_of("关于调整水费标准的请示"), matter_of("研究生招生计划")
    ('调整水费标准', '关于调整水费标准的请示', '研究生招生计划')
    """
    title = _OF_IT.sub("", _VOTED.sub("", title))
    match = _DEALT_WITH.match(title)
    return match["matter"] if match else title


def is_told_by(title: str, said: str) -> bool:
    """Tell whether a verdict names nearly all that the title does, so that the title need not stand before it.

    >>> is_told_by("聘请2022年度县政府法律顾问", "同意聘请某律师事务所马文等3名律师为2022年度县政府法律顾问")
    True
    """
    name, words = _BARE.sub("", title), _BARE.sub("", said)
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return bool(pairs) and sum(pair in words for pair in pairs) >= _SHARED * len(pairs)


def core_of(title: str) -> str:
    """Return the words of a title that name its matter, without the year before them and general nouns behind.

    >>> core_of("关于2024年抗旱救灾资金安排"), core_of("第四届市长质量奖评选结果"), core_of("停车收费有关问题")
    ('抗旱救灾资金', '第四届市长质量奖评选', '停车收费')
    """
    bare_title = _BARE.sub("", short_title(object_of(title)))
    core = _GENERAL_END.sub("", _YEAR.sub("", bare_title))
    return core if len(core) >= _LEAST else bare_title


def is_named_in(title: str, said: str) -> bool:
    """Tell whether a verdict names enough of what its title names to be understood without it, where space is short.

    >>> is_named_in("2024年抗旱救灾资金安排", "会议同意从预备费中安排抗旱救灾资金680万元")
    True
    >>> is_named_in("物流园项目用地事宜", "原则同意项目选址由1号地块调整至3号地块")
    False
    """
    core = core_of(title)
    pairs = {core[at : at + 2] for at in range(len(core) - 1)}
    words = _BARE.sub("", said)
    return bool(pairs) and sum(pair in words for pair in pairs) >= _NAMED_SHARE * len(pairs)


def short_title(title: str) -> str:
    """Return a title without 《》, 关于 and （试行）, in a list where space is short.

    >>> short_title("《关于支持标准化工作的若干政策措施（试行）》")
    '支持标准化工作的若干政策措施'
    """
    match = _OWN_TITLE.match(title)
    return _TRIAL.sub("", match["name"]) if match else title.removeprefix("关于")


def shorter_title(title: str) -> str:
    """Return a title without 关于 and （试行） where space is short; a paper's name that stays whole keeps its 《》.

    >>> shorter_title("《乙区停车办法》"), shorter_title("《乙区停车办法（修订稿）》"), shorter_title("关于停车")
    ('《乙区停车办法》', '乙区停车办法', '停车')
    """
    short = short_title(title)
    return title if title == f"《{short}》" else short


def agreed_object(title: str, verdict: str) -> str:
    """Return what a verdict agrees to where it is the paper on a matter that the title names alone, or nothing.

    Args:
        title: the title of an item.
        verdict: what its verdict says behind 同意 or 通过.

    >>> agreed_object("某桥改建工程有关事项", "某桥改建工程实施方案"), agreed_object("某桥改建方案", "上述方案")
    ('某桥改建工程实施方案', '')
    >>> agreed_object("某桥改建工程", "保留两侧人行道的方案")
    ''
    """
    matter = _BARE.sub("", object_of(title))
    words = verdict.strip("。；，,;* ")
    plain = _BARE.sub("", words)
    if "，" in words or not _SCHEME.search(plain) or _SCHEME.search(matter) or len(words) > _LONGEST:
        return ""
    core = _WORKS.sub("", matter)
    return words if len(core) >= _LEAST and plain.startswith(core) else ""


def is_on_the_matter(title: str, rest: str) -> bool:
    """Tell whether a verdict is on the matter that its title names, and not on a part of it or something else.

    Args:
        title: the title of the item.
        rest: what the verdict says behind 同意 or 通过.

    >>> is_on_the_matter("《停车办法》", "上述文件"), is_on_the_matter("农田建设", "市水利局农田建设计划")
    (True, True)
    >>> is_on_the_matter("餐饮船清退", "保留6艘餐饮船的建议"), is_on_the_matter("电梯维修", "使用维修基金")
    (False, False)
    """
    words = _BARE.sub("", rest)
    if any(short_title(f"《{name}》") not in title for name in _NAMED.findall(rest)):
        return False  # 传达全会精神｜审议通过《年度要点》
    if len(words) < 2 or ((meant := _MEANT.match(words)) and _is_meant(title, meant["noun"] or "")):
        return True
    names = [_BARE.sub("", name) for name in (short_title(title), _PAPER.sub("", short_title(title)))]
    return any(_alike(name, words) for name in names) and not any(_goes_beyond(name, words) for name in names[1:])


def _is_meant(title: str, noun: str) -> bool:
    """Tell whether 这一… is the matter of a title: a paper, or something that the title names.

    >>> _is_meant("停车收费方案", "方案"), _is_meant("防汛值守工作", "权限划分")
    (True, False)
    """
    if not noun or _GENERAL.match(noun):
        return True
    return any(noun[at : at + 2] in title for at in range(max(1, len(noun) - 1)))


def _goes_beyond(name: str, words: str) -> bool:
    """Tell whether a verdict decides something of the matter that it names (甲厂扩建｜不再采用代建模式).

    >>> _goes_beyond("污水厂扩建工程", "污水厂扩建工程不再采用代建模式"), _goes_beyond("农田建设", "农田建设计划")
    (True, False)
    """
    ends = [words.rfind(name[at : at + 2]) + 2 for at in range(len(name) - 1) if name[at : at + 2] in words]
    rest = words[max(ends) :] if ends else ""
    return bool(_DECIDES.match(rest))


def _alike(name: str, words: str) -> bool:
    """Tell whether the shorter of two wordings stands for the most part in the other."""
    first, second = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (name, words))
    return bool(first) and len(first & second) >= _SHARED * min(len(first), len(second))


def listed(titles: Sequence[str]) -> str:
    """Return titles as a list; between 》 and 《 stands no mark.

    >>> listed(["设立某基金", "追授李某称号"])
    '设立某基金；追授李某称号'
    >>> listed(["《甲办法》", "《乙方案》", "关于丙的请示"]), listed(["甲、乙的请示", "丙的汇报"])
    ('《甲办法》《乙方案》、关于丙的请示', '甲、乙的请示；丙的汇报')
    """
    parted = any("、" in re.sub(r"《[^》]*》|“[^”]*”", "", title) or _ACT.match(title) for title in titles)
    joint = "；" if parted else "、"
    return joint.join(titles).replace("》、《", "》《")
