"""Finds a unit where a text names it by its initials (经发局 for 经济发展局), or right behind a verb (收购甲公司)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.patterns import compiled

# Verbs of which names of companies and departments are made: 海川投资开发公司 is no 开发公司
IN_NAMES = frozenset(
    re.findall(
        r"\S\S",
        """
    投资 开发 建设 发展 管理 服务 控股 运营 经营 贸易 建筑 设计 勘察 生产 制造 加工 销售 运输 供应 检测 咨询 保障
    教育 研究 监督 监理 审计 执法 监察 协调 指导 促进 推进 改革 规划 保护 救助 救援 抢险 应急 治理 交易 流通 储备
    配送 安装 维修 养护 租赁 担保 评估 招商 招标 采购 合作 交流 联合 培训 考试 鉴定 监测 预警 统计 调查 登记 印刷
    出版 传播 装饰 收储 承包 劳务 环保 防治 康复 护理 养殖 种植 屠宰 冷链 回收 清洁 保洁 保安 保险 信托 证券 融资
    清算 征收 拆迁 安置 督查 督办 巡察 巡视 接待 组织 宣传 招生 就业 信访 核算 结算 支付 补偿 仲裁 调解 稽查 稽察
    检查 检验 检疫 防控 防汛 抗旱 消防 值班 调度 指挥 评审 考核 认证 捐赠 整治 复垦 灌溉 排水 供水 供热 供电 供气
    发电 输电 通信 测绘 拍卖 典当 旅游 会展 策划 创新 创业 孵化 育种 议事
    """,
    )
)
_PLAIN = frozenset(
    ("会议", "约谈", "委托", "参观", "调研", "慰问", "起诉", "清退", "重组", "参股", "增资", "引进", "引入", "取代")
)
_BEFORE_VERBS = frozenset("还须要应可将再并已拟不暂先同")
_LEAST_NAME = 4
_JOINING = frozenset("和与及同跟")
_HOUSE = compiled("(?:[厅局院校署]|集团|公司|学校|医院|机关)$")
_DEPARTMENTS = frozenset("处科部室办会委")
_GAP, _TASK = 6, 2
_JOINS_NAMES = compiled(
    "[省市县区镇乡村州局委办厅部处院所站室科会队校]$|街道|工程|集团|中央|地方|人民|公共|城市|城乡|农村|社会|企业|行业"
)
_KIND = compiled("(?:委员会|办公室|指挥部|中心|大队|支队|总队|集团|公司|[局委办部科处厅院会])$")
_BRANCH = compiled("(?:分局|分公司|分行|支行|分院|分校|分中心|分站|分社|分会)$")
_LEVELS = compiled("[省市县区镇局]")
_SHORT_KIND = {"委员会": "委", "办公室": "办", "指挥部": "指"}


def behind_a_verb(head: str, name: str, source: str) -> bool:
    """Tell whether nothing but verbs stands before a name, and the source has the name behind the last one, too.

    >>> behind_a_verb("会议决定终止收购", "临川驳船公司", "关于收购临川驳船公司的事项")
    True
    >>> behind_a_verb("海川投资", "开发公司", "由投资开发公司负责")
    False
    """
    words = cut(head)
    if words[-1] in IN_NAMES:
        return False
    if len(words[-1]) > 1 and kind_of(words[-1]) == "v" and _stands_alone(source, name):
        return True  # 迁移工作换成办公室, where the source has 办公室 alone
    if len(name) < _LEAST_NAME or f"{words[-1]}{name}" not in source:
        return False
    verbs = [word in _PLAIN or kind_of(word) == "v" for word in words]
    return verbs[-1] and all(
        verb or word in _BEFORE_VERBS or (len(word) > 1 and kind_of(word) == "f")
        for verb, word in zip(verbs, words, strict=True)
    )


def behind_the_former(name: str, found: Sequence[str]) -> str:
    """Return what of a run stands behind the unit before it, where 和 joins the two.

    >>> behind_the_former("市水务局和市水务集团", ["市水务局"])
    '市水务集团'
    """
    former = next((one for one in reversed(found) if name.startswith(one) and name[len(one) :][:1] in _JOINING), "")
    return name[len(former) + 1 :] if former and len(name) > len(former) + 2 else name


def _stands_alone(source: str, name: str) -> bool:
    """Tell whether a source has a name with nothing of another name before it."""
    return re.search(f"(?:^|[^\u4e00-\u9fff]|[由向给请和与及对将把]){re.escape(name)}", source) is not None


def ends_with_verb(text: str) -> bool:
    """Tell whether a text ends with a verb that is no part of a name: 要求, 新建, and not 投资.

    >>> ends_with_verb("会议要求"), ends_with_verb("城市投资"), ends_with_verb("财")
    (True, False, False)
    """
    run = re.search("[\u4e00-\u9fff]{2,6}$", text)
    word = cut(run.group())[-1] if run else ""
    return len(word) > 1 and kind_of(word) == "v" and word not in IN_NAMES


def behind_its_task(head: str, name: str, source: str) -> bool:
    """Tell whether a name stands right behind the task that it is given, both of which a source has apart.

    >>> behind_its_task("消防验收", "城建办", "消防验收由城建办负责")
    True
    """
    word = cut(head)[-1]
    if len(word) < _TASK or len(name) <= _TASK or {word, cut(name)[0]} & IN_NAMES or kind_of(word) not in ("n", "v"):
        return False
    return word in source and f"{word}{name[0]}" not in source and not _JOINS_NAMES.search(word)


@lru_cache(maxsize=2048)
def initials(name: str) -> tuple[str, ...]:
    """Return how a unit's name reads by the first letter of each of its words, with the end that tells its kind.

    >>> initials("经济发展局"), initials("土地储备中心"), initials("财政局")
    (('经发局',), ('土储中心',), ())
    """
    match = _KIND.search(name)
    words = match and re.fullmatch("(?:[\u4e00-\u9fff]{2}){2,4}", re.sub("[和与及]", "", name[: match.start()]))
    if match is None or not words:
        return ()
    first = words.group()[::2]
    return tuple(dict.fromkeys((f"{first}{_SHORT_KIND.get(match.group(), match.group())}", f"{first}{match.group()}")))


def branch_of(name: str, runs: Sequence[str]) -> str | None:
    """Return the branch among runs of a source whose name has the same parts in another order, `None` without one.

    >>> branch_of("云浦生态环境分局", ["由生态环境云浦分局"]), branch_of("云浦交通分局", ["由生态环境云浦分局"])
    ('生态环境云浦分局', None)
    """
    match = _BRANCH.search(name)
    parts = sorted(_LEVELS.sub("", name[: match.start()])) if match else []
    if match is None or len(parts) < _LEAST_NAME:
        return None
    for run in runs:
        core = run.removesuffix(match.group())
        for start in range(len(core) - len(parts) + 1) if core != run else ():
            if sorted(_LEVELS.sub("", core[start:])) == parts:
                return run[start:]
    return None


def before_the_house(head: str, name: str) -> str | None:
    """Return what stands before the house (厅, 集团) that stands before a department, `None` where there is none.

    >>> before_the_house("由厅", "建管处"), before_the_house("由", "建管处")
    ('由', None)
    """
    house = _HOUSE.search(head) if name[-1] in _DEPARTMENTS else None
    return head[: house.start()] if house else None


def runs_on(source: str, place: int, letters: str) -> int:
    """Return where letters end that follow one another in a source, with at most six others between two, else 0."""
    for letter in letters:
        found = source.find(letter, place, place + _GAP + 1)
        if found < 0 or not all("\u4e00" <= other <= "\u9fff" for other in source[place:found]):
            return 0
        place = found + 1
    return place
