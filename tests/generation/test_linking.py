"""Links between meetings: the same matter under its name, or named in a decision; never what every meeting has."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from pipeline.generation.ledger import rows
from pipeline.generation.linking import Links
from pipeline.retrieval.catalogue import Entry, Heading
from tests.generation.papers import minutes


def _heading(document_id: str, title: str) -> Heading:
    return Heading(document_id, "三", 3, None, "审议", title, None, 0, 9)


class _Stamp:
    """What a link takes over from an entry."""

    def __init__(self, date: str | None, body: str | None = None) -> None:
        self.document_number, self.meeting_name, self.date = None, "市政府第9次常务会议", date
        self.issuing_body = body


def _links(*headings: Heading) -> list[tuple[str, str, str]]:
    entries = {"d1": _Stamp("2021-03-08"), "d2": _Stamp("2022-01-05"), "d3": _Stamp(None), "d0": _Stamp("2020-05")}
    first = Links(headings, cast("dict[str, Entry]", entries)).linked(rows("d1", minutes()))[0]
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
    entries = cast("dict[str, Entry]", {"d1": _Stamp("2021-03-08"), "d2": _Stamp("2022-01-05")})
    row = replace(rows("d1", minutes())[1], text="按《临川市智慧停车平台建设方案》组织实施。")
    [linked] = Links([_heading("d2", "《临川市智慧停车平台建设方案》")], entries).linked([row])
    assert [(link.relation, link.document_id) for link in linked.links] == [("named", "d2")]


def test_two_cities_that_hear_of_one_meeting_are_not_of_one_matter() -> None:
    bodies = {"d1": "临川市人民政府", "d2": "泽山市人民政府", "d3": "中共临川市委员会", "d0": None}
    entries = cast("dict[str, Entry]", {one: _Stamp("2021-03-08", body) for one, body in bodies.items()})
    row = replace(rows("d1", minutes())[0], item_title="全省安全生产会议精神", text="会议传达了有关精神")
    [linked] = Links([_heading(one, row.item_title) for one in bodies], entries).linked([row])
    assert [link.document_id for link in linked.links] == ["d0", "d3"]
