"""What an answer leaves unsaid of its question is told from beside it, and nothing where it leaves nothing unsaid."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft, Quote, Sentence
from pipeline.generation.extractive import left_unsaid
from pipeline.generation.extractive.left_unsaid import with_left_unsaid
from tests.libraries import composing_of, library_of

TODAY = datetime.date(2025, 8, 1)
CHECKED = "县教育局9月20日前组织验收。"
PLAN = "县供销社拟将丰禾市场二层摊位整体租给锦禾商贸公司五年。"

PAPER = """栗溪县人民政府常务会议纪要

栗政常纪〔2025〕7号

2025年6月12日，县长云帆主持召开县政府第27次常务会议。现将会议议定事项纪要如下：

一、关于青杨小学运动场改造。会议听取了县教育局局长邵庭的汇报。会议同意实施运动场改造，经费86万元由县级预备费安排。塑胶材料进场前由县市场监管局抽样送检。县教育局9月20日前组织验收。

二、关于白芦渡口摆渡船更新。船工联名要求把摆渡时间延长到夜里十点，会议认为夜航不具备安全条件，暂缓。票价按每人每次3元执行，由白芦镇公示。

三、关于丰禾市场摊位出租。县供销社拟将丰禾市场二层摊位整体租给锦禾商贸公司五年。会议决定摊位改为一年一租，公开招租。市场卫生由丰禾街道每周检查一次。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over one meeting of an invented county."""
    folder = tmp_path_factory.mktemp("left_unsaid")
    return library_of({"栗溪县政府第27次常务会议纪要.txt": PAPER}, folder, today=TODAY)


def told(county: Assistant, text: str, said: str) -> Draft:
    """Return what is told of a question where a sentence of the meeting answers it."""
    composing = composing_of(county, text, today=TODAY)
    document_id = composing.sources[0].document_id
    start = PAPER.index(said)
    held = composing.catalogue.document(document_id).text
    assert held[start : start + len(said)] == said
    draft = composing.draft("passages", [Sentence(said, (Quote(document_id, start, start + len(said)),))])
    return with_left_unsaid(composing.question, draft, composing.catalogue)


@pytest.mark.parametrize(
    ("text", "said", "beside"),
    [
        pytest.param(
            "青杨小学运动场改造经费86万元由省里补助，哪天前组织验收？", CHECKED, "由县级预备费安排", id="who pays"
        ),
        pytest.param("既然经费由省里安排，青杨小学哪天验收？", CHECKED, "由县级预备费安排", id="by the wording"),
        pytest.param(
            "丰禾市场二层摊位整体租给锦禾商贸公司五年，卫生多久检查一次？",
            "市场卫生由丰禾街道每周检查一次。",
            "一年一租",
            id="what became of a plan beside it",
        ),
        pytest.param("丰禾市场摊位租几年？", PLAN, "一年一租", id="what became of the plan told"),
    ],
)
def test_what_is_left_unsaid_is_told(county: Assistant, text: str, said: str, beside: str) -> None:
    draft = told(county, text, said)
    assert [line.text for line in draft.sentences[:-1]] == [said]
    assert beside in draft.sentences[-1].text
    assert draft.sentences[-1].text in PAPER
    assert draft.sentences[-1].quotes
    assert not draft.preface


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("青杨小学运动场改造哪天前组织验收？", CHECKED, id="nothing is left unsaid"),
        pytest.param("经费由省里安排，青杨小学哪天验收？", CHECKED, id="too little, by a plain wording"),
        pytest.param("丰禾市场摊位拟租几年？", PLAN, id="the plan is what is asked"),
    ],
)
def test_an_answer_to_all_that_is_asked_stays(county: Assistant, text: str, said: str) -> None:
    assert [line.text for line in told(county, text, said).sentences] == [said]


def test_a_user_is_told(county: Assistant) -> None:
    answer = county.ask("既然白芦渡口摆渡时间延长到夜里十点了，那票价多少？")
    assert "3元" in answer.answer
    assert "暂缓" in answer.answer
    assert all(one.citations for one in answer.statements)
    assert "暂缓" not in county.ask("白芦渡口摆渡船票价多少？").answer


def test_an_answer_does_not_grow_too_long(county: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_unsaid, "LONGEST", 40)
    text = "青杨小学运动场改造经费86万元由省里补助，哪天前组织验收？"
    assert [line.text for line in told(county, text, CHECKED).sentences] == [CHECKED]
