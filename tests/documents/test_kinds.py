from __future__ import annotations

import pytest

from pipeline.documents.kinds import tell_kind
from tests.documents.invented import TEXTS
from tests.documents.paper import paper

KINDS = {
    "resolutions": "minutes",
    "tasks": "minutes",
    "board_votes": "resolution",
    "agenda_in_prose": "minutes",
    "unnumbered": "minutes",
    "readout": "readout",
    "absent": "minutes",
    "attributed": "minutes",
    "wrapped_traditional": "minutes",
    "agenda_notice": "agenda",
    "news": "other",
    "policy": "other",
    "sections": "minutes",
    "village": "minutes",
    "inline": "minutes",
    "rectification": "rectification",
    "table": "minutes",
}


@pytest.mark.parametrize(("name", "kind"), sorted(KINDS.items()))
def test_kind(name: str, kind: str) -> None:
    assert tell_kind(paper(TEXTS[name]).paragraphs, file="无名.txt") == kind


@pytest.mark.parametrize(
    ("text", "file", "kind"),
    [
        ("", "空.txt", "other"),
        ("一、审议《甲》\n会议同意。", "某县第3次常务会议纪要.txt", "minutes"),
        ("定于5月3日召开会议，请准时参加。", "通知.txt", "agenda"),
        ("会议定于周五召开。", "议题清单.txt", "agenda"),
        ("甲公司与乙公司签订协议。", "协议.txt", "other"),
    ],
)
def test_kind_from_little(text: str, file: str, kind: str) -> None:
    assert tell_kind(paper(text).paragraphs, file=file) == kind


def test_a_village_record_of_both_committees_is_minutes() -> None:
    sheet = paper("某村“两委”会记录\n参加的人：李明、王强\n第一，说修路。大家同意修。")
    assert tell_kind(sheet.paragraphs, file="a.txt") == "minutes"
