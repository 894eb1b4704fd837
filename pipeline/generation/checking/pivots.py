"""Words on which a meaning turns: a statement may use one only where its source says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from pipeline.generation.checking.amounts import amounts
from pipeline.generation.checking.fold import clause_of, flat, pairs, without_titles
from pipeline.generation.checking.source import Problem, Segment, Source
from pipeline.generation.checking.speech import kind_of
from pipeline.generation.checking.verdicts import verdicts

# One line, one meaning; a word in brackets may stand in the source for it but is no pivot itself.
_MEANINGS = """
上升 提高 增长 增加 上涨 提升 回升 上调 增至 升至 升高 增幅 (扩大) (增) (涨) (达到) (升) (高) (多) (提到) (调)
下降 降低 (降到) (调到) (减) (缩) 减少 下滑 回落 下调 降至 减至 压减 缩减 降幅 调低 压降 (同比降) (低于) (降) (低) (少)
全部 所有 全数 (全额) (全覆盖) (尽数) 悉数 均 全体 百分之百 (100%) (都) (一律) (各) (全面) (全市) (全区) (全县) (凡)
各户 各村 各镇 各县 各区 各乡 各企业 各学校 各项目 (各) (逐) (每) (所有) (全部) (均) (都) (凡) (区镇) (乡镇)
全市 (我市) (本市) (市域)
全县 (我县) (本县) (县域)
全区 (我区) (本区) (区域)
全省 (我省) (本省) (省域)
全州 (我州) (本州)
全镇 (我镇) (本镇)
全乡 (我乡) (本乡)
全村 (我村) (本村)
全国 (国家)
全校 (我校) (本校) (学校)
全院 (我院) (本院)
全公司 (公司)
全集团 (集团)
全系统 (系统)
全行业 (行业)
全社会 (社会)
全程 自始至终 (全过程) (始终) (全段) (全线) (每个环节)
全线 全段 (全长) (全程) (全线)
全域 全境 (全市) (全县) (全区) (全镇) (全域)
全天 昼夜 (24小时) (全天) (日夜)
全年 整年 (全年) (年度) (一年) (1-12月)
花费 耗资 花去 用去 斥资 (花) (耗) (用) (支出) (支付)
全票 一致通过 一致同意 无异议 (一致)
多数通过 超半数 过半数 (多数) (过半)
部分 个别 少数 (分别) (其中) (一些) (有的)
不足 短缺 缺口 紧缺 欠缺 (不到) (缺) (低于)
充足 充裕 富余 (足)
内部 (内)
原值
净值
印发 下发 发布 公布 颁布 (发文) (公开) (通报) (公告) (公示) (宣布)
敲定 定下 (定)
的决定 (决定) (决议)
将确定 确定到位 (确定)
先行 提前 率先 优先 (先) (暂)
延期 推迟 延后 顺延 延长 暂缓 (缓)
免费 无偿 (不收) (免)
收费 有偿 (收取) (费)
首次 第一次 (首)
完全 彻底 (全部) (全面)
最终 (终)
不再 (停止) (免去) (免) (不予) (终止) (取消)
必将 必定 肯定 (必)
照常 (正常)
即可 (方可) (即)
直接 (径)
执行 (实施) (施行) (落实) (办理)
到会 (出席) (参会) (实到)
省属
市属
县属
区属
央属
国家级 (国家)
省级 (省)
只能 仅限 唯一 (只) (仅)
核定 (核准) (核实)
不低于 不少于 不得低于 不得少于 至少 (以上) (不得低于) (不小于) (最少) (起)
不高于 不超过 不得高于 不得超过 至多 最多 (以内) (以下) (不得高于) (不大于) (上限) (封顶) (控制在) (突破) (超过) (最高)
以下 (以内) (不超过) (低于) (未满) (不足) (如下) (不到) (少于)
以上 (超) (不少于) (至少) (逾) (多) (余) (高于) (不低于) (上述) (突破) (大于) (满)
再次 重新 (再) (重) (又)
同比 (上年同期) (去年同期)
环比 (上月) (上季)
备案 (报备)
审定 (审查确定)
审批 (批准) (批复) (核准)
备查 (存档)
公开 公示 公布 公告 (公)
保密 不公开 (密)
临时 暂行 (短期)
长期 永久 (长)
关闭 关停 停业 取缔 (停)
拆除 拆迁 (拆)
新建 (建设) (建成) (建)
改建 改造 (改)
扩建 (扩)
自筹 自行承担 自担 (自行) (自负)
贷款 融资 借款 (贷) (借)
专项债 债券 (债)
自有资金 (自有)
社会资本 (社会资金)
财政 (市级) (本级) (拨款) (预算) (县级) (区级)
免职 撤职 开除 辞退 处分 (免去) (撤销) (处理)
任命 聘任 提拔 (任) (聘)
奖励 表彰 嘉奖 (奖)
处罚 罚款 (罚)
追责 问责 追究 (责任)
验收 (竣工)
竣工 完工 建成 投产 投用 投入使用 交付 (完成) (建立) (建好) (修好)
开工 动工 启动 (开始) (实施) (建设)
招标 招投标 公开招标 竞争性谈判 磋商 (招)
试点 试行 先行先试 (试)
推广 全面推行 全面推开 (推行) (推)
一律 (全部) (均) (都) (各) (一概) (皆) (凡)
强制 必须 务必 (应) (须) (要) (不得) (均) (必)
自愿 自主 自行 (自)
准许 可以 准予 (允许) (可) (能) (允)
永不 绝不 决不 (不)
独立 单独 (独)
共同 联合 一起 会同 协同 (和) (与) (及) (同) (、)
转让 出售 变卖 (出让)
租赁 出租 承租 (租)
停止 终止 中止 撤销 取消 废止 (停) (撤) (废)
继续 延续 (续) (进一步) (仍) (再) (深化) (不断) (持续) (推进) (坚持) (还)
合格 达标 (合格率) (达标率)
优秀 优良 (优)
死亡 受伤 伤亡 (死) (伤)
因病 病假 (病)
因公 出差 公务 (公)
会前 (前)
会后 (会后)
书面 (书)
口头 (口)
现场 实地 (现场)
视频 线上 网上 (网) (线上)
线下 (线下)
双方 (甲乙)
""".strip()
_GROUPS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (
        tuple(word for word in line.split() if not word.startswith("(")),
        tuple(word.strip("()") for word in line.split()),
    )
    for line in _MEANINGS.splitlines()
)
_OPPOSED: tuple[
    tuple[str, str], ...
] = (  # where the source says the first of something, the second is no wording of it
    ("高出|高于|比[^,]{1,14}高", "低于|比[^,]{1,14}低"),
    ("上升|提高|增长|增加|上涨|提升|回升|上调|增至|扩大", "下降|降低|减少|下滑|回落|下调|降至|减至|压减|缩减"),
    ("最高|上限|最多", "最低|下限|最少|至少"),
    ("提前", "推迟|延期|延后|顺延"),
    ("充足|充裕", "不足|短缺|紧缺|缺口"),
    ("公开", "保密"),
    ("自愿", "强制"),
    ("收费|有偿", "免费|无偿"),
)
_IN_A_NAME = re.compile(
    "财政(?=[局厅部所])|公开(?=大学)|建设(?=[局厅部委])|线[上下](?=[调升涨降滑])|(?<=得)到会|到会(?=议)"
)
_EACH = re.compile("全部|全数|悉数|均|都|一律|100%|所有")
_ALL = ("全部", "全数", "悉数", "均")
_SOME = re.compile("多[项个家处户条]|部分|有的|大多|一些|个别|包括")
_THERE = re.compile("参加|参会|到会|主持")
_DONE = re.compile("已(?![有知婚故])|业已")
_TO_COME = re.compile("拟|计划|争取|力争|建议|商议|预计|准备|将|待")
_ALLOWED = re.compile("可以|(?<!不)允许|准许|准予|可(?![行能靠持观再比谓见控研口循视用达以])|有权|得以")
_BARRED = re.compile("不得|不准|不能|不可|严禁|禁止|不允许|不许|不宜|不应|不(?=[建开批办予上])")


def pivot_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the words of a folded clause on which its meaning turns and which its source does not have.

    >>> [problem.text for problem in pivot_problems("平均浓度上升8.4%", Source("平均浓度下降8.4%", ""))]
    ['上升', '上升']
    """
    hidden = _IN_A_NAME.sub("", flat(without_titles(clause)))
    if hidden in source.words:
        return
    if not re.search("(?:反对|弃权|不同意)[^,。;]{0,2}[1-9一二三四五六七八九]", source.text):
        hidden = re.sub("(?<=票)(?:全部|全都|均|都)(?=同意|赞成)", "", hidden)
    for words, forms in _GROUPS:
        said = next((word for word in words if word in hidden and not _denied(word, hidden)), None)
        if said in _ALL and _part_only(hidden, source):
            yield Problem("scope", said, f"出处没有说“{said}”")
            continue
        if said is None or any(form in source.words for form in forms):
            continue
        if not _to_the_last(said, hidden, source):
            yield Problem("wording", said, f"出处中没有“{said}”")
    yield from _turned(hidden, source)
    for one, other in (("出席", "列席"), ("列席", "出席")):  # a list's own quote has neither word
        if one in hidden and one not in source.words and other in source.text and not _THERE.search(source.text):
            yield Problem("part", one, f"出处中没有“{one}”，是“{other}”")
    yield from _permitted(hidden, source)
    yield from _finished(hidden, source)


def _denied(word: str, clause: str) -> bool:
    """Tell whether a clause denies a word wherever it has it: 缺乏充足依据."""
    before = "(?<![不没无未缺非难乏])(?<!缺少|没有|不能|不够|不足|不太|并不|不甚)"
    return not re.search(before + re.escape(word), clause)


def _to_the_last(said: str, clause: str, source: Source) -> bool:
    """Tell whether a clause says 全部 of things that it counts as the source does, of what is to be done with them."""
    if said not in _ALL or verdicts(clause):
        return False
    done = any(kind_of(clause[place.end() :][:2]) == "v" for place in re.finditer(said, clause))
    counted = {amount.value for amount in amounts(clause) if amount.bound == "exact" and amount.unit}
    near = [segment.text for segment in source.segments if counted & _values(segment.text)]
    return bool(done and near) and not any(_SOME.search(text) or _fewer(text, counted) for text in near)


def _part_only(clause: str, source: Source) -> bool:
    """Tell whether a clause counts what its source counts, and the source says it of fewer: 52座,已恢复运行47座."""
    counted = {amount.value for amount in amounts(clause) if amount.bound == "exact" and amount.unit}
    texts = [segment.text for segment in source.segments]
    near = [f"{text};{after}" for text, after in zip(texts, [*texts[1:], ""], strict=True) if counted & _values(text)]
    return bool(near) and all(_fewer(text, counted) and not _EACH.search(text) for text in near)


def _values(text: str) -> set[Decimal]:
    return {amount.value for amount in amounts(text)}


def _fewer(text: str, counted: set[Decimal]) -> bool:
    """Tell whether a text has fewer of what it counts, too: 52座,已恢复运行47座."""
    found = [amount for amount in amounts(text) if amount.unit and amount.bound == "exact"]
    of = {amount.unit: amount.value for amount in found if amount.value in counted}
    return any(amount.value < of.get(amount.unit, amount.value) for amount in found)


def _turned(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where the source says the opposite of the same thing."""
    for one, other in _OPPOSED:
        for said, meant in ((one, other), (other, one)):
            match = re.search(said, clause)
            if match is None or _denied(match.group(), clause):
                continue
            content = pairs(clause_of(clause, match.group())) - pairs(match.group())
            if source.elsewhere(content, _having(said), _having(meant), by_clause=True) is not None:
                yield Problem("wording", match.group(), f"出处说的不是“{match.group()}”")


def _having(pattern: str) -> Callable[[Segment], bool]:
    """Return what tells whether a segment has a wording."""
    return lambda segment: re.search(pattern, segment.text) is not None


def _finished(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a statement says that something is done which the source only intends."""
    match = _DONE.search(clause)
    if match is None:
        return
    content = pairs(clause_of(clause, match.group()))
    if source.elsewhere(content, _having(_DONE.pattern + "|了|完成"), _having(_TO_COME.pattern), by_clause=True):
        yield Problem("modifier", match.group(), "出处没有说已经做了")


def _permitted(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a statement permits what the source bars."""
    match = _ALLOWED.search(clause)
    if match is None or _BARRED.search(clause):
        return
    content = pairs(clause[match.end() :]) | pairs(clause[: match.start()])
    barred = [
        segment
        for segment, own in zip(source.segments, source.segment_pairs, strict=True)
        if _BARRED.search(segment.text) and len(own & content) * 3 >= len(content)
    ]
    if barred:
        yield Problem("modifier", match.group(), f"出处没有说“{match.group()}”")
