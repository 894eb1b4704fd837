from __future__ import annotations

import time

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.readers.encodings import decode
from pipeline.documents.readers.webpage import main_text
from tests.documents import pages

BODY = "<p>" + "会议听取了关于城区停车管理的汇报，原则同意该方案。" * 8 + "</p>"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>一、</p><p>二、</p>", "一、\n二、"),
        ("<p>甲<br>乙</p>", "甲\n乙"),
        ("<p>会议<b>原则</b>通过</p>", "会议原则通过"),
        ("<table><tr><td>文号</td><td>某政纪〔2022〕3号</td></tr></table>", "文号\t某政纪〔2022〕3号"),
        ("<script>x()</script><style>p{}</style><!-- 注 --><p>正文</p>", "正文"),
        ("<p>甲&nbsp;乙&amp;丙</p>", "甲\xa0乙&丙"),
        ("<?xml version='1.0' encoding='gbk'?><html><body><p>甲</p></body></html>", "甲"),
        ("<div class='nav'>甲</div>", "甲"),
        ("", ""),
        ("<html></html>", ""),
    ],
    ids=["paragraphs", "break", "inline", "table", "scripts", "entities", "xml", "furniture alone", "nothing", "empty"],
)
def test_main_text(page: str, text: str) -> None:
    assert main_text(page) == text


@pytest.mark.parametrize(
    "around",
    [
        '<div class="nav">首页 政务</div>',
        '<div id="footer">版权所有</div>',
        "<nav>首页</nav>",
        '<ul class="breadcrumb"><li>首页</li></ul>',
        '<ul><li><a href="/">首页</a></li><li><a href="/a">公开</a></li><li><a href="/b">办事</a></li></ul>',
        '<div style="display: none">首页</div>',
    ],
    ids=["nav", "foot", "element", "crumbs", "links", "hidden"],
)
def test_navigation_falls_away(around: str) -> None:
    text = main_text(f"<html><body>{around}<div class='main'>{BODY}</div></body></html>")
    assert text.startswith("会议听取了")
    assert "首页" not in text
    assert "版权所有" not in text


def test_a_page_in_one_form_keeps_its_substance() -> None:
    page = f"<html><body><form><header><h1>会议纪要</h1></header><div>{BODY}</div></form></body></html>"
    assert main_text(page).startswith("会议纪要\n会议听取了")


@pytest.mark.parametrize(
    "beside",
    [
        "<div>出席：罗志平、覃永福</div>",
        "<div>附件：<a href='1.doc'>一</a><a href='2.doc'>二</a><a href='3.doc'>三</a></div>",
        "<div>列席：相关部门主要负责人</div>",
        "<table><tr><td>主办单位</td><td>县水务局</td></tr></table>",
    ],
    ids=["list", "enclosures", "site word within", "site word in a table"],
)
def test_what_stands_beside_the_record_is_kept(beside: str) -> None:
    text = main_text(f"<html><body><div class='main'>{BODY}</div>{beside}</body></html>")
    assert ("出席" in text) + ("附件" in text) + ("列席" in text) + ("县水务局" in text) == 1


@pytest.mark.parametrize("place", ['<div class="header">', '<div class="x"><a href="/">'], ids=["head", "link"])
def test_a_title_away_from_the_text_is_kept(place: str) -> None:
    head = "<head><title>临江县人民政府常务会议纪要_临江县</title></head>"
    page = f"<html>{head}<body>{place}临江县人民政府常务会议纪要</a></div><div>{BODY}</div></body></html>"
    assert main_text(page).startswith("临江县人民政府常务会议纪要\n会议听取了")
    assert main_text(page.replace("纪要</a>", "</a>")).startswith("会议听取了")  # named, but nowhere to be seen


@pytest.mark.parametrize("page", ["TRS", "NESTED_TABLES", "SOUP", "ACCOUNT"])
def test_a_record_is_found_in_every_make_of_site(page: str) -> None:
    markup = decode(getattr(pages, page).encode("gb18030"), file="a.html", markup=True).text
    text = main_text(markup)
    lines = [line.strip() for line in text.split("\n")]
    assert [line for line in lines if line in pages.RECORD] == list(pages.RECORD)
    assert len(lines) <= len(pages.RECORD) + 3
    assert "栏目" not in text
    assert "ICP备" not in text
    document = parse_text(text, file="a.html")
    assert [item.label for item in document.items] == ["一", "二"]
    assert document.title == pages.RECORD[0]
    assert document.issued_date == "2021-06-11"


def test_tables_of_a_page_are_read_as_tables() -> None:
    document = parse_text(main_text(pages.WITH_TABLE), file="a.html")
    assert [item.title for item in document.items] == ["农村公路养护", "城南大桥检修"]
    assert document.document_number == "临政纪〔2021〕6号"
    assert document.meeting.chair == "罗志平"


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<div>" * 10_000 + BODY + "</div>" * 10_000, 1),
        ("<b>" * 20_000 + BODY, 1),
        ("<table><tr><td>" * 3000 + BODY, 1),
        ("<div><p>甲</p>" * 5000, 5000),
        ("<p>甲</p>" * 20_000, 20_000),
        ("<" * 200_000, 0),
        ("<ol>" * 1500 + "<li>甲", 1),
    ],
    ids=["deep", "left open", "tables in tables", "blocks left open", "many", "no tags", "lists in lists"],
)
def test_any_depth_is_read_whole_within_seconds(page: str, kept: int) -> None:
    started = time.process_time()
    text = main_text(page)
    assert time.process_time() - started < 10
    assert text.count("会议听取了") // 8 + text.count("甲") == kept
