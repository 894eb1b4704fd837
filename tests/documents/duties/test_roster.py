"""The roster of units: its lines, what is wrong with a line, and a user's kinds beside the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.documents.duties.roster import load_roster, plain, read_roster, roster, shipped, use_units
from pipeline.documents.duties.units import aliases, canonical, is_unit, same_unit
from pipeline.errors import SettingsError


@pytest.fixture(autouse=True)
def _shipped_only() -> Iterator[None]:
    yield
    use_units(())


def test_a_line_names_bodies_stages_and_years() -> None:
    [kind] = read_roster("自然资源局 资规局 < 2018 国土局 国土资源局 | 规划局 < 土管局  # 说明\n", source="units.txt")
    assert [(body.names, body.stage, body.until) for body in kind.bodies] == [
        (("自然资源局", "资规局"), 0, None),
        (("国土局", "国土资源局"), 1, 2018),
        (("规划局",), 1, 2018),
        (("土管局",), 2, None),
    ]


@pytest.mark.parametrize("text", ["", "# 只有说明\n\n", "\ufeff水务局 水利局\r\n"])
def test_comments_blank_lines_and_a_mark_at_the_start(text: str) -> None:
    assert len(read_roster(text, source="units.txt")) == text.count("水务局")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("水务局 水利局\n财政局、财局\n", "第 2 行：“财政局、财局”不是单位名称"),
        ("水务局\n\n# 说明\n水利局 水务局\n", "第 4 行：“水务局”在第 1 行已经写过"),
        ("水务局 水务局\n", "第 1 行：“水务局”写了两遍"),
        ("< 2018 水利局\n", "第 1 行：“<”之前没有名称"),
        ("水务局 <\n", "第 1 行"),
        ("水务局 2018 水利局\n", "第 1 行：“2018”|第 1 行"),
        ("局\n", "第 1 行：“局”不是单位名称"),
    ],
)
def test_a_bad_line_is_named(text: str, problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        read_roster(text, source="units.txt")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "units.txt"
    file.write_bytes("水务局 水利局".encode("gb18030"))
    with pytest.raises(SettingsError, match=r"units\.txt 读不了"):
        load_roster(file)
    with pytest.raises(SettingsError, match="读不了"):
        load_roster(tmp_path / "missing.txt")


def test_the_shipped_roster_is_large_and_says_each_name_once() -> None:
    names = [name for kind in shipped() for name in kind.names]
    assert len(shipped()) > 400
    assert len(names) == len(set(names)) > 2000


def test_a_user_adds_kinds_and_short_forms() -> None:
    assert canonical("市数城局") == "市数城局"
    use_units(read_roster("数字城市局 数城局 < 2021 智慧办\n水务局 水管局\n", source="units.txt"))
    assert canonical("市数城局") == "数字城市局"
    assert same_unit("市智慧办", "市数字城市局")
    assert same_unit("市水管局", "市水利局")
    assert aliases("水务局")[0] == "水务局"
    assert roster().by_name["财政局"][0].name == "财政局"
    use_units(())
    assert canonical("市数城局") == "市数城局"


def test_a_name_that_the_user_gives_to_another_kind_is_taken_from_the_shipped_one() -> None:
    assert same_unit("水利局", "水务局")
    use_units(read_roster("河川局 水利局\n", source="units.txt"))
    assert not same_unit("水利局", "水务局")
    assert same_unit("水利局", "河川局")
    assert is_unit("水务局")


@pytest.mark.parametrize(
    ("name", "short"),
    [("林长制工作领导小组办公室", "林长制办"), ("经开区管理委员会", "经开区管委会"), ("人民政府办公室", "政府办")],
)
def test_the_plain_form(name: str, short: str) -> None:
    assert plain(name) == short
