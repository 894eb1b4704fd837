from __future__ import annotations

import pytest

from pipeline.documents.matters.topics import topic_of
from tests.documents.paper import blocks


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("关于推进内涝治理工作的专题会议纪要", "推进内涝治理工作"),
        ("专题会议纪要\n6月28日，副市长陶军主持召开会议，专题研究城区供水工作。", "城区供水工作"),
        ("关于推进内涝治理及\n管网改造工作的\n专题会议纪要", "推进内涝治理及管网改造工作"),
        ("全市防汛工作会议纪要", "全市防汛工作"),
        ("专题会议纪要\n（63）\n关于解决小区回迁问题的专题会议纪要", "解决小区回迁问题"),
        ("县长办公会议纪要\n县长现场办公，听取了水务局局长鲁海关于水库加固进展情况的汇报。", "水库加固进展"),
    ],
)
def test_topic(text: str, topic: str) -> None:
    found = topic_of([block.passage for block in blocks(text)])
    assert found is not None
    assert found.flat == topic
