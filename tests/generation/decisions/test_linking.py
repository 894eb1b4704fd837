"""Links between meetings: the same matter under its name, or named in a decision; never what every meeting has."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import cast

import pytest

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.decisions.linking import Links
from pipeline.retrieval.catalogue import Entry, Heading
from tests.generation.papers import minutes

_STARTS = count()


def _heading(document_id: str, title: str) -> Heading:
    start = next(_STARTS)
    return Heading(document_id, "三", 3, None, "审议", title, None, start, start + 9)


class _Stamp:
    """What a link takes over from an entry."""

    document_id = ""

    def __init__(self, date: str | None, body: str | None = None) -> None:
        self.document_number, self.meeting_name, self.date = None, "市政府第9次常务会议", date
        self.issuing_body, self.name, self.meeting_number = body, "会议纪要", 9


def _entries(stamps: dict[str, _Stamp]) -> dict[str, Entry]:
    """Return entries of some ids."""
    for document_id, stamp in stamps.items():
        stamp.document_id = document_id
    return cast("dict[str, Entry]", stamps)


def _links(*headings: Heading) -> list[tuple[str, str, str]]:
    entries = {"d1": _Stamp("2021-03-08"), "d2": _Stamp("2022-01-05"), "d3": _Stamp(None), "d0": _Stamp("2020-05")}
    first = Links(headings, _entries(entries)).linked(rows("d1", minutes()))[0]
    return [(link.document_id, link.relation, link.item_title) for link in first.links]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("《临川市停车管理办法》", True),
        ("关于《临川市停车管理办法（修订草案）》的说明", True),
        ("《临川市停车管理办法实施细则》", True),
        ("《临川市河道保洁办法》", False),
        ("干部任免事项", False),
    ],
)
def test_a_matter_is_known_by_its_name(title: str, found: bool) -> None:
    assert bool(_links(_heading("d2", title))) == found


def test_links_stand_in_order_of_date_and_never_lead_to_the_same_document() -> None:
    title = "《临川市停车管理办法》"
    found = _links(*(_heading(document_id, title) for document_id in ("d3", "d1", "d2", "d0")))
    assert [document_id for document_id, _, _ in found] == ["d0", "d2", "d3"]


def test_a_decision_that_names_another_paper_is_linked_to_it() -> None:
    entries = _entries({"d1": _Stamp("2021-03-08"), "d2": _Stamp("2022-01-05")})
    row = replace(rows("d1", minutes())[1], text="按《临川市智慧停车平台建设方案》组织实施。")
    [linked] = Links([_heading("d2", "《临川市智慧停车平台建设方案》")], entries).linked([row])
    assert [(link.relation, link.document_id) for link in linked.links] == [("named", "d2")]


def test_two_cities_that_hear_of_one_meeting_are_not_of_one_matter() -> None:
    bodies = {"d1": "临川市人民政府", "d2": "泽山市人民政府", "d3": "中共临川市委员会", "d0": None}
    entries = _entries({one: _Stamp("2021-03-08", body) for one, body in bodies.items()})
    row = replace(rows("d1", minutes())[0], item_title="全省安全生产会议精神", text="会议传达了有关精神")
    [linked] = Links([_heading(one, row.item_title) for one in bodies], entries).linked([row])
    assert [link.document_id for link in linked.links] == ["d0", "d3"]


def _same(title: str, called: str, *bodies: str) -> bool:
    entries = _entries({f"d{at}": _Stamp("2021-03-08", body) for at, body in enumerate(bodies)})
    row = replace(rows("d1", minutes())[0], document_id="d0", item_title=title, text="会议同意")
    [linked] = Links([_heading("d1", called)], entries).linked([row])
    return bool(linked.links)


@pytest.mark.parametrize(
    ("title", "called", "found"),
    [
        ("白石大桥改扩建工程可行性研究报告调整", "白石大桥改扩建工程推进情况", True),
        ("《临川市城区供水价格方案（送审稿）》", "城区供水价格方案（再次审议）", True),
        ("《临川市河湖管理办法》", "《临川市公园管理办法》", False),
        ("全省安全生产电视电话会议精神", "1—7月安全生产有关问题", False),
        ("2024年农村公路计划", "2025年农村公路计划", False),
    ],
)
def test_a_matter_goes_on_under_another_title_of_the_same_place(title: str, called: str, found: bool) -> None:
    assert _same(title, called, "临川市人民政府", "中共临川市委员会") is found
    assert not _same(title, called, "临川市人民政府", "泽山市人民政府")


@pytest.mark.parametrize("body", ["泽山高新技术产业开发区管理委员会", "泽山市第二人民医院", "泽山水务集团有限公司"])
def test_another_body_s_matter_of_the_same_name_is_none_of_ours(body: str) -> None:
    assert not _same("人才公寓租金标准", "人才公寓租金标准", "临川高新技术产业开发区管理委员会", body)


def test_a_stretch_that_many_titles_share_tells_no_matter() -> None:
    titles = [f"{name}镇污水处理设备更新" for name in "甲乙丙丁戊己庚辛壬癸"] * 2
    numbered = [f"{title}（第{at}批）" for at in range(5) for title in titles]
    entries = _entries({one: _Stamp("2021-03-08", "临川市人民政府") for one in ("d1", "d2")})
    row = replace(rows("d1", minutes())[0], item_title="污水处理设备采购", text="会议同意")
    few = Links([_heading("d2", title) for title in titles[:3]], entries).linked([row])
    many = Links([_heading("d2", title) for title in numbered], entries).linked([row])
    assert few[0].links
    assert not many[0].links
