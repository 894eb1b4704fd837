from __future__ import annotations

import pytest

from pipeline.documents.text.clean import fold
from pipeline.documents.text.furniture import blank_out, find_furniture, lines_of
from pipeline.minutes import Notice

BODY = "会议原则通过上述文件，要求相关部门修改完善后组织实施。\n" * 8


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BODY + "- 1 -\n" + BODY, ["- 1 -"]),
        (BODY + "第 2 页 共 5 页\n" + BODY, ["第 2 页 共 5 页"]),
        (BODY + "1\n" + BODY + "2\n" + BODY, ["1", "2"]),
        (BODY + "7\n" + BODY, []),
        (BODY + "原文链接：\n免责声明：\n本站部分信息来源于公示，如涉侵权将删除。\nTOP\n客服", ["原文链接：…"]),
        ("当前位置：首页 > 公文\n发布时间：2020-01-01 来源：某网\n" + BODY, ["当前位置：…", "发布时间：…"]),
        (BODY + "上一篇：无\n下一篇：某某\n版权所有：某网", ["上一篇：…"]),
        (BODY, []),
        ("", []),
    ],
    ids=["dashes", "pages", "counting", "one number", "site tail", "site head", "links", "none", "empty"],
)
def test_furniture_is_told_from_substance(text: str, found: list[str]) -> None:
    wordings = [text[notice.start : notice.end] for notice in find_furniture(fold(text))]
    assert len(wordings) == len(found)
    assert all(wording.startswith(start.rstrip("…")) for wording, start in zip(wordings, found, strict=True))


def test_lines_are_trimmed_and_placed() -> None:
    text = " 甲 \n\n乙"
    assert [text[line.start : line.end] for line in lines_of(text, 0, len(text))] == ["甲", "乙"]


PAGE = "临江县人民政府文件\n" + BODY


def breaks(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if character == "\f"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PAGE + "\f" + PAGE + "\f" + PAGE, 2),  # the first may be the title
        (BODY + "内部资料 1\n\f甲" + BODY + "内部资料 2\n\f乙" + BODY + "内部资料 3\n", 3),
        (PAGE + PAGE, 0),
        (BODY + "\f" + PAGE, 0),
        (BODY + "\f" + BODY, 0),
    ],
    ids=["heads", "feet with a number", "no pages", "once", "long lines"],
)
def test_running_heads_stand_on_page_after_page(text: str, count: int) -> None:
    notices = find_furniture(fold(text), breaks=breaks(text))
    assert [notice.code for notice in notices] == ["running_head"] * count


def test_a_line_behind_a_page_number_follows_the_one_before_it() -> None:
    plain = "会议要求\n- 1 -\n \n抓好落实\n首页\n完"
    number = Notice(code="page_number", message="", start=plain.index("-"), end=plain.index("-") + 5)
    site = Notice(code="site_furniture", message="", start=plain.index("首"), end=plain.index("首") + 2)
    blank = blank_out(plain, [number, site])
    assert len(blank) == len(plain)
    assert blank.split() == ["会议要求", "抓好落实", "完"]
    assert [blank[: blank.index(word)].count("\n") for word in ("抓", "完")] == [1, 3]
    assert blank_out("甲\n- 1 -", [Notice(code="page_number", message="", start=2, end=7)]) == "甲\n     "
