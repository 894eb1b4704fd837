"""Questions that open with a word that points back, and answers that leave the matter pointed at."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.several.pointing_back import points_back
from pipeline.generation.understanding.question import understand
from tests.libraries import library_of

PAPER = """漪澜县教育局
局长办公会议纪要
（2023年第7次）

2023年8月2日，局长邬青主持召开2023年第7次局长办公会议。现将议定事项纪要如下。

一、关于校车停车棚扩建
会议听取了后勤科的汇报。会议同意扩建停车棚，总投资86万元，由后勤科牵头，9月20日前完工。

二、关于东岭小学操场翻修
会议同意翻修，总投资130万元，由基建科牵头，10月15日前完工。
"""


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("那他们当时想拿多少", True),
        ("它什么时候完工", True),
        ("该项目谁牵头", True),
        ("那年的预算多少", False),
        ("这次会议谁主持", False),
        ("操场翻修什么时候完工", False),
    ],
)
def test_a_question_points_back_by_how_it_opens(text: str, back: bool) -> None:
    question = understand(text, entries=[], today=datetime.date(2024, 1, 1))
    assert points_back(question) is back


def test_what_goes_on_is_told_by_the_matter_before(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("school")
    (folder / "局长办公会7.txt").write_text(PAPER, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model=""))
    assistant.ingest([folder / "局长办公会7.txt"])
    earlier = "第7次局长办公会对校车停车棚扩建怎么定的？"
    for text in ("那得花多少钱？", "那它一共要花多少钱？", "那谁牵头，什么时候完工？"):
        answer = assistant.ask(text, history=[earlier]).answer
        assert "130万元" not in answer
        assert "10月15日" not in answer


OTHER = """漪澜县水务局
局长办公会议纪要
（2023年第9次）

2023年9月5日，局长骆青主持召开2023年第9次局长办公会议。现将议定事项纪要如下。

一、关于值班补助
会议同意值班补助每班提高到80元，自10月1日起执行。逾期未执行的，约谈站长。
"""


@pytest.mark.parametrize("text", ["那从什么时候起执行呢？", "那完不成怎么办呢？"])
def test_what_names_no_matter_is_not_told_by_another_paper(tmp_path: Path, text: str) -> None:
    papers = {"教育7.txt": PAPER, "水务9.txt": OTHER}
    assistant = library_of(papers, tmp_path, today=datetime.date(2024, 1, 1))
    assert not assistant.ask("值班补助从什么时候起执行？").refused
    assert assistant.ask(text, history=["校车停车棚扩建通过了吗？"]).refused
