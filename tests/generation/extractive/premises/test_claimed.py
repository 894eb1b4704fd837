"""What a question states is held against the whole item: its figure, and what was turned down beside."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.hospitals import hospital_in


@pytest.fixture(scope="module")
def hospital(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return hospital_in(tmp_path_factory.mktemp("hospital"))


def test_another_figure_of_the_item_is_told(hospital: Assistant) -> None:
    answer = hospital.ask("院长办公会同意花69.5万元换锅炉，9月底前装好，对吗？").answer
    assert answer.startswith("与记载不符")
    assert "96.5万元" in answer


def test_a_figure_that_stands_there_contradicts_nothing(hospital: Assistant) -> None:
    assert "与记载不符" not in hospital.ask("院长办公会同意花96.5万元换锅炉，9月底前装好，对吗？").answer


def test_what_was_turned_down_beside_is_told_too(hospital: Assistant) -> None:
    answer = hospital.ask("院长办公会同意住院部和门诊部食堂都延到20:00，6月1日起，对吗？").answer
    assert "会议不同意门诊部食堂延时" in answer


def test_nothing_is_told_beside_what_was_agreed_to(hospital: Assistant) -> None:
    answer = hospital.ask("院长办公会同意住院部食堂供餐延到20:00，6月1日起，对吗？").answer
    assert "20:00" in answer
    assert "18:30" not in answer
