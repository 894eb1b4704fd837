"""Headings without a number: one sign before each, bold lines, Markdown's signs; and what is none of these."""

from __future__ import annotations

import pytest

from pipeline.documents.matters.bare_headings import bare_headings
from pipeline.documents.parse import parse_text
from tests.documents.paper import blocks, paper

_HEAD = "柳树沟村村民委员会会议记录\n时间：2024年4月7日\n主持：村主任 郝大海\n到会：郝大海、段有田、阎秀英\n"
_SAID = ("会上同意修北沟水渠，4月底前动工。", "会议同意新增低保户3户，公示7天。")


@pytest.mark.parametrize(
    "form",
    [
        "▍{}",
        "■ {}",
        "**{}**",
        "## {}",
        "议题之{n}：{}",
        "其{n}、{}",
        "议程{n}  {}",
        "讨论事项{n}：{}",
        "{d}\ufe0f\u20e3{}",
        "{n}丶{}",
    ],
)
def test_items_of_a_village(form: str) -> None:
    heads = [form.format(name, n="一二"[place], d=place + 1) for place, name in enumerate(("修渠工程", "低保评议"))]
    text = _HEAD + "\n".join(f"{head}\n{said}" for head, said in zip(heads, _SAID, strict=True))
    assert [item.title for item in parse_text(text, file="记录.md").items] == ["修渠工程", "低保评议"]


def test_points_beneath_a_heading_belong_to_it() -> None:
    text = (
        "▍修渠工程\n1、北沟水渠由村委会负责修。\n2、用工款从集体账上出。\n▍低保评议\n1、新增低保户3户。\n2、公示7天。"
    )
    items = parse_text(_HEAD + text).items
    assert [(item.title, len(item.points)) for item in items] == [("修渠工程", 2), ("低保评议", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "◆由村委会修渠\n◆由会计公示名单\n◆由乔二喜护林",
        "◆村级事项\n1、审议《甲》\n会议同意。\n◆党务事项\n2、审议《乙》\n会议同意。",
        "**会议时间**\n会议于4月7日召开，到会3人。\n**会议内容**\n会议同意修渠，由村委会负责。",
        "一、审议《甲》\n■ 要求\n会议要求抓紧落实，由县水利局负责。\n■ 期限\n会议要求6月底前完成全部工程。",
        "▍修渠工程\n会上同意修北沟水渠，4月底前动工。",
    ],
    ids=["points", "parts", "sections", "within an item", "only one"],
)
def test_no_headings(text: str) -> None:
    assert bare_headings(paper(text), blocks(text)) == ()


def test_lines_that_only_say_what_about_head_their_matters() -> None:
    text = f"{_HEAD}关于北沟水渠\n{_SAID[0]}\n关于低保评议\n{_SAID[1]}\n"
    assert [item.title for item in parse_text(text).items] == ["关于北沟水渠", "关于低保评议"]


def test_the_name_of_the_paper_heads_no_matter() -> None:
    assert bare_headings(paper("关于印发会议纪要的通知\n各村：\n关于报送总结的函\n请抓紧。"), blocks("无")) == ()
