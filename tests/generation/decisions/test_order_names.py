"""Who helps or leads in several orders of a point stands in the row of each."""

from __future__ import annotations

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows

HEAD = "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n一、关于渡口改造\n"


def test_who_helps_in_two_orders_helps_in_both() -> None:
    body = (
        "会议明确，由县水利局牵头，县财政局、县住建局配合，9月底前清淤；"
        "由县城管局牵头，县财政局、县公安局配合，10月底前拆除违建。县水利局11月底前组织验收，县住建局配合。\n"
    )
    own = [(row.lead_units, set(row.support_units)) for row in rows("d", parse_text(HEAD + body))]
    assert own == [
        (("县水利局",), {"县财政局", "县住建局"}),
        (("县城管局",), {"县财政局", "县公安局"}),
        (("县水利局",), {"县住建局"}),
    ]


def test_who_leads_again_in_mid_sentence_has_a_row_of_his_own() -> None:
    body = "会议要求，县水利局9月底前清淤，县公安局维护秩序。船只转运待省水利厅批复后由县水利局组织实施。\n"
    document = parse_text(HEAD + body)
    own = rows("d", document)
    assert [row.lead_units for row in own] == [("县水利局",), ("县公安局",), ("县水利局",)]
    assert document.quote(own[-1].spans["lead_units.0"]) == "县水利局"
    assert own[-1].start <= own[-1].spans["lead_units.0"].start < own[-1].end
