"""What a verdict grants stands in its row."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows

HEAD = "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n一、研究渡口补贴\n"


@pytest.mark.parametrize(
    ("body", "granted"),
    [
        pytest.param("会议同意给予渡口补贴，每年不超过80万元，试行两年。", "试行两年", id="a cap and a term"),
        pytest.param("会议同意补贴方案：东岸30万元，西岸50万元。", "西岸50万元", id="shares"),
        pytest.param("会议同意补贴方案：东岸30万元；西岸50万元。", "西岸50万元", id="shares behind semicolons"),
        pytest.param("会议同意委托经营，但合同一年一签，考核合格方可续签。", "方可续签", id="a condition"),
        pytest.param("会议不同意整体外包，渡口仍由原班组看守。", "原班组看守", id="what holds instead"),
        pytest.param("会议同意给予补贴，每年80万元。渡口现有船工12人。", "每年80万元", id="the next sentence is none"),
    ],
)
def test_the_row_of_a_verdict_holds_what_it_grants(body: str, granted: str) -> None:
    [verdict] = [row for row in rows("d", parse_text(f"{HEAD}{body}\n")) if row.outcome]
    assert verdict.text.endswith(granted)


def test_what_a_verdict_grants_ends_where_another_matter_begins() -> None:
    body = "会议同意给予补贴，每年80万元；不同意免收泊位费，已缴的不退。\n由县财政局6月底前拨付。\n"
    own = rows("d", parse_text(HEAD + body))
    assert [row.outcome for row in own] == ["approved", "rejected", None]
    assert own[0].text.endswith("每年80万元") and own[1].text.endswith("已缴的不退")
