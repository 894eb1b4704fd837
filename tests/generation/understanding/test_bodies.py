"""How a question names a body: by the opening of its name, a short form, or another form of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from pipeline.generation.understanding import bodies


@pytest.mark.parametrize(
    ("name", "question", "opening"),
    [
        ("澜川县第十七届人民政府第9次常务会议", "澜川县第十七届人民政府第9次和第28次会议", "澜川县"),
        ("汉川水务集团董事会会议纪要", "汉川水务集团三届董事会", "汉川水务集团"),
        ("中共临川市委关于整改的通报", "临川的整改", "临川"),
        ("中共远川区委榆树街道工作委员会", "榆树街道第6次会上", "榆树街道"),
        ("远川镇柳岸村村民委员会", "柳岸村的水塘", "柳岸村"),
        ("远川区榆树街道的停车问题", "榆树街道的停车", ""),
        ("县第十七届人民政府第9次常务会议", "某县第十七届人民政府", ""),
        ("主城区内涝治理", "主城区的内涝", ""),
        ("总经理办公会会议纪要", "某集团总经理办公会", ""),
        ("党政联席会议纪要", "街道的党政联席会", ""),
        ("研究停车办法的会议纪要", "联合研究院", ""),
    ],
)
def test_the_opening_of_a_name_tells_a_body(name: str, question: str, opening: str) -> None:
    assert bodies.body_opening(name, question) == opening


@pytest.mark.parametrize(
    ("name", "opening", "question", "length"),
    [
        pytest.param(
            "临川交通投资集团有限公司总经理办公会", "临川", "临川交投总办会上谁汇报", 5, id="group and meeting"
        ),
        pytest.param("临川市第三人民医院", "临川", "临川三院的夜班费", 2, id="hospital"),
        pytest.param("临川农村商业银行", "临川农商", "临川农商行第六次董事会", 1, id="bank"),
        pytest.param("临川农村商业银行", "临川", "临川行政审批局", 0, id="a word of its own"),
        pytest.param("临川市人民政府", "临川市", "临川市应急局", 0, id="another body"),
    ],
)
def test_a_name_written_short(name: str, opening: str, question: str, length: int) -> None:
    assert bodies.short_form(name, opening, question) == length


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("常委会会议纪要", "县委常委会第6次会议定了什么"),
        ("厅务会议纪要", "第8次厅务会的结论"),
        ("（2023年第4次）", "小（2）型水库的补助"),
        ("校务会议纪要", "校务会第3次怎么定的"),
    ],
)
def test_the_word_for_a_meeting_names_no_body(name: str, question: str) -> None:
    assert bodies.body_opening(name, question) == ""


def test_a_paper_without_a_body_is_of_the_body_of_its_series() -> None:
    known = Series("a", "临川市人民政府", "临政纪〔2021〕6号")
    unread, another = Series("b", None, "临政纪〔2021〕8号"), Series("c", None, "远政纪〔2021〕8号")
    bare = Series("d", None, None)
    entries = [known, unread, another, bare]
    assert bodies.of_one_series(entries, {"a"}) == {"b"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "meeting", "same"),
    [
        pytest.param("榉林长纪〔2024〕3号", "市林长制领导小组第三次会议", True, id="the same but for the place"),
        pytest.param("桐林长纪〔2024〕3号", "市林长制领导小组第三次会议", False, id="of another place, by its number"),
        pytest.param("榉林长纪〔2024〕3号", "市河长制领导小组第三次会议", False, id="of another body"),
        pytest.param(None, "市林长制领导小组第三次会议", False, id="no number"),
    ],
)
def test_a_paper_that_calls_its_meeting_alike_is_of_one_series(number: str | None, meeting: str, same: bool) -> None:
    known = Series("a", "榉川市林长制领导小组", None, "榉川市林长制领导小组第二次会议")
    entries = [known, Series("b", None, number, meeting)]
    assert bodies.of_one_series(entries, {"a"}) == ({"b"} if same else set())  # type: ignore[arg-type]


def test_a_zone_is_one_body_in_any_of_its_forms() -> None:
    named = (("a", "云江经济技术开发区管理委员会"), ("b", None), ("c", "远山开发区管委会"), ("d", "云江高新区管委会"))
    entries = [
        SimpleNamespace(
            document_id=one, issuing_body=body, name="云江经开区管委会纪要" if one == "b" else "纪要", meeting_name=None
        )
        for one, body in named
    ]
    assert bodies.of_one_zone(entries, {"b"}) == {"a", "b"}  # type: ignore[arg-type]
    assert bodies.of_one_zone(entries, set()) == set()  # type: ignore[arg-type]


@dataclass(frozen=True)
class Series:
    """An entry, as far as its series tells the body."""

    document_id: str
    issuing_body: str | None
    document_number: str | None
    meeting_name: str | None = None
