"""A time limit that closes a sentence is for all its orders."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.closing import only_by_when, sentences_of
from pipeline.generation.decisions.ledger import rows

HEAD = "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n一、关于渡口改造\n"


@pytest.mark.parametrize(
    ("body", "due"),
    [
        pytest.param(
            "东段由县交通运输局组织施工，西段由县水利局组织施工，10月底前全部完工。",
            ["10月底前", "10月底前"],
            id="of all",
        ),
        pytest.param(
            "东段由县交通运输局组织施工，西段由县水利局组织设计，6月中旬报县政府。", [None, "6月中旬"], id="of the last"
        ),
        pytest.param(
            "县交通运输局在验收前不得放行，西段由县水利局组织施工，10月底前完工。",
            ["验收前", "10月底前"],
            id="one has its own",
        ),
        pytest.param(
            "东段由县交通运输局看守，不得放行，西段由县水利局组织施工，10月底前完工。",
            [None, "10月底前"],
            id="what is forbidden",
        ),
    ],
)
def test_a_limit_that_closes_the_sentence(body: str, due: list[str | None]) -> None:
    found = rows("d", parse_text(f"{HEAD}{body}\n"))
    assert [row.deadline_text for row in found] == due
    assert all(row.deadline_date == "2023-10-31" for row in found if row.deadline_text == "10月底前")


def test_a_clause_that_only_says_by_when() -> None:
    wording = "由甲局施工，力争6月底前全部完工。"
    start = wording.index("6月")
    assert only_by_when(wording, start, start + 4)
    assert not only_by_when("由甲局6月底前完工。", 3, 7)


def test_a_bracket_goes_with_the_sentence_before_it() -> None:
    text = "安置困难户。修整引道。【县水利局】"
    assert [text[start:end] for start, end in sentences_of(text)] == ["安置困难户。", "修整引道。【县水利局】"]
