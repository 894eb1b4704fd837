"""A body whose meeting is asked of, named by what it is alone, is told from the bodies that papers are of."""

from __future__ import annotations

import pytest

from pipeline.generation.understanding.body_of_a_meeting import body_lacking
from tests.generation.understanding.test_meeting_kinds import Named

BUREAU = Named("2025年第6次局长办公会议", "临川市农业农村局")
HOSPITAL = Named("院长办公会议", "临川市第二人民医院")
UNKNOWN = Named(None)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        pytest.param("水利局6月那次会上定了什么", "水利局", id="by a month"),
        pytest.param("三院2024年第21次党委会定了什么", "三院", id="by a number"),
        pytest.param("请问市水利局局务会定了什么", "水利局", id="by a kind"),
        pytest.param("6月24日那次农业局办公会定了什么", None, id="which of its meetings"),
        pytest.param("农业局6月那次会上定了什么", None, id="a bureau written short"),
        pytest.param("二院第21次党委会定了什么", None, id="a hospital written short"),
        pytest.param("水利局会同交通局做什么", None, id="with another"),
        pytest.param("水利局6月底前要做什么", None, id="what it has to do"),
    ],
)
def test_the_body_of_a_meeting_that_no_paper_is_of(question: str, body: str | None) -> None:
    assert body_lacking(question, (BUREAU, HOSPITAL)) == body  # type: ignore[arg-type]


def test_a_paper_of_no_body_and_no_meeting_may_be_of_any() -> None:
    assert body_lacking("水利局6月那次会上定了什么", (BUREAU, UNKNOWN)) is None  # type: ignore[arg-type]
