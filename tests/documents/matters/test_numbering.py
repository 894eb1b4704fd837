"""Where the numbers of the items do not run through, a notice says so; papers that start again are well."""

from __future__ import annotations

import pytest

from pipeline.documents.matters.numbering import MISSING, TWICE, numbering
from pipeline.documents.parse import parse_text
from pipeline.minutes import Item


def _items(*labels: str, section: str | None = None, at: int = 0) -> list[Item]:
    values = dict(zip("一二三四五六七", range(1, 8), strict=True))
    return [
        Item(label=label, number=values.get(label) or int(label), title="", section=section, start=at + n, end=at + n)
        for n, label in enumerate(labels)
    ]


@pytest.mark.parametrize(
    ("items", "codes"),
    [
        pytest.param(_items("一", "二", "三"), [], id="one after the other"),
        pytest.param(_items("五", "七"), [MISSING], id="a gap"),
        pytest.param(_items("一", "二", "二", "三"), [TWICE], id="one twice"),
        pytest.param(_items("一", "二", "三", "二"), [TWICE], id="one again, further down"),
        pytest.param(_items("一", "二", "一", "二", "三"), [], id="each part starts again"),
        pytest.param(_items("二", "三"), [], id="the first is no item"),
        pytest.param([*_items("一", "二", section="甲"), *_items("五", section="乙", at=9)], [], id="another section"),
        pytest.param(_items("一", "二", "5", "6"), [], id="numbers of two kinds"),
        pytest.param(_items("1", "2", "4"), [MISSING], id="figures"),
    ],
)
def test_numbers_that_do_not_run_through(items: list[Item], codes: list[str]) -> None:
    found = list(numbering(items))
    assert [notice.code for notice in found] == codes
    assert all(notice.start == notice.end for notice in found)


def test_a_parsed_paper_says_it() -> None:
    text = (
        "枫溪县人民政府第3次常务会议纪要\n2023年5月6日，县长葛同主持召开县政府第3次常务会议。\n"
        "一、研究白石桥改造\n会议同意改造。\n三、研究水价\n会议不同意涨价。\n"
    )
    [notice] = [one for one in parse_text(text).notices if one.code == MISSING]
    assert "“一”跳到“三”" in notice.message
    assert text[notice.start :].startswith("三、研究水价")
