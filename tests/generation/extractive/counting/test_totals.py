"""Items counted over a meeting, in all wordings; none where a matter or somebody is asked about."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_record import meetings
from pipeline.generation.extractive.counting.totals import totals
from tests.libraries import composing_of


def counted(assistant: Assistant, text: str) -> Draft | None:
    one = composing_of(assistant, text, today=datetime.date(2022, 12, 1))
    return totals(one, meetings(one))


@pytest.mark.parametrize(
    ("text", "first", "lines"),
    [
        pytest.param("椒岭县那次县长办公会一共过了几桩事？", "共有6项议题", 1, id="every-item"),
        pytest.param("椒岭县年中那回班子碰头，总共摆了多少件事", "共有6项议题", 1, id="spoken"),
        pytest.param("椒岭县 县长办公会 议题总数", "共有6项议题", 1, id="key-words"),
        pytest.param("县医院院务会研究了几个议题", "共有3个议题", 1, id="by-a-short-name"),
        pytest.param("椒岭县办公会上有几件没放行？", "未获通过、再议或暂缓的共2件", 5, id="not-let-through"),
        pytest.param("椒岭县那次会被驳回的有几项", "未获通过的共1项", 4, id="turned-down"),
        pytest.param("椒岭县那次会搁置了几项议题", "再议或暂缓的共1项", 2, id="put-off"),
        pytest.param("椒岭县那次会审议了哪几份文件", "农村公路养护办法", 2, id="papers-listed"),
        pytest.param("椒岭县那次会审议了几份文件", "文件的共有2份文件", 3, id="papers-counted"),
        pytest.param("椒岭县那次会听了几个汇报", "听取汇报的共有1个议题", 2, id="heard"),
        pytest.param("汀洲水务董事会表决了几个议案", "载明票数的共有2个", 3, id="voted"),
        pytest.param("汀洲水务董事会有几个议案不是全票", "有反对票或弃权票的共有1个", 2, id="not-all-for"),
        pytest.param("椒岭县那次会通过了几项、不同意几项", "通过或同意的共3项", 8, id="both"),
        pytest.param("哪几次会议否决过事项", "不同意一次性采购", 3, id="which-meetings"),
        pytest.param("汀洲水务董事会全票通过的议案有几个", "全票或一致通过的共有1个", 2, id="all-for"),
    ],
)
def test_items_are_counted_exactly(assemblies: Assistant, text: str, first: str, lines: int) -> None:
    draft = counted(assemblies, text)
    assert draft is not None
    assert first in draft.sentences[0].text
    assert len(draft.sentences) == lines
    assert all(one.counted in (None, len(one.quotes)) for one in draft.sentences)


def test_an_item_turned_down_in_part_is_counted_apart(assemblies: Assistant) -> None:
    draft = counted(assemblies, "椒岭县那次会否决了几项")
    assert draft is not None
    assert [one.counted for one in draft.sentences] == [1, None, 1, None]
    assert "部分内容" in draft.sentences[2].text
    assert "不同意方案二" in draft.sentences[3].text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("椒岭县那次会农村公路养护办法定了几条", id="a-matter"),
        pytest.param("椒岭县那次会来了几个人", id="people"),
        pytest.param("椒岭县那次会谁汇报了几个议题", id="who"),
        pytest.param("椒岭县那次会给几个部门派了活", id="units"),
        pytest.param("几个议题没有通过", id="no-meeting"),
        pytest.param("椒岭县那次会第二项议题通过了吗", id="one-item"),
        pytest.param("汀洲水务董事会哪几个董事没到会", id="who-was-away"),
        pytest.param("椒岭县那次会调度了几个项目", id="other-things"),
        pytest.param("汀洲水务董事会一共几个董事", id="members"),
        pytest.param("椒岭县一共有几个村", id="villages"),
        pytest.param("椒岭县那次会养老的议题有几项", id="a-matter-that-is-not-there"),
    ],
)
def test_what_is_asked_of_something_else_is_not_counted(assemblies: Assistant, text: str) -> None:
    assert counted(assemblies, text) is None
