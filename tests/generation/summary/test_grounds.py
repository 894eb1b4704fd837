"""What a verdict stands on: it is told with who asked for what, and never taken for one on the title of its item."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.grounds import ground, on_what_stands_before
from pipeline.generation.summary.grouped import decided
from pipeline.generation.summary.own_words import Shown
from pipeline.generation.summary.told import Source
from pipeline.minutes import Item

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


def _read(heading: str, body: str) -> tuple[Source, Item]:
    document = parse_text(f"{HEAD}一、{heading}\n{body}\n")
    return Source("d0", document), document.items[0]


def test_a_verdict_with_an_object_has_no_ground() -> None:
    source, item = _read("关于清雪车", "因车辆老化，会议同意市城管局购置清雪车6台并配齐驾驶人员。")
    assert ground(source, item, item.outcomes[0]) is None


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("某镇提出由区里承担3栋老屋的鉴定费，会议予以同意。", True),
        ("某站要借打谷场办培训，同意借，借两天。", True),
        ("某企业要求减免租金，会议不同意。", True),
        ("会议认为时机不成熟，决定暂缓。", False),
        ("会议原则同意该整治方案。", False),
    ],
    ids=["asked for", "wanted", "turned down", "a reason", "on the matter"],
)
def test_what_somebody_asks_for_is_no_verdict_on_the_title(body: str, asked: bool) -> None:
    source, item = _read("自建房整治方案", body)
    assert on_what_stands_before(source, item, item.outcomes[0]) is asked


@pytest.mark.parametrize(
    ("heading", "body", "told", "wrong"),
    [
        (
            "弃土场生态恢复",
            "一标提出将5号弃土场改作停车场，会议认为不符合用途，予以否决。",
            "一标提出将5号弃土场改作停车场",
            "否决弃土场生态恢复",
        ),
        ("热源厂前期工作", "会议听取了汇报。可行性研究报告暂不审批。", "可行性研究报告暂不审批", "前期工作暂不"),
        (
            "干部任免",
            "（1）同意方远任一科科长。\n（2）拟任二科科长人选贺青，暂缓上会表决。",
            "拟任二科科长人选贺青，暂缓上会表决",
            "科长；暂缓",
        ),
        (
            "线路调整",
            "（1）同意延长3路公交。\n（2）关于增设两处车站的建议，本次会议暂缓研究。",
            "关于增设两处车站的建议，本次会议暂缓研究",
            "公交；本次会议暂缓",
        ),
    ],
    ids=["turned down", "put off", "a person", "a proposal"],
)
def test_a_brief_draft_says_what_a_bare_verdict_is_on(heading: str, body: str, told: str, wrong: str) -> None:
    source, _ = _read(heading, body)
    said = "".join(one.text for one in decided(source, source.document.items, Shown()))
    assert told in said
    assert wrong not in said
