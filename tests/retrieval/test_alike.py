"""Near twins: told by title or opening, counted once, and named beside the one that is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.retrieval.alike import MOST_SHOWN, TOLD, Distinct, bare, kin, same_text, twins
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.library import Library
from pipeline.retrieval.search import search
from tests.retrieval.examples import minutes, put_in
from tests.retrieval.test_mentions import Named

TITLE = "《城区停车管理办法》"


def _chunk(chunk_id: str, text: str, *, title: str | None = None, document: str = "d1", part: str = "item") -> Chunk:
    return Chunk(chunk_id, document, part, "一", title, text, "", 0, len(text), 0)  # type: ignore[arg-type]


class _Words:
    def frequency(self, text: str) -> int:
        return {"停车": 100, "绿化": 3}.get(text, 0)

    def beginning(self, opening: str) -> list[str]:
        return [f"{opening}车"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(_chunk("a", "甲", title="《停车办法》"), _chunk("b", "乙", title="停车办法"), True, id="title"),
        pytest.param(_chunk("a", "甲", title="停车"), _chunk("b", "甲", title="绿化"), False, id="other-title"),
        pytest.param(
            _chunk("a", "出席：金  铭 张三 李四 王五六七八", part="attendance"),
            _chunk("b", "出席：金铭，张三，李四，王五六七八，赵九", part="attendance"),
            True,
            id="the-same-list",
        ),
        pytest.param(
            _chunk("a", "出席：张三", part="attendance"), _chunk("b", "出席：李四", part="foot"), False, id="part"
        ),
    ],
)
def test_twins_are_told_by_title_or_opening(one: Chunk, other: Chunk, same: bool) -> None:
    assert (kin(one) == kin(other)) is same


def test_the_same_text_is_told_whatever_its_blanks() -> None:
    one = _chunk("a", "由市城管局牵头，6月底前完成泊位普查")
    assert same_text(one, _chunk("b", "由市城管局牵头， 6月底前完成泊位普查。"))
    assert not same_text(one, _chunk("c", "由市财政局安排资金，用于平台建设"))
    assert bare("金  铭：") == "金铭"


def test_a_word_of_twins_is_no_common_word() -> None:
    twin = [_chunk(f"t{number}", "停车", title=TITLE, document=f"d{number}") for number in range(TOLD)]
    other = _chunk("o", "停车 绿化", title="《绿化办法》")
    words = Distinct(_Words(), [*twin, other])
    assert words.frequency("停车") == round(100 * 2 / (TOLD + 1))
    assert words.frequency("绿化") == 3, "few have it"
    assert words.beginning("停") == ["停车"]
    assert Distinct(_Words(), [other]).frequency("停车") == 100, "too few candidates to tell"


def test_twins_are_one_for_each_document_the_newest_first() -> None:
    entries = {f"d{number}": replace(Named(), date=f"20{number + 10}-01-01") for number in range(30)}
    chunks = [_chunk(f"{number:02d}", "停车", title=TITLE, document=f"d{number}") for number in range(30)]
    found = twins(chunks[0], [*chunks, replace(chunks[1], chunk_id="x")], entries)  # type: ignore[arg-type]
    assert [chunk.document_id for chunk in found] == [f"d{number}" for number in range(29, 29 - MOST_SHOWN, -1)]


@pytest.fixture
def many(library: Library, tmp_path: Path) -> Library:
    """Twelve minutes with the same item word for word, and one with another."""
    with library.batch():
        for number in range(12):
            put_in(
                library,
                minutes(
                    file=f"m{number}.txt",
                    document_number=f"甲政纪〔{2001 + number}〕2号",
                    number=10 + number,
                    date=f"{2001 + number}-03-08",
                    agenda=((TITLE, ("由市城管局牵头，6月底前完成泊位普查。",)),),
                ),
                tmp_path,
            )
        put_in(
            library,
            minutes(file="other.txt", number=99, agenda=(("《停车收费标准》", ("由市发改委核定停车收费。",)),)),
            tmp_path,
        )
    return library


def test_twins_take_one_place_and_are_named_there(many: Library) -> None:
    hits = search(many, "城区停车管理办法", k=5)
    first = hits[0]
    assert first.item_title == TITLE
    assert first.date == "2012-03-08", "nothing tells them apart: the newest"
    assert hits[1].item_title != TITLE
    assert len(first.alike) == 11
    assert first.alike[0].date == "2011-03-08"
    assert first.to_json()["alike"][0]["document_number"] == "甲政纪〔2011〕2号"


def test_the_meeting_that_is_named_is_shown(many: Library) -> None:
    assert search(many, "第15次常务会议的城区停车管理办法", k=1)[0].file == "m5.txt"
