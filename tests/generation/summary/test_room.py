"""Room that is left is filled with what was left out, the shortest additions first."""

from __future__ import annotations

from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.summary.room import FULLER, fuller, length_of
from pipeline.generation.summary.told import Part, Told


def _part(*texts: str) -> Part:
    told = (Told(Sentence(text, (Quote("d1", place, place + 9),))) for place, text in enumerate(texts))
    return Part("一", "停车管理", tuple(told))


def _said(parts: list[Part]) -> list[str]:
    return [told.text for part in parts for told in part.told]


SHORT = _part("完成泊位普查。", "加强宣传。", "严控风险。")
LONG = _part("完成泊位普查，为收费改革打好基础。", "加强宣传，争取支持。", "“严控风险，防止损失”。")


def test_the_shortest_additions_come_first() -> None:
    assert _said(fuller([SHORT], [LONG], room=5)) == ["完成泊位普查。", "加强宣传，争取支持。", "严控风险。"]


def test_all_comes_back_where_there_is_room() -> None:
    assert _said(fuller([SHORT], [LONG], room=99)) == _said([LONG])


def test_what_would_be_a_quote_comes_last() -> None:
    assert _said(fuller([SHORT], [LONG], room=15))[2] == "严控风险。"


def test_without_room_nothing_changes() -> None:
    assert fuller([SHORT], [LONG], room=0) == [SHORT]
    assert length_of([SHORT]) == 17


def test_a_sentence_that_the_richer_draft_has_not_stays() -> None:
    assert _said(fuller([SHORT], [Part("一", "停车管理", ())], room=99)) == _said([SHORT])


def test_the_fullest_level_stays_itself() -> None:
    assert FULLER[1] == 1
