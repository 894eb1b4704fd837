"""Search: both lists count, filters hold, hits are verbatim and come in one order."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import BadFilter, EmptyQuestion, UnknownDocument
from pipeline.retrieval.catalogue import Filters
from pipeline.retrieval.library import Library
from pipeline.retrieval.search import MOST, as_retriever, page_at, search
from tests.retrieval.examples import minutes, put_in, report_of


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """Minutes of two meetings and a paged report."""
    second = minutes(
        file="b.txt",
        document_number="甲政纪〔2022〕9号",
        number=9,
        date="2022-04-01",
        agenda=(("《城区停车收费标准》", ("由市发改委核定。",)),),
    )
    paged = replace(report_of("第一页说绿化。\n第二页说亮化。", file="c.pdf"), pages=(0, 8))
    with library.batch():
        for document in (minutes(), second, paged):
            put_in(library, document, tmp_path)
    return library


def test_a_hit_is_verbatim_and_says_how_it_was_found(filled: Library) -> None:
    hit = search(filled, "城区停车管理办法由谁牵头？")[0]
    document = filled.catalogue.document(hit.document_id)
    assert hit.text == document.text[hit.start : hit.end]
    assert (hit.item, hit.item_title, hit.meeting) == ("一", "《城区停车管理办法》", "市政府第3次常务会议")
    assert (hit.document_number, hit.date, hit.page) == ("甲政纪〔2021〕2号", "2021-03-08", None)
    assert hit.scores["keywords_rank"] == 1
    assert {"keywords", "keywords_rank", "vectors", "vectors_rank"} <= set(hit.scores)
    shares = sum(part for name, part in hit.scores.items() if name.startswith("share_"))
    assert shares == pytest.approx(hit.score, abs=1e-4), "what each part added makes up the score"
    assert json.loads(json.dumps(hit.to_json(), ensure_ascii=False))["rank"] == 1


def test_the_json_has_the_fields_of_the_interface(filled: Library) -> None:
    fields = "rank score scores document_id file document_number meeting date item item_title text start end page"
    assert set(fields.split()) <= set(search(filled, "停车")[0].to_json())


def test_ranks_count_up_and_the_same_search_gives_the_same(filled: Library) -> None:
    hits = search(filled, "停车", k=20)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert search(filled, "停车", k=20) == hits
    assert search(filled, "停车", k=2) == hits[:2]


@pytest.mark.parametrize(
    ("filters", "files"),
    [
        pytest.param(Filters(meeting=9), {"b.txt"}, id="meeting"),
        pytest.param(Filters(kind="other"), {"c.pdf"}, id="kind"),
        pytest.param(Filters(number="甲政纪[2021]2号"), {minutes().file}, id="number"),
        pytest.param(Filters(document="b.txt", to_date="2021"), set(), id="nothing-left"),
    ],
)
def test_hits_stay_within_the_filters(filled: Library, filters: Filters, files: set[str]) -> None:
    assert {hit.file for hit in search(filled, "停车、绿化第一页", k=50, filters=filters)} == files


def test_a_hit_in_a_paged_document_has_its_page(filled: Library) -> None:
    hits = search(filled, "亮化", filters=Filters(document="c.pdf"))
    assert {hit.page for hit in hits} == {1}
    pages = filled.catalogue.pages([hits[0].document_id])
    assert list(pages.values()) == [(0, 8)]


@pytest.mark.parametrize("query", ["", "  \n", "　"])
def test_an_empty_question_is_refused(filled: Library, query: str) -> None:
    with pytest.raises(EmptyQuestion, match="问题是空的"):
        search(filled, query)


@pytest.mark.parametrize("k", [0, -1, MOST + 1])
def test_a_count_out_of_range_is_refused(filled: Library, k: int) -> None:
    with pytest.raises(BadFilter, match=f"1 到 {MOST}"):
        search(filled, "停车", k=k)


def test_a_document_that_is_not_there_is_named(filled: Library) -> None:
    with pytest.raises(UnknownDocument, match="d12345678"):
        search(filled, "停车", filters=Filters(document="d12345678"))


@pytest.mark.parametrize("query", ["？？？", "a" * 10_000, "'; DROP TABLE", "AND OR NOT (", "会" * 3000])
def test_an_odd_question_does_no_harm(filled: Library, query: str) -> None:
    for hit in search(filled, query):
        assert hit.text


@pytest.mark.parametrize(
    ("question", "part", "file"),
    [
        pytest.param("市政府第9次常务会议由谁主持？", "head", "b.txt", id="chair"),
        pytest.param("第3次常务会议谁列席了？", "attendance", minutes().file, id="attendance"),
        pytest.param("甲政纪〔2022〕9号第一项议题定了什么？", "item", "b.txt", id="item-by-number"),
        pytest.param("车位怎么收费？", "item", "b.txt", id="other-words"),
        pytest.param("tingche shoufei biaozhun", "item", "b.txt", id="pinyin"),
        pytest.param("城区庭车收费标准", "item", "b.txt", id="typo"),
        pytest.param("城區停車收費標準", "item", "b.txt", id="traditional"),
        pytest.param("parking fee standard", "item", "b.txt", id="english"),
    ],
)
def test_the_first_hit_is_what_is_asked_for(filled: Library, question: str, part: str, file: str) -> None:
    hit = search(filled, question)[0]
    assert (hit.part, hit.file) == (part, file)


def test_two_meetings_named_are_both_among_the_first(filled: Library) -> None:
    hits = search(filled, "2021年和2022年两次常务会议分别由谁主持？", k=2)
    assert {hit.file for hit in hits} == {minutes().file, "b.txt"}


def test_a_later_question_names_the_meeting(filled: Library) -> None:
    assert search(filled, "第3次常务会议谁主持？ 那第9次常务会议是谁主持？")[0].file == "b.txt"


def test_the_retriever_speaks_langchain(filled: Library) -> None:
    retriever = as_retriever(filled, k=3, filters=Filters(meeting=9))
    found = retriever.invoke("停车收费标准")
    hits = search(filled, "停车收费标准", k=3, filters=Filters(meeting=9))
    assert [document.id for document in found] == [hit.chunk_id for hit in hits]
    assert found[0].metadata["document_number"] == "甲政纪〔2022〕9号"
    assert asyncio.run(retriever.ainvoke("停车收费标准")) == found


def test_what_was_found_is_kept_until_the_library_changes(filled: Library) -> None:
    first = search(filled, "停车收费", k=3)
    assert search(filled, "停车收费", k=12)[:3] == first
    filled.remove([first[0].document_id])
    assert first[0].document_id not in {hit.document_id for hit in search(filled, "停车收费", k=3)}


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (3, 1), (4, 2), (9, 2)])
def test_a_page_is_found_by_offset(offset: int, page: int) -> None:
    assert page_at((0, 4), offset) == page
    assert page_at((2, 4), 0) == 1
