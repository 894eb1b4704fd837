"""The kinds of items that a question counts, by its words."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.counting.item_kinds import kinds_asked


@pytest.mark.parametrize(
    ("text", "names", "verdicts"),
    [
        pytest.param("一共过了几桩事", [""], [()], id="all"),
        pytest.param("几件没放行", ["未获通过、再议或暂缓"], [("rejected", "deferred")], id="not-let-through"),
        pytest.param("被驳回的有几项", ["未获通过"], [("rejected",)], id="turned-down"),
        pytest.param("搁置了几项", ["再议或暂缓"], [("deferred",)], id="put-off"),
        pytest.param("听了几个汇报", ["听取汇报"], [()], id="heard"),
        pytest.param("由部门作汇报的议题有几项", ["听取汇报"], [()], id="reported"),
        pytest.param("“会议听取了……汇报”的有几项", ["听取汇报"], [()], id="quoted"),
        pytest.param("审议了几份文件", ["文件"], [()], id="papers"),
        pytest.param("听的汇报加上看的文件一共几样", [""], [()], id="heard-and-papers"),
        pytest.param("表决了几个议案", ["载明票数"], [()], id="voted"),
        pytest.param("几个议案不是全票", ["载明有反对票或弃权票"], [()], id="not-all-for"),
    ],
)
def test_kinds_are_read_from_the_words(text: str, names: list[str], verdicts: list[tuple[str, ...]]) -> None:
    kinds = kinds_asked(text)
    assert kinds is not None
    assert [one.name for one in kinds] == names
    assert [one.verdicts for one in kinds] == verdicts


@pytest.mark.parametrize("text", ["没有形成结论的是哪项", "原则通过的有几项"])
def test_what_the_list_of_verdicts_tells_is_left_to_it(text: str) -> None:
    assert kinds_asked(text) is None
