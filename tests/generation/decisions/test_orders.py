"""The orders of a point: each of those who are told something has a row."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows

HEAD = "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n一、关于渡口改造\n"


def told(body: str) -> list[tuple[tuple[str, ...], str | None]]:
    """Return who leads and the first time limit of each row of an item."""
    return [(row.lead_units, row.deadline_text) for row in rows("d", parse_text(f"{HEAD}{body}\n"))]


@pytest.mark.parametrize(
    ("body", "orders"),
    [
        pytest.param(
            "由县交通运输局修整引道，6月底前完成。县民政局摸清沿线困难户，7月10日前报县政府。",
            [(("县交通运输局",), "6月底前"), (("县民政局",), "7月10日前")],
            id="two sentences",
        ),
        pytest.param(
            "县交通运输局要在6月底前修整引道，县民政局要在7月10日前摸清沿线困难户。",
            [(("县交通运输局",), "6月底前"), (("县民政局",), "7月10日前")],
            id="two clauses",
        ),
        pytest.param(
            "由县交通运输局修整引道，6月底前完成。县民政局摸清困难户。县交通运输局7月10日前报送方案。",
            [(("县交通运输局",), "6月底前"), (("县民政局",), None), (("县交通运输局",), "7月10日前")],
            id="the first of them once more",
        ),
        pytest.param(
            "由县交通运输局牵头，县民政局配合，6月底前修整引道。",
            [(("县交通运输局",), "6月底前")],
            id="who helps has no order of his own",
        ),
        pytest.param(
            "由县交通运输局、县民政局修整引道并安置沿线困难户，6月底前完成。",
            [(("县交通运输局", "县民政局"), "6月底前")],
            id="two who do one thing",
        ),
        pytest.param(
            "名单由县交通运输局审核，县民政局执行，6月底前完成。",
            [(("县交通运输局", "县民政局"), "6月底前")],
            id="another who only carries out the same",
        ),
        pytest.param(
            "引道改造，县财政局负责落实配套资金90万元，县交通运输局负责组织实施，6月底前完成。",
            [(("县财政局",), "6月底前"), (("县交通运输局",), "6月底前")],
            id="each has his own part",
        ),
        pytest.param(
            "修整引道，安置沿线困难户，6月底前完成。（牵头单位：县交通运输局、县民政局）",
            [(("县交通运输局", "县民政局"), "6月底前")],
            id="a line for all of it",
        ),
    ],
)
def test_each_order_has_its_row(body: str, orders: list[tuple[tuple[str, ...], str | None]]) -> None:
    assert told(body) == orders


@pytest.mark.parametrize(
    ("body", "orders"),
    [
        pytest.param(
            "1．由县交通运输局修整引道，6月底前完成。会议同意渡船由2艘增至3艘。",
            [(("县交通运输局",), "6月底前"), ((), None)],
            id="what was ruled behind it",
        ),
        pytest.param(
            "1．会议同意渡船由2艘增至3艘。由县交通运输局修整引道，6月底前完成。",
            [((), None), (("县交通运输局",), "6月底前")],
            id="what was ruled before it",
        ),
        pytest.param(
            "1．县交通运输局负责修整引道，6月底前完成。现有渡运票价维持不变。未持证的船只一律不得载客。",
            [(("县交通运输局",), "6月底前"), ((), None)],
            id="what holds from now on",
        ),
        pytest.param(
            "1．会议同意渡船由2艘增至3艘。由县交通运输局负责，6月底前完成。",
            [(("县交通运输局",), "6月底前")],
            id="by whom and when what was ruled is done",
        ),
        pytest.param(
            "1．由县交通运输局修整引道，6月底前完成。引道未验收前，县交通运输局一律不得开放车辆上船。",
            [(("县交通运输局",), "6月底前"), (("县交通运输局",), "引道未验收前")],
            id="he himself is told what he may not",
        ),
        pytest.param(
            "1．由县交通运输局修整引道，6月底前完成。渡口改名一事暂缓，听取乡镇意见后再议。【县民政局】",
            [(("县交通运输局",), "6月底前"), (("县民政局",), None)],
            id="a bracket is for the sentence before it",
        ),
    ],
)
def test_what_was_ruled_is_no_order_of_him_who_is_named_beside_it(
    body: str, orders: list[tuple[tuple[str, ...], str | None]]
) -> None:
    assert told(body) == orders


def test_the_first_order_keeps_the_row_of_its_point_and_each_its_own_words() -> None:
    body = "由县交通运输局修整引道，6月底前完成。县民政局摸清沿线困难户，7月10日前报县政府。"
    document = parse_text(f"{HEAD}{body}\n")
    first, second = rows("d", document)
    assert (first.row, second.row) == ("d:一:#1", "d:一:#1+2")
    assert [row.text for row in (first, second)] == [document.text[row.start : row.end] for row in (first, second)]
    for row in (first, second):
        place = row.spans["lead_units.0"]
        assert document.text[place.start : place.end] == row.lead_units[0]
        assert row.start <= place.start < place.end <= row.end


def test_a_limit_that_is_for_all_keeps_a_point_whole() -> None:
    body = "由县交通运输局修整引道，由县民政局摸清沿线困难户，以上工作均于6月底前完成。"
    assert len(told(body)) == 1


@pytest.mark.parametrize(
    ("body", "orders"),
    [
        pytest.param(
            "各乡镇每月10日前报送进度，进展迟缓的，由县财政局约谈负责人。",
            ["各乡镇每月10日前报送进度", "进展迟缓的，由县财政局约谈负责人。"],
            id="on what it hangs goes with it",
        ),
        pytest.param(
            "县港务站要在5月底前完成培训。办法施行后，县港务站每月5日前通报情况；两月偏低的，由县民政局约谈。",
            [
                "县港务站要在5月底前完成培训。",
                "办法施行后，县港务站每月5日前通报情况；",
                "两月偏低的，由县民政局约谈。",
            ],
            id="who is named behind the time",
        ),
        pytest.param(
            "会议决定不再使用东段，摊位压减为80个。县港务站牵头，会同县民政局，5月10日前完成划线。",
            ["会议决定不再使用东段，摊位压减为80个。", "县港务站牵头，会同县民政局，5月10日前完成划线。"],
            id="what is to be done stands behind who helps",
        ),
        pytest.param(
            "由柳塘社区约谈运营方。柳塘社区食堂每日就餐20人，县民政局7月底前核算。",
            ["由柳塘社区约谈运营方。", "柳塘社区食堂每日就餐20人，县民政局7月底前核算。"],
            id="a place of that name is not told",
        ),
        pytest.param(
            "县交通运输局每周五通报渡口进度，对连续两次排名末位的，由县纪委约谈负责人。",
            ["县交通运输局每周五通报渡口进度", "对连续两次排名末位的，由县纪委约谈负责人。"],
            id="on whom it falls goes with what falls",
        ),
    ],
)
def test_where_an_order_begins(body: str, orders: list[str]) -> None:
    assert [row.text for row in rows("d", parse_text(f"{HEAD}{body}\n"))] == orders


def test_a_line_behind_is_for_the_sentences_that_name_nobody() -> None:
    body = (
        "引道由县交通运输局负责修整，6月底前完成。沿线困难户由县民政局负责安置，7月底前完成。航道标志要同步更新。\n"
        "责任领导：安澜；责任单位：县海事处、县交通运输局、县民政局；完成时限：标志更新8月底前完成，其余按上述要求办理。"
    )
    assert told(body) == [
        (("县交通运输局",), "6月底前"),
        (("县民政局",), "7月底前"),
        (("安澜", "县海事处"), "8月底前"),
    ]


def test_a_line_behind_stays_with_all_where_each_sentence_names_somebody() -> None:
    body = "县交通运输局要修整引道；县民政局要安置沿线困难户。\n责任领导：安澜；责任单位：县交通运输局、县民政局。"
    ((leads, _),) = told(body)
    assert set(leads) == {"县交通运输局", "县民政局", "安澜"}


@pytest.mark.parametrize(
    "rule",
    [
        "新票价自9月1日起执行。",
        "改造总投资控制在900万元以内。",
        "西岸码头待航道勘测后再行研究。",
        "会议对汛期值守作了部署。",
    ],
)
def test_what_holds_for_all_charges_nobody(rule: str) -> None:
    found = told(f"1．县交通运输局负责修整引道，6月底前完成。{rule}")
    assert [leads for leads, _ in found] == [("县交通运输局",), ()]


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        pytest.param(
            "1.管线由各产权单位自行迁改。对部分居民提出的加宽引道的建议，会议不予采纳。",
            [(("各产权单位",), ()), ((), ("rejected",))],
            id="turned down beside a task",
        ),
        pytest.param(
            "1.北岸驿站申请停业补偿20万元，会议不同意按申报数额补偿。县民政局6月底前委托第三方重新评估。",
            [((), ("rejected",)), (("县民政局",), ())],
            id="a task beside what is turned down",
        ),
        pytest.param(
            "1.关于增设售票亭的建议，意见不一；会议决定暂缓实施，待客流稳定后再议。",
            [((), ("deferred",))],
            id="what leads up to a verdict",
        ),
    ],
)
def test_a_verdict_on_one_part_of_a_point_is_none_on_another(
    body: str, verdicts: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    text = f"{HEAD}会议原则同意渡口改造方案。会议明确：\n{body}\n"
    own = [(row.lead_units, row.outcomes) for row in rows("d", parse_text(text)) if row.point]
    assert own == verdicts


def test_who_answers_for_a_task_stands_in_its_row() -> None:
    assert told("改造期间，轮渡公司不得停航，由副县长安石负总责。") == [(("轮渡公司", "副县长安石"), None)]


@pytest.mark.parametrize(
    ("body", "orders"),
    [
        pytest.param(
            "各街道要设接待点。由城管局加强巡查。渗漏由住建局督促返修，6月20日前完成。\n责任单位：各相关街道、城管局、住建局",
            [(("各街道",), None), (("城管局",), None), (("住建局",), "6月20日前")],
            id="a line that names again who has his own part",
        ),
        pytest.param(
            "供电所负责线路，自来水公司负责管网，两家单位均须在6月20日前完成设计。杆线由住建局牵头整理，7月底前拿出方案。",
            [(("供电所", "自来水公司"), "6月20日前"), (("住建局",), "7月底前")],
            id="both of one sentence",
        ),
        pytest.param(
            "会议明确，泊车首次免费。县发展改革局6月底前制定标准。",
            [((), None), (("县发展改革局",), "6月底前")],
            id="what is ruled before who acts",
        ),
    ],
)
def test_a_time_limit_is_for_those_whom_it_concerns(
    body: str, orders: list[tuple[tuple[str, ...], str | None]]
) -> None:
    assert told(body) == orders


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            "引道由县交通运输局委托县路桥公司修整，所需经费不超过40万元，由县财政局承担。",
            ["引道由县交通运输局委托县路桥公司修整", "所需经费不超过40万元，由县财政局承担。"],
        ),
        (
            "由县交通运输局制定收费办法，7月1日前公布。困难户减半收取。",
            ["由县交通运输局制定收费办法，7月1日前公布。", "困难户减半收取。"],
        ),
        (
            "由县交通运输局修整引道。两岸渡工年龄上限由50岁放宽至55岁。东渡口因拆迁，不列入本轮修整。",
            ["由县交通运输局修整引道。", "两岸渡工年龄上限由50岁放宽至55岁。东渡口因拆迁，不列入本轮修整。"],
        ),
        (
            "请县交通运输局补做勘察；县民政局摸清沿线困难户。以上工作由副县长安澜负责协调。",
            ["请县交通运输局补做勘察；", "县民政局摸清沿线困难户。", "以上工作由副县长安澜负责协调。"],
        ),
    ],
)
def test_what_holds_beside_a_task_and_who_steers_all_have_rows_of_their_own(body: str, texts: list[str]) -> None:
    assert [row.text for row in rows("d", parse_text(f"{HEAD}{body}\n"))] == texts
