"""Whether something may be done is told by the sentence that permits or forbids it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings

_PAPER = """泽南水务集团有限公司总经理办公会议纪要
2025年3月6日，总经理葛同主持召开2025年第3次总经理办公会。
一、关于2025年绿色债券发行方案
财务部汇报。会议审议通过2025年绿色债券发行方案，发行规模不超过8亿元，提请董事会审议。由财务部承办。募集资金用于管网改造，不得用于理财投资。
二、财务与资产
1、会议同意将旧泵房公开招租，租期不超过3年，由资产部办理。
2、对子弟学校申请公司出资10万元修操场一事，会议不同意出资。
三、关于老库房出租
资产部汇报老库房出租方案，拟租期8年。会议同意公开招租。租期最长不超过5年。库房安全鉴定出具前不得招租。
四、关于南坪泵站
会议原则通过南坪泵站建设方案，由工程部6月底前印发。西段管线待道路拓宽后再行开工。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A paper with verdicts, and with what is forbidden beside them."""
    folder = tmp_path_factory.mktemp("permitted")
    Path(folder / "会.txt").write_text(_PAPER, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home"))
    assistant.ingest([folder / "会.txt"])
    return assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("绿色债券的钱能不能拿去理财", "不得用于理财投资"),
        ("绿色债券可以用来投资吗", "不得用于理财投资"),
        ("老库房能租6年吗", "最长不超过5年"),
        ("旧泵房能租10年吗", "不超过3年"),
        ("南坪泵站西段管线能不能现在开工", "再行开工"),
        ("绿色债券发行方案通过了吗", "审议通过"),
    ],
)
def test_what_may_be_done_is_told_by_what_permits_or_forbids_it(office: Assistant, question: str, told: str) -> None:
    assert told in office.ask(question).answer


def test_what_is_forbidden_of_another_matter_of_the_item_tells_nothing(office: Assistant) -> None:
    assert "操场" not in office.ask("旧泵房能租10年吗").answer.splitlines()[0]
