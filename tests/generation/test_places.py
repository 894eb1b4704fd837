"""Whether two meetings are of one place."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.places import of_one_house, of_one_place, places_of, same_place


@dataclass(frozen=True)
class Held:
    """An entry, as far as its names go."""

    issuing_body: str | None
    meeting_name: str | None = None
    name: str = "常务会议纪要"
    document_number: str | None = None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("临川县人民政府", "中国共产党临川县委员会", True),
        ("临川县人民政府", "中共临川县委办公室", True),
        ("临川县人民政府", "岚山县人民政府", False),
        ("临川市电动车整治工作领导小组", "市电动车整治工作领导小组", True),
        ("临川市人民政府", "市人民政府", False),
        ("临川高新技术产业开发区管理委员会", "岚山高新技术产业开发区管理委员会", False),
        ("临川省农业农村厅", "临川省人民政府", True),
    ],
)
def test_government_and_party_of_one_county_are_of_one_place(one: str, other: str, *, same: bool) -> None:
    assert of_one_place(Held(one), Held(other)) is same  # type: ignore[arg-type]
    assert same_place(Held(one), Held(other)) is same  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(Held("临川县人民政府办公室"), Held("临川县人民政府"), True, id="the office of it"),
        pytest.param(Held("临川县人民政府"), Held("中共临川县委办公室"), True, id="government and Party"),
        pytest.param(Held("临川县水务局"), Held("临川县人民政府"), False, id="a bureau"),
        pytest.param(Held(None, None), Held(None, None), False, id="nothing is known of either"),
    ],
)
def test_the_organs_of_one_house(one: Held, other: Held, *, same: bool) -> None:
    assert of_one_house(one, other) is same  # type: ignore[arg-type]


def test_the_name_of_the_party_is_no_place() -> None:
    assert places_of(Held("中国共产党临川县委员会")) == {"临川"}  # type: ignore[arg-type]


def test_a_zone_is_of_the_city_whose_name_it_begins_with() -> None:
    assert of_one_place(Held("岚山经开区管委会"), Held("岚山市人民政府"))  # type: ignore[arg-type]


def test_a_body_is_known_by_the_name_of_its_meeting() -> None:
    one = Held("临川市电动车整治工作领导小组", "临川市电动车整治工作领导小组第二次会议")
    other = Held(None, "市电动车整治工作领导小组第三次会议")
    assert same_place(one, other)  # type: ignore[arg-type]
    assert not same_place(Held("临川市人民政府"), Held(None, "市政府第3次常务会议"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "body", "same"),
    [
        pytest.param("柳工委纪〔2025〕9号", "柳岸街道党政办公室", True, id="one series"),
        pytest.param("柳办纪〔2025〕9号", "柳岸街道党政办公室", False, id="another series"),
        pytest.param("柳工委纪〔2025〕9号", "青石街道党政办公室", False, id="whose mark is not of its name"),
        pytest.param("〔2025〕9号", "柳岸街道党政办公室", False, id="no mark"),
    ],
)
def test_papers_of_one_series_are_of_one_place(number: str, body: str, same: bool) -> None:
    first = Held("中共泽南区委柳岸街道工作委员会", document_number="柳工委纪〔2025〕6号")
    assert same_place(first, Held(body, document_number=number)) is same  # type: ignore[arg-type]
