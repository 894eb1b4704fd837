"""A task that says no more than who or by when has one row with the verdict before it."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows

HEAD = "榕港县政府专题会议纪要\n2023年5月9日，副县长安澜主持召开专题会议。\n一、关于渡口改造\n"


@pytest.mark.parametrize(
    ("body", "leads", "due"),
    [
        pytest.param("会议同意启动渡口拆除，7月20日前完成。", (), "7月20日前", id="only by when"),
        pytest.param("会议同意由县财政局借款90万元，6月底前拨付到位。", ("县财政局",), "6月底前", id="whom it charges"),
        pytest.param(
            "会议同意将开工时间调整为7月15日，由县水利局负责落实。", ("县水利局",), "7月15日", id="only by whom"
        ),
        pytest.param(
            "会议同意将牵头单位由县商务局调整为县水利局，完成时间由6月底调整为9月底前。",
            ("县水利局",),
            "9月底前",
            id="by whom and when from now on",
        ),
        pytest.param(
            "会议同意改由贾文珊同志牵头督办，交付时间调整为12月20日。", ("贾文珊同志",), "12月20日", id="who takes over"
        ),
    ],
)
def test_it_is_one_row_with_its_verdict(body: str, leads: tuple[str, ...], due: str) -> None:
    (row,) = rows("d", parse_text(f"{HEAD}{body}\n"))
    assert (row.text, row.lead_units, row.deadline_text) == (body, leads, due)
    assert row.outcome == "approved"
    places = {name: body[span.start - row.start : span.end - row.start] for name, span in row.spans.items()}
    assert places["deadline_text"] == due
    assert [places[f"lead_units.{index}"] for index, _ in enumerate(leads)] == [*leads]


def test_a_task_of_another_sentence_has_its_own_row() -> None:
    task = rows("d", parse_text(f"{HEAD}会议同意拆除旧渡口。由县民政局负责落实。\n"))[-1]
    assert (task.text, task.outcome) == ("由县民政局负责落实。", None)
