"""Who has a part by a label or a sign."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.labelled import assigned, bracketed, labelled_units, owners


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("责任单位:市住建局(牵头)、市水务局", [("市住建局", "lead"), ("市水务局", "support")]),
        ("配合单位:市水务局", [("市水务局", "support")]),
        ("牵头单位改为市水务局", [("市水务局", "lead")]),
        ("市水务局要巡查", []),
    ],
)
def test_labels(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(text[slice(*duty.place)], duty.part) for duty in labelled_units(text)] == parts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("名单在网站公示(运行科,3月底前)。", ["运行科"]),
        ("按次序办理(局物资储备中心,消防验收合格后);", ["局物资储备中心"]),
        ("结果书面报局(各县(区)水利局,4月20日前)。", ["各县(区)水利局"]),
        ("公示名单(运行科,3月底前)。不得加价(各供水单位)。", ["运行科", "各供水单位"]),
        ("新建学校三所(第一小学、第二小学)。", []),
        ("不得加价(各供水单位)。", ["各供水单位"]),
        ("不得加价(供水公司)。", []),
        ("分管领导(王立群,6月底前)说明。", []),
        ("汇总雨情,报县政府办公室。〔水文科;每周五〕", ["水文科"]),
        ("编制预案。(办公室;3月14日前)", ["办公室"]),
        ("拟订方案。【5月底前/科教科、财务科】", ["科教科", "财务科"]),
        ("走访企业。〔王立群;尽快〕", ["王立群"]),
        ("核对台账。〔2024;3月底前〕", []),
    ],
)
def test_brackets_at_the_end(text: str, names: list[str]) -> None:
    assert [text[slice(*duty.place)] for duty in bracketed(text)] == names


def test_signs() -> None:
    before, behind = "县应急局:6月底前建成系统", "宣传:党委宣传部,即日起"
    assert [before[slice(*duty.place)] for duty in owners(before)] == ["县应急局"]
    assert [behind[slice(*duty.place)] for duty in assigned(behind)] == ["党委宣传部"]
