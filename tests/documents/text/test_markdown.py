from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.text.markdown import blank_line_signs, inline_signs

TEXT = """\
# 临江县人民政府常务会议纪要

2021年6月9日，县长**罗志平**主持召开县政府第31次常务会议。纪要如下：

## 一、审议[《农村公路养护管理办法》](https://example.org/a.html)

会议听取了县交通运输局局长*何秀兰*的汇报。会议**原则通过**该办法。

1. 由`县交通运输局`牵头，**县财政局**配合，*7月底前*印发实施。

## 二、研究城南小学扩建用地问题
---

> 会议决定暂缓\\*。
>
> - 由县自然资源局完成调查。

***

**出席：** 罗志平、覃永福
"""


def test_a_record_in_markdown() -> None:
    document = parse_text(TEXT, file="a.md")
    assert [(item.label, item.title) for item in document.items] == [
        ("一", "《农村公路养护管理办法》"),
        ("二", "城南小学扩建用地问题"),
    ]
    first, second = document.items
    assert first.presenter is not None
    assert (first.presenter.name, document.meeting.chair) == ("何秀兰", "罗志平")
    assert first.points[0].lead_units == ("县交通运输局",)
    assert first.points[0].deadline is not None
    assert first.points[0].deadline.text == "7月底前"
    assert [outcome.class_ for outcome in second.outcomes] == ["deferred"]
    assert document.attendance is not None
    assert [person.name for person in document.attendance.present] == ["罗志平", "覃永福"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("> 甲", "甲"),
        (">> 甲", "甲"),
        ("---", ""),
        ("* * *", ""),
        ("====", ""),
        ("- 1 -", "- 1 -"),
        ("- 甲", "- 甲"),
        ("——甲", "——甲"),
    ],
)
def test_signs_of_a_line(line: str, shown: str) -> None:
    assert blank_line_signs(line).strip() == shown
    assert len(blank_line_signs(line)) == len(line)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("会议*听取*了", "会议听取了"),
        ("由`县水务局`负责", "由县水务局负责"),
        ("[《办法》](/a.html)", "《办法》"),
        ("![图](a.png)甲", "甲"),
        ("1\\. 甲", "1. 甲"),
        ("某政纪[2021](6)号", "某政纪[2021](6)号"),
        ("3*4*5", "3*4*5"),
        ("* 甲 *", "* 甲 *"),
    ],
)
def test_signs_inside_a_line(text: str, shown: str) -> None:
    signs = set(inline_signs(text))
    assert "".join(sign for offset, sign in enumerate(text) if offset not in signs) == shown
