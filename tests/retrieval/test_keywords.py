"""The keyword index: Chinese words are found, titles count more, damage is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.retrieval.cache import Stamp
from pipeline.retrieval.chunk import chunk
from pipeline.retrieval.keywords import Keywords
from tests.retrieval.examples import minutes, report_of


@pytest.fixture
def keywords(tmp_path: Path) -> Keywords:
    """An index of three documents."""
    keywords = Keywords(tmp_path / "keywords")
    pieces = [
        *chunk(minutes(), document_id="d1"),
        *chunk(report_of("停车场的停车费由停车公司收取。"), document_id="d2"),
        *chunk(report_of("全年产值11432.7亿元。", file="c.txt"), document_id="d3"),
    ]
    keywords.replace([], pieces, library="lib")
    keywords.write_stamp(Stamp("lib", 1, keywords.made_with))
    return keywords


@pytest.mark.parametrize(
    ("query", "best"),
    [
        pytest.param("老旧小区改造三年计划讲了什么？", "d1-0002", id="title"),
        pytest.param("停车费", "d2-0000", id="word-in-the-text"),
        pytest.param("产值11,432.7亿元", "d3-0000", id="figure"),
        pytest.param("吴江参加了吗", "d1-0004", id="padded-name"),
        pytest.param("公文办理", "d1-0003", id="tail"),
    ],
)
def test_the_best_chunk_comes_first(keywords: Keywords, query: str, best: str) -> None:
    assert keywords.search(query, limit=5)[0][0] == best


def test_a_question_that_names_its_meeting_is_not_won_by_the_opening_paragraph(keywords: Keywords) -> None:
    question = "甲市人民政府2021年3月8日市政府第3次常务会议上老旧小区的资金怎么办？"
    assert keywords.search(question, limit=5)[0][0] == "d1-0002"


def test_a_document_number_finds_its_document(keywords: Keywords) -> None:
    found = {chunk_id[:2] for chunk_id, _ in keywords.search("甲政纪[2021]2号", limit=10)}
    assert found == {"d1"}


@pytest.mark.parametrize("query", ["", "？！", "ΩΩ"])
def test_a_query_without_known_terms_finds_nothing(keywords: Keywords, query: str) -> None:
    assert keywords.search(query, limit=5) == []


def test_a_search_stays_within_documents(keywords: Keywords) -> None:
    assert {hit[0] for hit in keywords.search("停车", limit=9, document_ids=["d2"])} == {"d2-0000"}
    assert keywords.search("停车", limit=9, document_ids=[]) == []
    everywhere = dict(keywords.search("停车", limit=9))
    within = dict(keywords.search("停车", limit=9, document_ids=["d1", "d2", "d3"]))
    assert within == pytest.approx(everywhere), "a filter must not change a score"


def test_a_removed_document_is_not_found(keywords: Keywords) -> None:
    keywords.replace(["d2"], [], library="lib")
    assert [chunk_id for chunk_id, _ in keywords.search("停车", limit=9) if chunk_id.startswith("d2")] == []


def test_a_copied_index_of_another_library_is_not_opened(keywords: Keywords) -> None:
    assert keywords.open("other") is None


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("stamp.json", "{"),
        ("stamp.json", "[]"),
        ("stamp.json", '{"library": "lib"}'),
        ("meta.json", "{}"),
        ("meta.json", None),
    ],
)
def test_a_damaged_index_is_not_opened(keywords: Keywords, file: str, content: str | None) -> None:
    keywords.close()
    path = keywords.folder / file
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert keywords.open("lib") is None
    assert keywords.search("停车", limit=5) == []


def test_an_index_with_a_lost_segment_is_not_opened(keywords: Keywords) -> None:
    keywords.close()
    for file in keywords.folder.glob("*.term"):
        file.unlink()
    assert keywords.open("lib") is None
