"""The title: the line that names the kind, with the lines over which it goes."""

from __future__ import annotations

import pytest

from pipeline.documents.front.head import read_facts
from pipeline.documents.front.title import find_title
from pipeline.documents.parse import parse_text
from tests.documents.paper import blocks, paper

LEAD = "\n2021年3月5日，县长林安主持召开会议，现纪要如下：\n一、关于检查\n会议同意检查方案。"


def test_the_title_among_the_lines_of_a_catalogue() -> None:
    lines = "公开类别：主动公开\n名　　称：某市第八次常务会议纪要\n文　　号：某政纪〔2022〕18号"
    title = find_title([block.passage for block in blocks(lines)])
    assert title is not None and title.flat == "某市第八次常务会议纪要"


def test_no_title() -> None:
    assert find_title([block.passage for block in blocks("5月3日，县长主持召开会议，研究工作。")]) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("区 长 办 公 会 议 纪 要\n第8次\n某区人民政府办公室", "区长办公会议纪要"),
        ("常 务 会 议 纪 要\n四届第9次常务会议", "四届第9次常务会议"),
        ("中共某区教育局党组\n会 议 纪 要\n（第6期）", None),
        (
            "某市河长制工作指挥部\n会 议 纪 要\n市河长制工作指挥部办公室　　　二〇二三年五月六日\n━━━━━━━━━━",
            None,
        ),
    ],
    ids=["a masthead", "a masthead above the title", "only the kind", "the office, the day and a rule beneath"],
)
def test_a_title_in_spaced_letters(text: str, title: str | None) -> None:
    assert read_facts(paper(text), blocks(text), [], is_meeting=True).title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("关于整修河道及\n清理沟渠工作\n专题会议纪要", "关于整修河道及清理沟渠工作专题会议纪要"),
        ("甲县人民政府\n关于研究校车管理和\n有关问题的会议纪要", "关于研究校车管理和有关问题的会议纪要"),
        ("甲县人民政府关于整修河道的\n专题会议纪要", "甲县人民政府关于整修河道的专题会议纪要"),
        ("甲校第三届教职工代表大会\n第二次会议纪要", "甲校第三届教职工代表大会第二次会议纪要"),
        ("全县防汛工作\n电视电话会议纪要", "全县防汛工作电视电话会议纪要"),
        ("关于印发《河道整修办法》的\n通知", "关于印发《河道整修办法》的通知"),
        ("甲县人民政府文件\n县政府第9次常务会议纪要", "县政府第9次常务会议纪要"),
        ("甲县人民政府\n会议纪要\n县政府第9次常务会议纪要", "县政府第9次常务会议纪要"),
        ("内部资料\n注意保存\n甲局局务会议纪要", "甲局局务会议纪要"),
        ("县政府第9次常务会议纪要\n（2021年3月5日）", "县政府第9次常务会议纪要"),
    ],
)
def test_a_title_is_whole_over_its_lines(head: str, title: str) -> None:
    document = parse_text(head + LEAD)
    assert document.title == title
    place = document.spans["title"]
    assert document.text[place.start : place.end].replace("\n", "") == title
