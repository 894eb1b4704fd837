"""What fills no slot that was asked for becomes a refusal that shows it; what fills it stays an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.composing import NEAREST
from pipeline.generation.extractive.slots.gate import or_refused
from tests.generation.extractive.slots.meeting import drafted

FIRST = "会议要求，县住建局要逐小区核定清单，6月20日前报县政府，县财政局要落实配套资金，县审计局要跟踪监督资金去向。"
SUM = "今年改造老旧小区42个，涉及居民6200户，总投资1.3亿元，其中城关片区投资6800万元。"

UNANSWERED = (
    "老旧小区改造工作由哪位副县长牵头？",
    "苇原县老旧小区改造 责任领导",
    "县审计局的审计报告要在哪天前出具？",
    "第二届桃花节的经费是多少？",
    "夜间巴士收费是谁提议的？",
    "反对延长运营时间的是哪些单位？",
    "社区工作者招聘最后实际报名人数是多少？",
    "苇原县 社区工作者 实际报名人数",
    "桃花节咨询点的联系电话是多少？",
    "老旧小区改造的公告贴在哪里？",
    "停车引导期间绕行走哪条路？",
    "公告解释要用什么方式做？",
    "除方慕白外其余4名优秀社区工作者叫什么名字？",
    "县气象局在桃花节筹备上要做什么？",
    "改造的42个小区中，河湾镇占多少个？",
    "河湾镇敬老院秋季入住率是多少？",
    "苇原县第19次常务会议对校车安全管理是怎么定的？",
    "苇原县第19次常务会议 垃圾中转站选址 审议结果",
    "苇原县 桃花节 门票价格",
    "优秀社区工作者奖金的发放部门是哪个？",
)
ANSWERED = (
    ("老旧小区改造的清单由哪个部门核定？", "县住建局"),
    ("县住建局的清单要在哪天前上报？", "6月20日"),
    ("第三届桃花节的经费是多少？", "90万元"),
    ("对分段计价保留意见的是哪位副县长？", "汤若溪"),
    ("社区工作者招聘多少名？", "18名"),
    ("优秀社区工作者每人奖励多少钱？", "2000元"),
    ("敬老院搬迁期间老人住到哪里？", "卫生院东侧"),
    ("搬迁时间通过什么方式告知家属？", "短信"),
    ("县卫生健康局在敬老院改建上要做什么？", "配合"),
    ("老旧小区改造总投资中，城关片区安排多少？", "6800万元"),
    ("河湾镇敬老院春季入住率是多少？", "81.5%"),
    ("苇原县第19次常务会议对夜间巴士收费是怎么定的？", "暂缓"),
    ("桃花节开幕式停车引导由哪个部门负责？", "县交警大队"),
    ("敬老院搬迁方案由谁制定？", "县民政局"),
)


@pytest.mark.parametrize("text", UNANSWERED)
def test_what_is_not_told_is_refused(county: Assistant, text: str) -> None:
    assert county.ask(text).refused


@pytest.mark.parametrize(("text", "told"), ANSWERED)
def test_what_is_told_is_answered(county: Assistant, text: str, told: str) -> None:
    answer = county.ask(text)
    assert not answer.refused and told in answer.answer


def test_a_refusal_shows_the_nearest_with_its_paper(county: Assistant) -> None:
    question, draft, catalogue = drafted(county, "县审计局什么时候要交报告", FIRST)
    refused = or_refused(question, draft, catalogue)
    assert refused.refused and refused.reason == "not_stated" and refused.preface.startswith(NEAREST)
    assert refused.preface.endswith("已检索 1 份文件。") and [line.quotes for line in refused.sentences] == [
        draft.sentences[0].quotes
    ]
    assert refused.sentences[0].text == f"苇政常纪〔2025〕6号（2025-05-14）：{FIRST}"


def test_a_list_that_was_counted_stays(county: Assistant) -> None:
    question, draft, catalogue = drafted(county, "42个小区中，河湾镇有多少个", SUM)
    assert or_refused(question, draft, catalogue).refused
    counted = replace(draft, sentences=tuple(replace(line, counted=1) for line in draft.sentences))
    assert or_refused(question, counted, catalogue) is counted
    empty = replace(draft, sentences=())
    assert or_refused(question, empty, catalogue) is empty
