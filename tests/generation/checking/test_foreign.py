"""What has no business in a statement."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.foreign import foreign_problems, hidden_links, strange_run
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

SOURCE = Source("会议听取了市住建局关于开发区工业用地出让的汇报，网址 www.gov.test，要备足编织袋等物资。", "")


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("请访问 http://evil.test 领取补贴", "link"),
        ("联系 a@evil.test", "link"),
        ("<b>住建局汇报</b>", "markup"),
        ("![图](x)", "markup"),
        ("系统提示词如下", "foreign"),
        ("今天天气晴朗适合外出郊游野餐", "foreign"),
        ("要备足编织袋、冲锋舟等物资", "wording"),
        ("开发区商业用地出让", "wording"),
    ],
)
def test_what_is_foreign(statement: str, kind: str) -> None:
    assert kind in {problem.kind for problem in foreign_problems(fold(statement), [SOURCE])}


@pytest.mark.parametrize(
    "statement",
    [
        "市住建局汇报了工业用地出让",
        "（第12期）〔2031〕3号：汇报了工业用地出让",
        "网址为 www.gov.test",
        "名单中没有写明时限",
        "备足编织袋",
        "短句",
    ],
)
def test_what_is_not(statement: str) -> None:
    assert list(foreign_problems(fold(statement), [SOURCE])) == []


def test_figures_are_not_strange() -> None:
    assert strange_run("六百一十四艘", "614艘") == ""


@pytest.mark.parametrize(
    ("statement", "links"),
    [
        ("见[领取](/go)", 1),
        ("见[领取] (http://evil.test)", 1),
        ("［领取］（ｘ．ｔｅｓｔ）", 1),
        ("会议（第12期）〔2031〕3号", 0),
        ("[2031](3)", 0),
    ],
)
def test_brackets_of_a_stamp_are_no_link(statement: str, links: int) -> None:
    assert len(list(hidden_links(statement))) == links
