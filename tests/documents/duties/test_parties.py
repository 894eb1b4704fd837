"""Who can be told to act, and who is nobody in particular."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.parties import could_end, is_generic, is_known, is_party, piece_end
from pipeline.documents.duties.roster import roster


@pytest.mark.parametrize(
    "name",
    [
        "市财政局",
        "各区镇",
        "各乡镇(街道)",
        "各县(市、区)政府",
        "财政部门",
        "公安机关",
        "施工单位",
        "张立同志",
        "王建国副校长",
        "副镇长马德福",
        "市政府办公室主任刘宏伟",
        "属地街道",
        "县农业农村和水务局",
        "A公司",
        "各承办单位",
    ],
)
def test_a_party(name: str) -> None:
    assert is_party(roster(), name, False)


@pytest.mark.parametrize(
    "name",
    [
        "全市上下",
        "负责同志",
        "市财政局要求市教育局",
        "企业",
        "局",
        "工作局面",
        "加强市教育局",
        "市级财政",
    ],
)
def test_no_party(name: str) -> None:
    assert not is_party(roster(), name, False)


GENERIC = [
    *("有关部门", "各部门", "各单位", "各级各部门", "市直各部门", "各有关单位", "各责任单位", "市相关部门", "相关区镇"),
    *("实施方案所列市级部门", "有关企业", "部门主要领导", "有关部门和单位", "各相关职能部门", "市直有关单位"),
]


@pytest.mark.parametrize("name", GENERIC)
def test_who_is_told_without_a_name(name: str) -> None:
    assert is_party(roster(), name, False)
    assert is_generic(name)


@pytest.mark.parametrize("name", ["各区镇", "财政部门", "市财政局", "各分管市领导", "企业", "相关工作", "有关"])
def test_a_name_or_no_doer_is_not_generic(name: str) -> None:
    assert not is_generic(name)


def test_a_post_counts_only_where_a_word_before_says_so() -> None:
    assert is_party(roster(), "董事长", True)
    assert not is_party(roster(), "董事长", False)


def test_the_cheap_look_never_excludes_a_party() -> None:
    for name in ("市财政局", "副镇长马德福", "水务", "各县(市、区)", "A公司", "财政部门", "张立同志", "李秀英处长"):
        assert could_end(name, 0, len(name)), name
    assert not could_end("完善机制的", 0, 5)


def test_a_piece_ends_outside_brackets() -> None:
    text = "各县(市、区)、市财政局"
    assert text[piece_end(text, 0, len(text)) :] == "、市财政局"
    assert piece_end("甲(乙、丙", 0, 5) == 3
    assert piece_end("甲乙", 0, 2) == 2


def test_known_by_the_roster() -> None:
    assert is_known("市财政局", (0, 4))
    assert not is_known("某某局", (0, 3))
