"""Reads people and units out of a folded text, and which part each plays: 主持, 汇报, 牵头, 配合, 出席, 列席."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.names import FULL_ROLE, is_name
from pipeline.documents.units import aliases
from pipeline.generation.checking.fold import clauses, flat, without_titles

_HAN = r"[\u4e00-\u9fff]"
_PARTS: dict[str, str] = {
    **dict.fromkeys(
        ("没有出席", "没有参加", "未出席", "未参加", "没出席", "没参加", "未到会", "请假", "缺席", "因故未"), "absent"
    ),
    **dict.fromkeys(("主持召开", "主持"), "chair"),
    **dict.fromkeys(("汇报", "作了报告", "作了说明"), "report"),
    **dict.fromkeys(("牵头", "领衔", "主办"), "lead"),
    **dict.fromkeys(("配合", "协办", "协助"), "support"),
    **dict.fromkeys(("出席", "参会", "参加", "到会"), "present"),
    "列席": "observe",
    "记录": "record",
}
PART_NAMES = {
    "absent": "缺席",
    "chair": "主持",
    "report": "汇报",
    "lead": "牵头",
    "support": "配合",
    "present": "出席",
    "observe": "列席",
    "record": "记录",
}
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))
_HEADER = re.compile(
    rf"(?P<word>{_PART.pattern})(?:会议)?(?:的?(?:单位|部门|人员|同志|领导|人|者|名单))?(?:的?[是为有]|包括|还有|:)+"
)
_SPEECH = "指出|强调|要求|表示|提出|认为|介绍|通报|说明|担任|带队|兼任|同志|先生|女士|负责|作为|没有|未|任"
_BEFORE_CUE = re.compile(rf"(?P<run>{_HAN}{{2,}})(?=(?:{_PART.pattern}|{_SPEECH}|{FULL_ROLE.pattern}))")
_LISTED = re.compile(rf"(?:^|(?<=[、:,和及与\n。;]))(?P<name>{_HAN}{{2,4}})(?=[、,和及与\n。;(]|$)")
_BRACKET = re.compile(rf"(?P<name>{_HAN}{{2,4}})(?=\()")
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    方案 文件 方面 安全 项目 时间 常委 常务 常态 程序 成员 成立 成果 成效 计划 管理 经济 明确 通过 应当 应该 路径
    车辆 农村 农业 金融 金额 高质 高新 高度 高效 任务 任何 单独 支持 支出 支部 平台 平均 公安 公开 公共 公司 海关
    和谐 全市 全体 全面 全部 全县 全区 全省 全年 何时 何人 何种 时限 时候 万元 华侨 商务 相关 相应 国有 国家 国资
    文化 文旅 文物 宣传 边界 水利 水务 水平 水质 路线 关于 关键 党委 党组 政协 经费 经营 严格 利用 利益 温度 元旦
    白天 景区 曲线 项下 项议题 强化 丰富 满足 满意 练习 充分 能力 能够 池塘 云计算 东部 西部 南部 北部 和市 和县
    党政 广泛 居民 解决 解释 宁可 连续 从事 从严 谈话 包括 包含 查处 查看 查询 巡察 卫生 卫健 马上 于会 向市 向会
    江苏 浙江 广东 山东 山西 河北 河南 湖南 湖北 安徽 江西 云南 贵州 海南 甘肃 宁夏 吉林 史料 柏油 童年 石油 石化
    盛大 利率 安置 安排 安监 向上 席位 施工 施行 易地 时期 时任 司法 凌晨 牛羊 鲁班 相互 干部 干事 干警 师资 师生
    冷链 暴雨 储备 原则 原因 原有 印发 双方 双重 过程 过去 过渡 占比 占用 终止 终身 步骤 步伐 通知 通报 通告 空间
    空气 空置 丰收 关注 关心 关系 曾经 养老 养护 代表 代建 代理 后续 后期 督办 督查 督导 督促 信息 信访 信用 容量
    危险 危房 权益 权限 权力 位于 要求 要点 问题 令牌 海事 花园 桥梁 台办 台商
    部门 单位 人员 同志 领导 单中 单内 区镇 区级 区内 区委 区政 市区
    """,
    )
)
_NOT_IN_NAMES = frozenset("的了是为于等及将由请被与其所该此局委办厅署")
_LEVELS = "市县区镇乡省州盟旗"
_BOUNDARY = frozenset("由请和与及、对向经各以让给把被从在于是为有的了等并将要使会报至到归受按属则也均都") | frozenset(
    _LEVELS
)
_BOUNDARY_WORDS = tuple(
    re.findall(
        r"\S+",
        """
    要求 明确 指出 强调 建议 委托 责成 通知 提交 会同 联合 牵头 配合 单位 部门 包括 分别 支持 提请 协调 对接 交由
    负责 主体 其中 涉及 听取 列席 出席 同意 批准 组织 依托 通过 参加 责任 主办 协办 商请 取得 根据 按照 成立 设立
    领导 加强 推动 完善 向上 下设
    """,
    )
)
_UNIT_END = re.compile(
    r"(?<![格布结大全当])局(?![面部势限])(?!长(?!局))|委员会|办公室|常委会|常务会(?!议)|(?<!人民)政府|人民政府|管委会|集团|公司|银行|支行|法院|检察院|(?<![城乡区市集])镇(?!区)|街道|"
    r"开发区|高新区|度假区|专班|大队|总队|支队|总工会|妇联|残联|团市委|人大|政协|海关|指挥部|领导小组|协会|学会|大学|学院|医院|中心(?![城任工区])|"
    r"(?<=[\u4e00-\u9fff])委(?![托员派常任办])|(?<![举主协承创交督领经开停筹兴查重好])办(?![法理事公学好成案证贷税结赛])|(?<=[\u4e00-\u9fff])厅"
)
_SHORTER = (
    ("办公室", "办"),
    ("委员会", "委"),
    ("管理委员会", "管委会"),
    ("人民政府", "政府"),
    ("人民代表大会", "人大"),
)


def people(folded: str) -> list[tuple[str, ...]]:
    """Return whom a statement seems to name: for each place the readings that could be the name.

    >>> people("市水利局局长徐彬作了汇报")[0]
    ('徐彬', '徐彬作')
    """
    found: list[tuple[str, ...]] = []
    for clause in clauses(without_titles(folded)):
        for match in FULL_ROLE.finditer(clause):
            found.append(_readings(clause[match.end() : match.end() + 4], front=True))
        for match in re.finditer(rf"{_PART.pattern}|{_SPEECH}|{FULL_ROLE.pattern}", clause):
            run = re.search(rf"{_HAN}*$", clause[: match.start()])
            found.append(_readings(run.group()[-4:] if run else "", front=False))
    for match in [*_LISTED.finditer(without_titles(folded)), *_BRACKET.finditer(without_titles(folded))]:
        if _is_person(match["name"]):
            found.append((match["name"],))
    return [readings for readings in dict.fromkeys(found) if readings]


def _is_person(text: str) -> bool:
    """Tell whether a text can be a name and is no common word."""
    parts = {text, text[:2], text[-2:]}
    return is_name(text) and not _NOT_IN_NAMES & set(text) and not parts & _WORDS


def _readings(run: str, *, front: bool) -> tuple[str, ...]:
    """Return the names at the front or at the back of a run of characters."""
    match = re.match(rf"{_HAN}+", run) if front else re.search(rf"{_HAN}+$", run)
    letters = match.group() if match else ""
    readings = (letters[:size] if front else letters[-size:] for size in (2, 3, 4) if len(letters) >= size)
    return tuple(reading for reading in readings if _is_person(reading))


def units(folded: str) -> list[str]:
    """Return where a statement seems to name a unit: the characters of its clause up to the unit's last one.

    >>> units("由市财政局牵头,市水务局配合")
    ['由市财政局', '市水务局']
    """
    found = []
    for clause in clauses(without_titles(folded)):
        for match in _UNIT_END.finditer(clause):
            run = re.search(rf"{_HAN}*$", clause[: match.end()])
            if run and len(run.group()) > 1:
                found.append(run.group())
    return found


def names_unit(source: str, run: str) -> bool:
    """Tell whether a source names the unit at the end of a run, under any of its forms.

    A part of the run is the unit's name only where what stands before it is a boundary (由, 会同, 市).

    >>> names_unit("由市水利局牵头", "会议要求市水务局"), names_unit("由市水利局牵头", "由市财政局")
    (True, False)
    """
    for start in range(len(run) - 1):
        name = run[start:]
        head = run[:start]
        if start and head[-1] not in _BOUNDARY and not head.endswith(_BOUNDARY_WORDS):
            continue
        if name[0] in _LEVELS and start == 0 and name in source:
            return True
        level = name[0] if name[0] in _LEVELS else head[-1:]
        if any(_stands(source, form, level=level) for form in unit_forms(name)):
            return True
    return False


def unit_forms(name: str) -> tuple[str, ...]:
    """Return a unit's name with its present and former names and its short forms.

    >>> "市政府办" in unit_forms("市政府办公室")
    True
    """
    bare = name.lstrip(_LEVELS) if len(name) > 3 else name
    # 由省水利局: a name that opens with 由 is none, and its aliases would be those of another
    others = () if name[0] in _BOUNDARY - frozenset(_LEVELS) else (*aliases(name), *aliases(bare))
    forms = {name, *others}
    forms |= {form.replace(long, short) for form in forms for long, short in _SHORTER}
    forms |= {form[: -len(short)] + long for form in set(forms) for long, short in _SHORTER if form.endswith(short)}
    return tuple(sorted((form for form in forms if len(form) > 1), key=len, reverse=True))


def _stands(source: str, name: str, *, level: str) -> bool:
    """Tell whether a name stands in a source at the level (市, 省) that the statement gives, if both give one."""
    for match in re.finditer(re.escape(name), source):
        before = source[: match.start()][-1:]
        if before in ("省", "国", "县", "区", "市") and level in ("省", "国", "县", "区", "市") and before != level:
            continue
        return True
    return False


def parts_of(folded: str, name: str) -> set[str]:
    """Return the parts that a text gives to a name: the header over its list, else the next word for a part.

    >>> sorted(parts_of("由市教育局牵头,市财政局配合", "市财政局")), sorted(parts_of("列席:甲局徐彬,乙局王明", "徐彬"))
    (['support'], ['observe'])
    """
    found = set()
    for sentence in re.split(r"[。;!?]", flat(without_titles(folded))):
        headers = list(_HEADER.finditer(sentence))
        for match in re.finditer(re.escape(name), sentence):
            header = next((entry for entry in reversed(headers) if entry.end() <= match.start()), None)
            if header is not None:
                found.add(_PARTS[header["word"]])
                continue
            found |= set(_next_part(sentence, match.start(), match.end()))
    return found


def _next_part(sentence: str, start: int, end: int) -> Iterator[str]:
    """Yield the part that a sentence gives to what stands from start to end, if it gives one."""
    following = _PART.search(sentence, end)
    clause_start = max(sentence.rfind(",", 0, start), sentence.rfind(":", 0, start)) + 1
    if "听取" in sentence[clause_start:start]:
        yield "report"
    elif following is not None and not re.search("[,由]", sentence[end : following.start()]):
        yield _PARTS[following.group()]


def posts_of(folded: str, name: str) -> set[str]:
    """Return the posts (职务) that stand beside a name.

    >>> posts_of("市水利局副局长徐彬汇报", "徐彬")
    {'副局长'}
    """
    text = flat(folded)
    found = set()
    for match in re.finditer(re.escape(name), text):
        before = [role for role in FULL_ROLE.finditer(text[: match.start()]) if role.end() == match.start()]
        after = FULL_ROLE.match(text, match.end())
        found |= {role.group() for role in before} | ({after.group()} if after else set())
    return found


def unit_of(folded: str, name: str) -> set[str]:
    """Return the runs that end in a unit and stand right before a name, with or without a post between."""
    text = flat(without_titles(folded))
    found = set()
    for match in re.finditer(re.escape(name), text):
        head = text[: match.start()]
        posts = [role for role in FULL_ROLE.finditer(head) if role.end() == len(head)]
        head = head[: posts[0].start()] if posts else head
        run = re.search(rf"{_HAN}*$", head)
        ends = [end for end in _UNIT_END.finditer(run.group()) if end.end() == len(run.group())] if run else []
        if ends and run:
            found.add(run.group())
    return found
