"""Where the only verdict is on a side matter, a brief draft tells the main decision first."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.aside import is_aside
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"
BODY = (
    "会议议定：\n①明年的服务由办公室重新采购，期限一年；\n②安宁同志建议引入网上订餐，会议未采纳，待条件成熟后再研究。\n"
)


def test_the_main_decision_comes_first() -> None:
    document = parse_text(f"{HEAD}一、审议食堂服务续签事项\n{BODY}")
    assert is_aside(Source("d0", document), document.items[0])
    said = "".join(one.text for part in brief_parts("d0", document) for one in part.told)
    assert said.index("重新采购") < said.index("网上订餐")


def test_a_verdict_on_the_matter_is_not_aside() -> None:
    document = parse_text(f"{HEAD}一、审议食堂服务续签事项\n会议同意续签。\n")
    assert not is_aside(Source("d0", document), document.items[0])
