"""What stands behind the labels of a head, however the label is written."""

from __future__ import annotations

import pytest

from pipeline.documents.front.labelled import labelled_part
from tests.documents.paper import paper


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("时间：3月7日  地点：三楼", "date", "3月7日"),
        ("时间：3月7日；地点：三楼", "date", "3月7日"),
        ("时间：3月7日；地点：三楼", "place", "三楼"),
        ("主持人：镇长温良；记录人：党政办明月", "chair", "镇长温良"),
        ("主持人：镇长温良；记录人：党政办明月", "recorder", "党政办明月"),
        ("【主持】党委书记 范丽华", "chair", "党委书记 范丽华"),
        ("▲记录：县政府办丁宁", "recorder", "县政府办丁宁"),
        ("会 议 地 点：乡政府二楼会议室", "place", "乡政府二楼会议室"),
        ("开会地点：村部", "place", "村部"),
        ("主持会议的同志很多", "chair", None),
        ("会议时间　5月9日上午　会议地点　科技楼201室", "place", "科技楼201室"),
        ("会议时间　5月9日上午　会议地点　科技楼201室", "date", "5月9日上午"),
        ("主 持 人　鲁卫东（校长）", "chair", "鲁卫东(校长)"),
        ("主持人　院长　郭仪", "chair", "院长 郭仪"),
        ("主持人:\t鲁刚", "chair", "鲁刚"),
        ("主持：鲁刚 记录：沈青", "recorder", "沈青"),
        ("记录 整理完毕的稿子，送各科室", "recorder", None),
        ("出席 会议的同志很多", "present", None),
    ],
)
def test_labelled_part(line: str, name: str, value: str | None) -> None:
    part = labelled_part(paper(line).paragraphs, name)
    assert (part.flat if part else None) == value
