"""What is about a matter, and what only speaks of it."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.generation.summary.matter import read_matter
from pipeline.minutes import Document, Item
from tests.generation.invented import DOCUMENTS


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [parse(read_file(path, max_bytes=10**6)) for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize(
    ("topic", "about"),
    [
        ("停车管理", ["《临川市城区停车管理办法》", "《临川市城区停车管理办法实施细则》"]),
        ("《临川市数据资源共享管理规定》", ["《临川市数据资源共享管理规定》"]),
        ("公交票价", ["《关于调整公交票价的方案》"]),
        ("市住建局", ["关于老旧小区改造进展情况的汇报"]),
        ("海上风电", []),
    ],
)
def test_items_about_a_matter(papers: list[Document], topic: str, about: list[str]) -> None:
    matter = read_matter(topic)
    assert [item.title for paper in papers for item in paper.items if matter.is_about(item)] == about


def test_a_passage_outside_speaks_of_it_in_passing(papers: list[Document]) -> None:
    [place] = read_matter("智慧停车平台").places(papers[0])
    assert place.relation == "mentions"
    assert "智慧停车平台" in papers[0].quote(place.span)
    [fund] = read_matter("应急救援基金").places(papers[0])
    assert (fund.relation, fund.item) == ("mentions", None)


def test_a_unit_that_only_leads_a_point_is_mentioned(papers: list[Document]) -> None:
    places = read_matter("市财政局").places(papers[0])
    assert [(place.relation, papers[0].quote(place.span)[:4]) for place in places] == [("mentions", "市财政局")]


def test_a_name_once_known_finds_what_the_words_do_not(papers: list[Document]) -> None:
    matter = read_matter("泊位收费")
    assert not any(matter.is_about(item) for paper in papers for item in paper.items)
    known = matter.grown(["《临川市城区停车管理办法》"])
    assert [item.title for item in papers[1].items if known.is_about(item)] == ["《临川市城区停车管理办法实施细则》"]


def test_a_plant_is_what_is_built_and_not_only_who_reports() -> None:
    matter = read_matter("坪坝镇污水处理厂")
    titles = ("关于坪坝镇集镇污水处理厂提标改造工程", "关于坪镇污水处理厂调整概算的请示", "关于市水利局预算")
    items = [Item(label="一", number=1, title=title, start=0, end=9) for title in titles]
    assert [matter.is_about(item) for item in items] == [True, False, False]
