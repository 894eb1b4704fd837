"""What was reported on is told where the title does not say it, and only there."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.full import item_sentences
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        (
            "其他事项",
            "会议听取了市教育局关于校车停运情况的汇报。市交通局要每周巡查一次。",
            "会议听取了市教育局关于校车停运情况的汇报。",
        ),
        (
            "通报事项",
            "市教育局局长安宁通报了春季校车满意度调查结果，得分81分。市教育局5月底前整改。",
            "市教育局局长安宁通报了春季校车满意度调查结果。",
        ),
        ("校车停运", "市教育局局长安宁汇报了校车停运情况。市交通局要每周巡查一次。", "由市教育局局长安宁汇报。"),
        ("校车停运", "市教育局局长安宁汇报了起草情况。市交通局要每周巡查一次。", "由市教育局局长安宁汇报。"),
    ],
)
def test_what_was_reported_on(title: str, body: str, told: str) -> None:
    source = Source("d0", parse_text(f"{HEAD}一、{title}\n{body}\n"))
    assert item_sentences(source, source.document.items[0])[0].text == told
