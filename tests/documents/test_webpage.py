from __future__ import annotations

import pytest

from pipeline.documents.webpage import main_text

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
        ("", ""),
    ],
    ids=["paragraphs", "break", "inline", "table", "scripts", "entities", "empty"],
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
    ],
)
def test_navigation_falls_away(around: str) -> None:
    text = main_text(f"<html><body>{around}<div class='main'>{BODY}</div></body></html>")
    assert text.startswith("会议听取了")
    assert "首页" not in text
    assert "版权所有" not in text


def test_a_page_in_one_form_keeps_its_substance() -> None:
    page = f"<html><body><form><header><h1>会议纪要</h1></header><div>{BODY}</div></form></body></html>"
    assert main_text(page).startswith("会议纪要\n会议听取了")
