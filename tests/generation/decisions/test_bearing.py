"""Tests of which verdicts a decision bears."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.bearing import bears_step, borne_by, share, stated_by
from pipeline.generation.decisions.ledger import LedgerRow, rows

HEAD = "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n"
OTHERS = (
    "二、其他事项\n"
    "1.会议同意为县图书馆购置自助借还机4台。\n"
    "2.旧粮站地块出让方案暂缓，待土壤检测后再议。\n"
    "3.县民政局6月底前完成殡葬服务价格公示。\n"
)
OFFICE = (
    "一、审议《榆泉县公园管理办法（草案）》\n"
    "1.会议原则同意《榆泉县公园管理办法（草案）》，由县住建局修改后印发。\n"
    "2.县财政局保障首年养护经费180万元。\n"
)


def _rows(body: str) -> list[LedgerRow]:
    return rows("d", parse_text(HEAD + body))


def test_each_matter_of_a_mixed_bag_bears_its_own_verdict() -> None:
    of = {row.point: row for row in _rows("一、听取防汛汇报\n会议听取了汇报。\n" + OTHERS) if row.item == "二"}
    assert [of[key].outcomes for key in "123"] == [("approved",), ("deferred",), ()]
    assert (of["3"].outcome, of["3"].outcome_text, of["3"].item_outcome_text) == (None, None, None)
    assert not any("outcome" in name for name in of["3"].spans)
    assert (of["2"].outcome_text or "") in of["2"].text


def test_a_heading_that_names_no_matter_gives_its_points_no_verdict_from_beside_them() -> None:
    body = "会议同意为县图书馆购置自助借还机4台。会议明确：\n1.县水务公司6月底前修复泵房。\n2.县民政局公示殡葬价格。\n"
    heard = "一、听取防汛汇报\n会议听取了汇报。\n"
    assert [row.outcomes for row in _rows(f"{heard}二、其他事项\n{body}") if row.point] == [(), ()]
    assert [row.item_outcomes for row in _rows(f"{heard}二、其他事项\n{body}") if row.point] == [(), ()]
    named = [row.item_outcomes for row in _rows(f"{heard}二、县图书馆设备更新\n{body}") if row.point]
    assert named == [("approved",), ("approved",)]


def test_what_carries_out_the_first_point_bears_its_verdict() -> None:
    first, second = _rows(OFFICE + OTHERS)[:2]
    assert first.outcomes == first.item_outcomes == second.item_outcomes == ("agreed_in_principle",)
    assert first.spans["outcome"] == first.spans["item_outcome"] == second.spans["item_outcome"]
    assert second.outcomes == ()
    assert first.next_step is not None and second.next_step is None


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        pytest.param(
            "一、研究城北停车场建设\n会议同意建设城北停车场。会议明确：\n1.县住建局牵头，7月底前开工。\n2.县公安局完善标线。\n",
            [("approved",), ("approved",)],
            id="on the whole item",
        ),
        pytest.param(
            "一、研究城北停车场建设\n1.不同意增加地下车位。\n2.县公安局7月底前完善标线。\n",
            [("rejected",), ()],
            id="what is turned down is carried out by nothing",
        ),
        pytest.param(
            "一、研究城北停车场建设\n1.同意建设城北停车场。\n2.关于农贸市场搬迁。县商务局8月底前拿出方案。\n",
            [("approved",), ()],
            id="another matter behind it",
        ),
        pytest.param(
            "一、研究城北停车场建设\n1.同意减免商户租金。\n2.县公安局7月底前完善标线。\n",
            [("approved",), ()],
            id="a consent to something else",
        ),
        pytest.param(
            "一、研究城北停车场建设\n1.县住建局牵头，7月底前开工。\n2.同意建设城北停车场。\n",
            [(), ("approved",)],
            id="not backwards",
        ),
    ],
)
def test_which_verdict(body: str, verdicts: list[tuple[str, ...]]) -> None:
    told = [row for row in _rows(body + "二、研究预算\n会议同意。\n") if row.item == "一" and row.point]
    assert [row.item_outcomes for row in told] == verdicts
    assert all(row.item_outcome_text for row in told)


def test_a_verdict_before_a_row_that_charges_is_not_its_own() -> None:
    body = (
        "一、研究校车更新\n会议不同意整车租赁。县教育局6月底前核清车况。会议同意更新校车9辆，要求县财政局落实资金后组织采购。\n"
        "二、研究预算\n会议同意。\n"
    )
    own = [row for row in _rows(body) if row.item == "一"]
    charged = [row for row in own if "落实资金" in row.text]
    assert [row.outcomes for row in charged] == [("approved",)]
    assert [row.outcomes for row in own if "核清车况" in row.text] == [()]


def test_a_step_in_another_matter_is_not_told_of_this_one() -> None:
    document = parse_text(HEAD + OTHERS.replace("二、", "一、") + "二、研究预算\n会议同意。\n")
    item = document.items[0]
    assert item.next_step is not None
    assert [bears_step(item, point, document.text) for point in item.points] == [False, True, False]
    assert [len(borne_by(item, point, document.text)) for point in item.points] == [1, 1, 0]


def test_rows_share_a_verdict_that_stands_in_one_place() -> None:
    own = [row.spans for row in _rows(OFFICE + OTHERS) if row.item == "一"]
    bag = [row.spans for row in _rows(OFFICE + OTHERS) if row.item == "二"]
    assert share("item_outcome", own[0], own[1], own)
    assert not share("item_outcome", bag[0], bag[1], bag)
    assert not share("item_outcome", bag[2], bag[2], bag)  # of the item's three, only this one has none


def test_a_value_for_an_item_without_verdict_is_for_all_of_its_rows() -> None:
    body = "一、部署春灌\n会议明确：\n1.县水务局4月底前检修泵站。\n2.县农业农村局调度用水。\n二、研究预算\n会议同意。\n"
    own = [row.spans for row in _rows(body) if row.item == "一"]
    assert share("item_outcome", own[0], own[1], own)


def test_a_verdict_that_no_point_bears_has_a_row_of_its_own() -> None:
    body = (
        "一、研究食堂改革\n会议不同意整体外包。会议明确：\n1.同意保洁服务外包。\n2.不同意增加编制。\n"
        "二、研究预算\n会议同意。\n"
    )
    own = {row.row: row for row in _rows(body) if row.item == "一"}
    assert {name: row.outcomes for name, row in own.items()} == {
        "d:一:verdict": ("rejected",),
        "d:一:1": ("approved",),
        "d:一:2": ("rejected",),
    }
    assert own["d:一:verdict"].text == "会议不同意整体外包"


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        pytest.param(
            "会议原则同意该方案，由县住建局修改后印发。会议不同意增加地下车位。县公安局7月底前完善标线。",
            {"修改": ("agreed_in_principle",), "地下": ("rejected",), "标线": ()},
            id="each the one of its sentence",
        ),
        pytest.param(
            "会议决定暂缓实施。由县住建局补充论证后再报。会议要求，县财政局6月底前结清设计费。",
            {"补充": ("deferred",), "设计费": ("deferred",)},
            id="the only one, on the whole item",
        ),
        pytest.param(
            "会议同意减免租金。会议决定暂缓实施。由县住建局补充论证后再报。会议要求，县财政局6月底前结清设计费。",
            {"补充": ("deferred",), "设计费": ()},
            id="what mends the matter goes on from its deferral",
        ),
        pytest.param(
            "会议不同意为沿街商户减免三个月租金。县住建局7月底前开工。",
            {"开工": ()},
            id="the only one, on something else",
        ),
        pytest.param(
            "会议同意建设停车场。县住建局7月底前开工。商户提出的减租要求，不予同意。",
            {"开工": (), "减租": ("rejected",)},
            id="a refusal of few words opens with its sentence",
        ),
    ],
)
def test_a_refusal_is_borne_by_its_own_sentence(body: str, verdicts: dict[str, tuple[str, ...]]) -> None:
    told = [row for row in _rows(f"一、研究城北停车场建设\n{body}\n二、研究预算\n会议同意。\n") if row.item == "一"]
    for word, wanted in verdicts.items():
        assert [row.item_outcomes for row in told if word in row.text] == [wanted]


def test_a_view_taken_up_behind_the_tasks_is_no_verdict_on_them() -> None:
    body = (
        "一、研究抗旱\n会议听取了汇报。\n● 汇总雨情。〔水文科；每周五〕\n● 清点水泵。〔物资科；3月底前〕\n"
        "派驻组组长何俊提出，清点应当请外单位参加，会议采纳这一意见。\n二、研究预算\n会议同意。\n"
    )
    told = [row for row in _rows(body) if row.item == "一"]
    assert [(row.lead_units, row.outcomes) for row in told] == [
        (("水文科",), ()),
        (("物资科",), ()),
        ((), ("approved",)),
    ]


def test_a_step_that_goes_on_from_one_verdict_is_not_told_of_another() -> None:
    body = (
        "一、研究停车收费\n会议不同意夜间收费。会议原则通过该办法，由县发改委修改后印发。\n二、研究预算\n会议同意。\n"
    )
    own = {row.outcomes: row.next_step for row in _rows(body) if row.item == "一"}
    assert own[("rejected",)] is None
    assert own[("approved_in_principle",)] is not None


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        pytest.param(
            "会议同意：\n1.渡口改造由县交投公司承建。\n2.首年经费80万元。\n会议要求，县财政局6月底前拨付。",
            [("approved",), ("approved",), ()],
            id="a list that the verdict opens",
        ),
        pytest.param(
            "会议同意改造渡口。会议明确：\n1.县交投公司承建。\n2.首年经费80万元。", [(), ()], id="tasks below a verdict"
        ),
        pytest.param(
            "会议不同意改造渡口，由县交投公司另提方案。县财政局6月底前核减预算。",
            [("rejected",), ()],
            id="what goes on in its sentence, not in the next",
        ),
        pytest.param("由县交投公司一并论证，本次暂不作结论。", [("deferred",)], id="what a deferral ends"),
    ],
)
def test_a_point_states_the_verdict_of_its_sentence_only(body: str, stated: list[tuple[str, ...]]) -> None:
    document = parse_text(f"{HEAD}一、研究渡口改造\n{body}\n二、研究预算\n会议同意。\n")
    item = document.items[0]
    found = [tuple(one.class_ for one in stated_by(item, point, document.text)) for point in item.points]
    assert found == stated


def test_a_verdict_with_its_day_and_who_sees_to_it_is_one_row() -> None:
    body = "会议同意将渡口改造报批时限由9月20日调整为11月15日，由县交通局负责落实。县财政局保障经费。"
    own = [row for row in _rows(f"一、渡口改造有关事项\n{body}\n二、研究预算\n会议同意。\n") if row.item == "一"]
    assert [(row.lead_units, row.deadline_text) for row in own] == [(("县交通局",), "11月15日"), (("县财政局",), None)]


def test_the_row_of_a_verdict_does_not_begin_in_mid_sentence() -> None:
    body = "会议同意工期顺延。县住建局督促施工单位调整计划。施工单位提出的赶工费26万元，待造价咨询单位审核后另行研究。"
    told = [row.text for row in _rows(f"一、公寓工程进展\n{body}\n二、研究预算\n会议同意。\n") if row.item == "一"]
    assert "施工单位提出的赶工费26万元，待造价咨询单位审核后另行研究" in [text.rstrip("。") for text in told]


def test_a_refusal_of_what_somebody_asked_for_is_not_on_the_item() -> None:
    body = "县更新局6月底前完成标线。对县住建局提出的收入用于物业补贴的建议，会议不予采纳。"
    [line] = [row for row in _rows(f"一、临时停车保障\n{body}\n二、研究预算\n会议同意。\n") if "标线" in row.text]
    assert (line.outcome, line.item_outcome) == (None, None)
    assert line.item_outcome_text


@pytest.mark.parametrize(
    ("body", "row"),
    [
        pytest.param(
            "会议同意修缮泵房。对购置水车12台的申请，会议批准8台，共96万元。\n由县水务局6月底前修缮。\n",
            "对购置水车12台的申请，会议批准8台，共96万元",
            id="what was asked for",
        ),
        pytest.param(
            "会议同意修缮泵房。郭远提出，水价听证须先行，会议采纳了这一意见。\n由县水务局6月底前修缮。\n",
            "郭远提出，水价听证须先行，会议采纳了这一意见",
            id="what was put forward",
        ),
    ],
)
def test_the_row_of_a_verdict_says_on_what_it_is(body: str, row: str) -> None:
    assert row in [one.text for one in _rows("一、研究县城供水\n" + body)]


def test_a_step_stands_in_the_row_of_the_verdict_that_it_follows() -> None:
    body = (
        "一、研究公园管理\n会议原则同意该办法，修改后报县委审定。会议不同意夜间收费。会议明确：\n"
        "1.县住建局6月底前修缮围墙。\n2.县公安局7月底前完善标线。\n二、研究预算\n会议同意。\n"
    )
    own = [row for row in _rows(body) if row.item == "一"]
    assert [row.outcome for row in own if row.next_step] == ["agreed_in_principle"]


def test_verdicts_of_several_sentences_have_rows_apart_where_nothing_else_is_decided() -> None:
    text = (
        "榆泉县水务局局务会议纪要\n2023年5月9日，局长郭远主持召开局务会议。\n一、检测费支付\n"
        "会议同意支付检测费38万元，从年初预算列支；对另外12万元的签证费用，待审计后再定。\n"
    )
    assert [(row.text, row.outcomes) for row in rows("d", parse_text(text))] == [
        ("会议同意支付检测费38万元，从年初预算列支", ("approved",)),
        ("对另外12万元的签证费用，待审计后再定", ("deferred",)),
    ]


def test_a_verdict_on_a_proposal_says_what_was_proposed() -> None:
    text = (
        "榆泉县水务局局务会议纪要\n2023年5月9日，局长郭远主持召开局务会议。\n一、节水奖补\n由水资源科6月底前修订指南。"
        "科室提出的将申报门槛由8万元降为5万元的意见，会议予以采纳。\n"
    )
    assert [row.text for row in rows("d", parse_text(text))][1:] == [
        "科室提出的将申报门槛由8万元降为5万元的意见，会议予以采纳"
    ]
