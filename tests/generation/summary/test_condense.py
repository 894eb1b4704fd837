"""Passages made shorter: what stays, what goes, and that nothing is put in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.generation.summary.clauses import sentences
from pipeline.generation.summary.condense import Level, condense


@pytest.mark.parametrize(
    ("text", "level", "shorter"),
    [
        pytest.param(
            "标准化战略是推动高质量发展的重要内容，也是竞争力的直接体现。要进一步加强政策研究，不断夯实标准化基础。",
            2,
            "加强政策研究。",
            id="a sentence of reasons goes",
        ),
        pytest.param(
            "不同于其他政策，这项政策主要针对中介机构，具有一定的特殊性，各部门要对照规定抓好落实，适时加以调整完善。",
            2,
            "各部门要对照规定抓好落实，适时加以调整完善。",
            id="what stands before the reason goes with it",
        ),
        pytest.param(
            "由市河长办牵头，结合领导包案工作机制，重点围绕治理目标、时间安排等方面，进一步细化工作方案并上报。",
            2,
            "由市河长办牵头，细化工作方案并上报。",
            id="ways go, the last act stays",
        ),
        pytest.param(
            "要加强科学保护，确保文物安全。统筹安排周边区域用地。加强隐患排查整治，不断提高文物保护水平。",
            2,
            "加强科学保护：统筹安排周边区域用地；加强隐患排查整治。",
            id="the first sentence stands over the others",
        ),
        pytest.param(
            "拓宽选人用人渠道，加快人员配备。既要有灵活的市场机制，也要把控好薪酬架构，推动团队健康稳定发展。",
            2,
            "拓宽选人用人渠道，加快人员配备；既要有灵活的市场机制，也要把控好薪酬架构。",
            id="two equal sentences stay side by side",
        ),
        pytest.param(
            "完善路网体系。大力推进道路建设,新建道路12公里,总投资3.5亿元,有效改善群众出行条件。加强日常养护。做好排水。美化环境。",
            3,
            "完善路网体系：新建道路12公里，总投资3.5亿元；加强日常养护。",
            id="facts, and one more sentence where they are few",
        ),
        pytest.param(
            "优化贸易结构。进出口总额实现逆势增长,总量达1078.9亿美元,发展态势良好。高新技术产品占比提升至74.7%。举办活动5场。",
            3,
            "优化贸易结构：进出口总额实现逆势增长，总量达1078.9亿美元；高新技术产品占比提升至74.7%；举办活动5场。",
            id="a figure keeps what it leans on",
        ),
        pytest.param(
            "培育头部企业。对首次上榜“500强”的企业,给予资金奖励,营造良好氛围。开展辅导会8场。组织企业参展10次。",
            3,
            "培育头部企业：对首次上榜“500强”的企业，给予资金奖励；开展辅导会8场；组织企业参展10次。",
            id="a clause that waits gets its predicate",
        ),
        pytest.param(
            "尽快完善组织架构，推动重要赛事举办。", 3, "尽快完善组织架构，推动重要赛事举办。", id="short ones keep all"
        ),
        pytest.param("营商环境是生产力。", 2, "营商环境是生产力。", id="nothing but a reason stays"),
        pytest.param("", 2, "", id="empty"),
    ],
)
def test_condense(text: str, level: Level, shorter: str) -> None:
    assert condense(text, level=level) == shorter


def test_a_wording_to_keep_stays() -> None:
    text = "建立联席会议制度。围绕重点任务，各单位抓好具体落实。推动形成工作合力，确保滨河新区及时跟进有关工作安排。"
    assert "滨河新区" not in condense(text)
    assert "滨河新区" in condense(text, keep=["滨河新区"])


_PIECES = st.sampled_from(
    [
        *(
            "要进一步加强管理",
            "由市财政局牵头",
            "新建道路12公里",
            "推动经济发展",
            "根据工作实际",
            "是重要内容",
            "总量达3.5亿元",
        ),
        *(
            "出台《养护，办法》",
            "6月底前完成",
            "同时",
            "对方案进行完善",
            "其中2宗已开工",
            "“回头看”",
            "会议强调",
            "各单位要抓好落实",
        ),
    ]
)


@given(st.lists(st.lists(_PIECES, min_size=1, max_size=5), min_size=1, max_size=5), st.sampled_from([1, 2, 3]))
@settings(max_examples=200, deadline=None)
def test_figures_units_and_deadlines_stay_and_nothing_is_put_in(parts: list[list[str]], level: Level) -> None:
    text = "".join(f"{'，'.join(clauses)}。" for clauses in parts)
    shorter = condense(text, level=level)
    for fact in ("12公里", "3.5亿元", "2宗", "6月底前", "市财政局牵头"):
        assert (fact in shorter) or (fact not in text)
    for clause in re.split("[，；：。]", re.sub("《[^》]*》", "", shorter)):
        assert all(character in "".join(sentences(text)) for character in clause)
    assert len(shorter) <= len(text) + 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("秋粮补贴。386万元已发放364万元，其余本月补发。", "秋粮补贴：386万元已发放364万元，其余本月补发。"),
        (
            "位置须经确认。条件未满足前，不得发证。另行公告。",
            "位置须经确认；条件未满足前，不得发证；另行公告。",
        ),
        ("停止供水。由市水务局负责，3日内恢复。", "停止供水；由市水务局负责，3日内恢复。"),
    ],
    ids=["a name", "an order", "an act"],
)
def test_only_a_name_or_a_topic_stands_over_what_follows(text: str, told: str) -> None:
    assert condense(text) == told
