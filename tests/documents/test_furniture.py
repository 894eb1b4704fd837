from __future__ import annotations

import pytest

from pipeline.documents.clean import fold
from pipeline.documents.furniture import find_furniture, lines_of

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
