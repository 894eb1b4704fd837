"""Verdicts in any clause: what turns a matter down, puts it off or lets it pass, and what only sounds so."""

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.put_off import nothing_up, put_off
from pipeline.documents.spoken.verdicts import find_verdict
from pipeline.generation.decisions.ledger import rows
from tests.documents.paper import passage

_HEAD = "某镇党委会议纪要\n2024年5月10日，党委书记姚正明主持召开党委会议。\n主持：姚正明\n一、研究土地出租\n"


@pytest.mark.parametrize(
    ("sentence", "class_", "wording"),
    [
        ("会议没有异议，按程序办理。", "approved", "会议没有异议"),
        ("与会人员对该方案均无不同意见。", "approved", "与会人员对该方案均无不同意见"),
        ("会议以5票赞成、1票反对、1票弃权通过分配方案。", "approved", None),
        ("会议以5票赞成、1票反对、1票弃权通过分配方案，同时调减停车场。", "approved", None),
        ("考核结果经会议审定通过，由人事科兑现。", "approved", "考核结果经会议审定通过"),
        ("该规划经市委常委会审议通过后实施。", None, None),
        ("老年活动中心维修不再列入年度计划。", "rejected", None),
        ("东片区因涉及征收，不纳入本年度改造范围。", "rejected", "不纳入本年度改造范围"),
        ("人选票数没过半（同意2票，反对3票），没通过。", "rejected", "没通过"),
        ("市卫健委提出的1240万元中，信息化部分380万元不予安排。", "rejected", "信息化部分380万元不予安排"),
        ("医院提出增至1200张的意见不采纳。", "rejected", None),
        ("该项目暂不列入2025年计划。", "deferred", None),
        ("二期工程缓建。", "deferred", "二期工程缓建"),
        ("平台软件招标暂停，预付款另行协商。", "deferred", "平台软件招标暂停"),
        ("施工暂停期间做好防护。", None, None),
        ("该专业现有条件不足，本年度不予申报。", "rejected", "本年度不予申报"),
        ("车库用地权属未理清，暂不列入计划，待完成调查后再行研究。", "deferred", "暂不列入计划"),
        ("凉亭翻新留待下次会议。", "deferred", "凉亭翻新留待下次会议"),
        ("原承包户拖欠的塘租不予减免。", "rejected", "原承包户拖欠的塘租不予减免"),
        ("逾期未申报的摊位不予减免。", None, None),
        ("超出部分不予减免。", None, None),
        ("其余6名视年底考核情况再定。", "deferred", "其余6名视年底考核情况再定"),
        ("意见没有统一，下次再说。", "deferred", "下次再说"),
        ("河道管理范围内的4亩一律不批准占用。", "rejected", None),
        ("一律不同意的说法没有依据。", None, None),
        ("东门选址不予考虑。", "rejected", "东门选址不予考虑"),
        ("两站合并涉及安置，留待下半年研究。", "deferred", "留待下半年研究"),
        ("园林项目因施工图未审，本季度不安排。", "deferred", "本季度不安排"),
        ("暂不启动Ⅱ级响应。", "deferred", "暂不启动Ⅱ级响应"),
        ("党组会议审议并原则同意《细则》。", "agreed_in_principle", None),
        ("厅务会议不同意追加经费。", "rejected", None),
        ("关于错峰泄洪的建议，会商未采纳。", "rejected", None),
        ("经充分讨论，党组成员一致同意上报草案。", "approved", None),
        ("会议审定种苗资金分配方案，其中柳江县80万元。", "approved", None),
        ("审定种苗资金分配方案", None, None),
        ("会议审定：不同意本次注资方案。", "rejected", None),
        ("何明的反对意见，同意记录在案。", None, None),
        ("同意将三名委员的不同看法记录在案。", None, None),
        ("此前第8次会议对该事项作了暂缓处理。", None, None),
        ("该事项曾于5月暂缓研究。", None, None),
        ("该办法第3次党委会议曾暂不通过。", None, None),
        ("对合并两个站的提议，会议不作采纳。", "rejected", "会议不作采纳"),
        ("暂缓期间由镇水务站照看设备。", None, None),
        (
            "监理单位申请增加监理费9万元一事暂缓办理，由镇审计办审查。",
            "deferred",
            "监理单位申请增加监理费9万元一事暂缓办理",
        ),
        ("监理单位申请暂缓办理。", None, None),
        ("姚正明认为镇里财力紧张，建议缓行。", None, None),
        ("会议认为镇里财力紧张，建议缓行。", "deferred", "建议缓行"),
        ("会议意见：不再续约，采用公开招租方式。", "rejected", "不再续约"),
        ("承包方表示不再续约，要求退还押金。", None, None),
        ("铺面已清退12间，另有8间因租约未到期暂不清退。", None, None),
        ("秦某通报了船检通知，会议未作讨论。", None, None),
        ("凉亭翻新先放一放，等街道经费下来。", "deferred", "凉亭翻新先放一放"),
        ("分红方案暂时不动。", "deferred", "分红方案暂时不动"),
        ("健身器材的事年后再说。", "deferred", "健身器材的事年后再说"),
        ("未纳入的4条背街，待管网验收后再行安排。", "deferred", "未纳入的4条背街，待管网验收后再行安排"),
        ("其余6户待资金到位后再行实施。", "deferred", "其余6户待资金到位后再行实施"),
        ("余下两个村，暂不动工，视试点情况另行考虑。", "deferred", None),
        ("其余6户待验收后由镇政府统一安排入住。", None, None),
        ("大家口头通过，写进公约。", None, None),
        ("公示无异议后办理。", None, None),
        ("对逾期未申报的，不予安排资金。", None, None),
        ("对距离退休不足五年的教师，不纳入交流范围。", None, None),
        ("信息化部分不予安排。", None, None),
    ],
)
def test_a_clause_decides(sentence: str, class_: str | None, wording: str | None) -> None:
    found = find_verdict(passage(sentence))
    assert (found.class_ if found else None) == class_
    if found and wording:
        assert sentence[found.start : found.end] == wording


@pytest.mark.parametrize(
    ("body", "classes"),
    [
        ("姚正明书记同意按评估价出租。", ["approved"]),
        ("党委书记姚正明同意按评估价出租。", ["approved"]),
        ("该方案待修改后再议。与会委员无异议。", ["deferred"]),
        ("会议决定暂缓研究。该项目不列入今年计划。", ["deferred"]),
        ("石磊镇长建议按评估价出租。", []),
    ],
    ids=["name and post", "post and name", "nobody objects to a delay", "what follows of a delay", "not the chair"],
)
def test_who_speaks_and_what_was_said_before_count(body: str, classes: list[str]) -> None:
    assert [outcome.class_ for outcome in parse_text(f"{_HEAD}{body}").items[0].outcomes] == classes


@pytest.mark.parametrize(
    "said",
    [
        "本议题不作决定。",
        "会议未作新的决定。",
        "会议对此未作专门部署。",
        "董事会未就本报告形成决议。",
        "大家没有作决定。",
        "会议不另作决议。",
        "大家作了讨论，意见供农办参考，本议题未作决定。",
    ],
)
def test_where_a_report_was_heard_nothing_is_put_off(said: str) -> None:
    assert nothing_up(passage(said).flat)
    item = parse_text(f"{_HEAD}会议听取了农办主任周敏关于秋收情况的汇报。水稻已收八成。{said}").items[0]
    assert (item.outcomes, "heard" in item.spans) == ((), True)


def test_what_comes_again_behind_a_report_that_was_only_heard_is_a_step() -> None:
    body = "会议听取了码头选址的汇报，不作决定。{}继续与港务站洽谈，洽谈结果出来后再上会。"
    item = parse_text(f"{_HEAD}{body.format('由镇农办')}").items[0]
    assert (item.outcomes, item.next_step) == ((), "洽谈结果出来后再上会")
    assert [point.lead_units for point in item.points] == [("镇农办",)]
    put_off = parse_text(f"{_HEAD}会议听取了汇报，不作决定。凉亭翻修先放一放，等经费下来再议。").items[0]
    assert [outcome.class_ for outcome in put_off.outcomes] == ["deferred"]


@pytest.mark.parametrize("said", ["因面积未核定，本次不作决定。", "会议未作表决。", "县农办未作汇报。"])
def test_a_reason_or_a_vote_put_off_is_more_than_nothing(said: str) -> None:
    assert not nothing_up(passage(said).flat)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选址报告仍在修改，会议没有作出决定。", True),
        ("因选址报告仍在修改，会议没有作出决定。", False),
        ("选址报告仍在修改，本次不作决定。", False),
    ],
)
def test_what_is_still_in_the_making_is_not_put_off(text: str, expected: bool) -> None:
    assert nothing_up(passage(text).flat) is expected


def test_only_listening_is_no_verdict() -> None:
    [row] = rows("d", parse_text(f"{_HEAD}人大主席李明介绍了情况。本议题只听情况，不作决定。\n"))
    assert row.outcomes == ("heard",)


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("该事项待进一步论证,由水投公司重新测算", "deferred"),
        ("收运量预测依据不足,待进一步研究", "deferred"),
        ("相关数据有待进一步研究", None),
        ("停车场选址待进一步论证后报批", None),
        ("对弄虚作假的情形,一律不予受理", None),
        ("对上述三家企业的申请,一律不予受理", "rejected"),
        ("搬迁定在寒假期间,具体日期另行研究", None),
        ("收费标准另行研究", "deferred"),
    ],
)
def test_what_waits_and_what_is_only_a_rule_or_a_detail(text: str, class_: str | None) -> None:
    found = put_off(text, 0, len(text))
    assert (found.class_ if found else None) == class_


def test_what_was_sent_back_already_is_put_off_by_nobody() -> None:
    assert find_verdict(passage("票据齐全，有1笔验收签字不全，已退回补签。")) is None
    found = find_verdict(passage("该方案退回财务科修改。"))
    assert found is not None and found.class_ == "deferred"
