"""Which places and bodies a question names, whether or not the library has ever heard of them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.generation.understanding.bodies_named import Named, is_of, named_in, told_by


@dataclass(frozen=True)
class Paper:
    """What a paper is known by."""

    name: str
    issuing_body: str | None = None
    meeting_name: str | None = None

    @property
    def file(self) -> str:
        return f"{self.name}.txt"


COUNTY = Paper("榕北县第9次常务会议", "榕北县人民政府")
ZONE = Paper("中共临澜经济技术开发区工作委员会会议纪要")
COMPANY = Paper("董事会决议", "榕北县交通投资集团有限公司")
BARE = Paper("县政府常务会议")


@pytest.mark.parametrize(
    ("question", "wordings"),
    [
        ("榕南市的停车费多少", ["榕南市"]),
        ("请问榕南市的停车费", ["榕南市"]),
        ("4月2日榕南市专题会", ["榕南市"]),
        ("榕南县、景江县和沱北区各补多少", ["榕南县", "景江县", "沱北区"]),
        ("景阳三院门诊楼的电梯", ["景阳三院"]),
        ("榕南交投的充电桩", ["榕南交投"]),
        ("榕澜大桥北引桥怎么绕行", ["榕澜大桥"]),
        ("临开区的标准厂房", ["临开区"]),
        ("榕溪的夜摊几点收", ["榕溪"]),
        ("听说市政府要涨价", []),
        ("停车市场整治", []),
        ("老城区的停车费", []),
        ("各县区什么时候报", []),
        ("孟副县长提了什么", []),
        ("救助金分布乡镇", []),
        ("经开区的标准厂房", []),
        ("水务集团的管线", []),
        ("修桥期间怎么走", []),
        ("停车管理办法谁汇报的", []),
    ],
)
def test_a_place_is_told_by_its_shape(question: str, wordings: list[str]) -> None:
    assert [one.wording for one in named_in(question)] == wordings


@pytest.mark.parametrize(
    ("named", "paper", "held"),
    [
        (Named("榕北", "县", is_level=True), COUNTY, True),
        (Named("榕北", ""), COUNTY, True),
        (Named("榕北", "大桥"), COUNTY, True),
        (Named("榕北", "交投"), COUNTY, False),
        (Named("榕北", "交投"), COMPANY, True),
        (Named("榕北", "街道", is_level=True), COUNTY, False),
        (Named("榕北", "市", is_level=True), COUNTY, False),
        (Named("榕杯", "县", is_level=True), COUNTY, True),
        (Named("榕南", "县", is_level=True), COUNTY, False),
        (Named("临", "开区"), ZONE, True),
        (Named("沱", "开区"), ZONE, False),
        (Named("榕南", "县", is_level=True), BARE, True),
        (Named("榕南", "市", is_level=True), BARE, False),
        (Named("榕南", ""), BARE, True),
    ],
    ids=[
        "the same",
        "without its level",
        "a work of the place",
        "a body of the place",
        "that body written out",
        "a street of that name",
        "another level",
        "misspelt",
        "another place",
        "a zone written short",
        "another zone",
        "a paper of no place",
        "of another level",
        "of any level",
    ],
)
def test_a_paper_is_of_what_is_named_or_not(named: Named, paper: Paper, held: bool) -> None:
    assert is_of(named, paper) is held  # type: ignore[arg-type]


def test_a_text_tells_a_place_by_its_name_and_by_its_level_where_another_has_the_same_name() -> None:
    city = Named("榕北", "市", is_level=True)
    assert told_by(city, []) == ("榕北",)
    assert told_by(city, [COUNTY]) == ("榕北市",)  # type: ignore[list-item]
    assert told_by(Named("望江门", "街道", is_level=True), []) == ("望江", "江门")
    assert told_by(Named("临", "开区"), []) == ("临开区",)


def test_an_organisation_is_told_by_its_kind_beside_papers_of_its_place() -> None:
    hospital = Named("榕北", "二院")
    assert told_by(hospital, []) == ("榕北",)
    assert told_by(hospital, [COUNTY]) == ("二院", "第二人民医院")  # type: ignore[list-item]
    assert told_by(Named("榕北", "水务"), [COUNTY]) == ("水务",)  # type: ignore[list-item]
