"""Which items a question is about."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.target import (
    about_documents,
    best_point,
    called,
    open_sources,
    targets,
    topic_terms,
)
from pipeline.generation.understanding.question import understand

TODAY = datetime.date(2022, 6, 1)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("老旧小区改造有什么要求", ["关于老旧小区改造进展情况的汇报"]),
        ("《临川市数据资源共享管理规定》谁汇报的", ["《临川市数据资源共享管理规定》"]),
        ("停车管理办法通过了吗", ["《临川市城区停车管理办法》", "《临川市城区停车管理办法实施细则》"]),
        ("第15次会议第二项谁汇报的", ["《关于调整公交票价的方案》"]),
        ("第15次会议最后一项谁汇报的", ["《关于调整公交票价的方案》"]),
        ("专项资金用于智慧停车平台", ["《临川市城区停车管理办法》"]),
        ("垃圾焚烧厂选址", []),
    ],
)
def test_items_by_title_ordinal_or_wording(sources: list[Source], text: str, titles: list[str]) -> None:
    question = understand(text, entries=[source.entry for source in sources], today=TODAY)
    scope = {entry.document_id for entry in question.scope.entries}
    within = [source for source in sources if source.document_id in scope]
    found = targets(question, within, topic_terms(question))
    assert sorted(one.item.title for one in found) == sorted(titles)


def test_the_point_that_the_topic_means(sources: list[Source]) -> None:
    question = understand("智慧停车平台专项资金", entries=[source.entry for source in sources], today=TODAY)
    terms = topic_terms(question)
    found = targets(question, sources, terms)
    best = best_point(found[0], terms)
    assert best is not None
    assert "1200万元" in best[0].text


def test_a_document_named_by_its_title(sources: list[Source]) -> None:
    question = understand("第12次纪要", entries=[source.entry for source in sources], today=TODAY)
    assert about_documents(sources, topic_terms(question)) == []


def test_documents_in_scope_are_opened_newest_first(invented: Assistant) -> None:
    question = understand("谁主持", entries=invented.entries(), today=TODAY)
    opened = open_sources(question, invented.catalogue, lambda query, k: [])
    assert [source.document.meeting.number for source in opened] == [15, 12]


@pytest.mark.parametrize(
    ("text", "files"),
    [
        pytest.param("停车专题会谁主持的", [], id="nothing called so"),
        pytest.param("临川市政府常务会议谁主持的", [], id="fits all"),
    ],
)
def test_a_name_that_tells_no_document_apart_calls_none(sources: list[Source], text: str, files: list[str]) -> None:
    question = understand(text, entries=[source.entry for source in sources], today=TODAY)
    assert [one.entry.file for one in called(sources, question)] == files


def test_the_name_of_a_unit_is_no_part_of_a_matter(tmp_path: Path) -> None:
    text = (
        "沅泽市人民政府第9次常务会议纪要\n沅政纪〔2024〕9号\n\n2024年6月20日，市长秦望主持召开市政府第9次常务会议。\n\n"
        "一、听取市发展改革委关于重点项目推进情况的汇报。会议要求，市发展改革委要加强调度，确保9月底前所有项目开工。\n"
        "二、关于市属国有企业改革事宜。会议同意市国资委提出的改革方案，由市国资委牵头，年底前完成。\n"
    )
    (tmp_path / "沅政纪〔2024〕9号.txt").write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([tmp_path / "沅政纪〔2024〕9号.txt"])
    asked = understand("改革方案什么时候完成", entries=assistant.entries(), today=TODAY)
    held = open_sources(asked, assistant.catalogue, lambda query, k: [])
    assert [one.item.title for one in targets(asked, held, topic_terms(asked))] == ["关于市属国有企业改革事宜"]
    asked = understand("发展改革委汇报了什么", entries=assistant.entries(), today=TODAY)
    terms = topic_terms(asked)
    assert not terms.weights or targets(asked, held, terms), "what a unit reported on is found by its name"
