"""Who holds a post by what stands before names in the text; nobody where it is another unit's."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.people.incumbents import incumbents, of_where
from pipeline.generation.understanding.question import understand


def told(assistant: Assistant, text: str) -> list[str]:
    question = understand(text, entries=assistant.entries(), today=datetime.date(2022, 12, 1))
    sources = [Source(entry, assistant.catalogue.document(entry.document_id)) for entry in question.scope.entries]
    return [line.text for _, line in incumbents(question, sources)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("椒岭县的县长叫什么名字", ["县长方向晨"], id="the-head-of-a-body"),
        pytest.param("椒岭县那次办公会上县交通运输局局长是谁", ["县交通运输局局长郑千里"], id="of-a-unit"),
        pytest.param("椒岭县县政府办主任是谁", ["主任周行远"], id="of-an-office"),
        pytest.param("椒岭县的副县长都是谁", ["钱一帆"], id="a-second"),
        pytest.param("汀洲水务集团的监事会主席是谁", ["水长东"], id="padded"),
        pytest.param("谁是汀洲水务的董事长", ["华长庚"], id="who-first"),
        pytest.param("松涧县人民医院纪委书记是谁", ["尚可为"], id="in-a-list"),
        pytest.param("松涧县人民医院护理部主任叫什么", ["顾盼"], id="of-a-section"),
    ],
)
def test_who_holds_a_post_is_who_is_named_behind_it(assemblies: Assistant, text: str, held: list[str]) -> None:
    lines = told(assemblies, text)
    assert len(lines) == len(held)
    assert all(name in line for name, line in zip(held, lines, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("椒岭县财政局局长是谁", id="named-without-anybody"),
        pytest.param("汀洲水务新聘的总经理是谁", id="appointed"),
        pytest.param("谁负责", id="no-post"),
    ],
)
def test_a_post_without_a_name_is_not_told(assemblies: Assistant, text: str) -> None:
    assert told(assemblies, text) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("市大数据局局长是谁", "市大数据局局长罗晴"),
        ("市城管局的局长是谁", "市城管局局长周明"),
        ("市公安局的局长是谁", ""),
        ("市城管局新任局长是谁", ""),
    ],
)
def test_a_post_is_of_the_unit_asked_about(invented: Assistant, text: str, held: str) -> None:
    lines = told(invented, text)
    assert bool(lines) == bool(held)
    assert all(held in line for line in lines)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("方向晨是哪里的县长", 1, id="of-where"),
        pytest.param("方向晨是哪个市的市长", 0, id="another-post"),
        pytest.param("王大力是哪里的县长", 0, id="nobody"),
    ],
)
def test_of_which_body_somebody_is(assemblies: Assistant, text: str, held: int) -> None:
    question = understand(text, entries=assemblies.entries(), today=datetime.date(2022, 12, 1))
    sources = [Source(entry, assemblies.catalogue.document(entry.document_id)) for entry in assemblies.entries()]
    found = of_where(question, sources)
    assert len(found) == held
    assert all("县长方向晨" in one.text for _, one in found)
