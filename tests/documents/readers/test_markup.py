from __future__ import annotations

import time

import pytest
from lxml import html

from pipeline.documents.readers.markup import Lines


def lines(markup: str) -> str:
    return Lines().of(html.document_fromstring(f"<html><body>{markup}</body></html>"))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>甲</p>乙<p>丙</p>", "甲\n乙\n丙"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙"),
        ("甲<br>乙<br/><br/>丙", "甲\n乙\n丙"),
        ("<p>会议<b>原则</b>\n<span>通过</span></p>", "会议原则 通过"),
        ("<pre>一、甲\n  乙</pre>", "一、甲\n  乙"),
        ("<div style='white-space: pre-wrap'>甲\n乙</div><p>丙\n丁</p>", "甲\n乙\n丙 丁"),
        ("<ol><li>甲</li><li>乙</li></ol><p>丙</p>", "1. 甲\n2. 乙\n丙"),
        ("<ol start='3'><li>甲</li><li value='9'>乙</li></ol>", "3. 甲\n9. 乙"),
        ("<ol type='A'><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>", "A. 甲\n1. 乙\nB. 丙"),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲</li></ol>", "一、甲"),
        ("<ol style='list-style:none'><li>甲</li></ol><ul><li>乙</li></ul>", "甲\n乙"),
        ("<ol><li>一、甲</li><li><b>（二）</b>乙</li></ol>", "一、甲\n（二）乙"),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", "甲\t乙\n丙\t丁"),
        ("<table><tr><td rowspan=2>甲<td>乙<td>丙<tr><td>丁<td>戊</table>", "甲\t乙\t丙\n\t丁\t戊"),
        ("<table><caption>名单</caption><tr><td>甲<td>乙</table>丙", "名单\n甲\t乙\n丙"),
        ("<table><tr><td><table><tr><td>甲<td>乙</table><td>丙</table>", "甲 乙\t丙"),
        ("<td>甲</td><td>乙</td>", "甲乙"),
    ],
    ids=[
        "blocks",
        "blocks in blocks",
        "breaks",
        "inline",
        "as typed",
        "as typed by style",
        "numbered",
        "numbers given",
        "numbered within",
        "chinese numbers",
        "no numbers",
        "numbered by hand",
        "table",
        "merged down",
        "caption",
        "table in a cell",
        "cells without a table",
    ],
)
def test_elements_become_lines(markup: str, text: str) -> None:
    assert lines(markup) == text


def test_tags_alone() -> None:
    assert Lines().of_source("<p>甲<script>x()</script></p><div>乙<br>丙&amp;丁") == "甲\n乙\n丙&丁"


def test_spans_are_bounded() -> None:
    started = time.process_time()
    assert lines("<table><tr><td rowspan=99999999 colspan=99999999>甲<td>乙</table>").split("\t")[0] == "甲"
    assert time.process_time() - started < 10


def test_a_cell_over_several_rows_under_heads_is_what_each_says() -> None:
    markup = (
        "<table><tr><th>牵头单位<th>任务<th>时限<tr><td rowspan=2>甲局<td>修桥<td>6月"
        "<tr><td>清淤<td rowspan=2>8月<tr><td>乙局<td>植树</table>"
    )
    assert lines(markup) == "牵头单位\t任务\t时限\n甲局\t修桥\t6月\n甲局\t清淤\t8月\n乙局\t植树\t8月"


def test_a_long_cell_over_several_rows_is_told_once() -> None:
    long = (
        "会议原则同意该方案，要求责任单位抓紧完善后按程序报批，并做好与周边在建工程的衔接，切实加强施工期间安全监管。"
    )
    markup = f"<table><tr><th>序号<th>议题<th>决定<tr><td>1<td>修桥<td rowspan=2>{long}<tr><td>2<td>清淤</table>"
    assert lines(markup).count(long) == 1
