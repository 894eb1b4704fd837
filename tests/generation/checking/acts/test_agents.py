"""Who does what: the agent of each act, and what a statement gives to another."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.agents import acts, agent_problems
from pipeline.generation.checking.reading.source import Source

TASKS = "由文体科牵头,梅林社区配合;摊位登记由梅林社区负责,12月前建台账"
DUTIES = "柏松同志负责调度甲桥、乙坝2个项目;芦青同志负责调度丙渠、丁闸等4个项目"


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("公安部门主导,交通、市场监管部门配合", ["公安部门", "交通、市场监管部门"]),
        ("摊位登记由梅林社区负责", ["梅林社区"]),
        ("请规划建设局向甲主任书面说明原因", ["规划建设局"]),
        ("走政府采购程序", []),
    ],
    ids=["list", "by", "asked", "no actor"],
)
def test_acts(text: str, agents: list[str]) -> None:
    assert [act.agent for act in acts(text)] == agents


@pytest.mark.parametrize(
    ("clause", "source", "flagged"),
    [
        ("摊位登记由文体科负责", TASKS, True),
        ("摊位登记由梅林社区负责", TASKS, False),
        ("丙渠、丁闸等4个项目交由柏松同志调度", DUTIES, True),
        ("丙渠、丁闸等4个项目由芦青同志调度", DUTIES, False),
        ("由交通部门主导,公安部门配合", "公安部门主导,交通部门配合", True),
        ("由市水利局牵头", "由市水务局牵头,市财政局配合", False),
        ("人事科负责监督", "纪检组负责监督,人事科负责解释", True),
        ("人事科负责解释", "纪检组负责监督,人事科负责解释", False),
    ],
    ids=[
        "other's task",
        "own task",
        "other person",
        "own person",
        "swapped",
        "former name",
        "other's duty",
        "own duty",
    ],
)
def test_each_does_his_own(clause: str, source: str, flagged: bool) -> None:
    assert bool(list(agent_problems(clause, Source(source, "")))) is flagged
