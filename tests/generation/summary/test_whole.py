"""Verdicts and next steps take in what they mean nothing without, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.whole import whole_verdicts
from pipeline.minutes import Outcome, Point

HEAD = "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n"


@pytest.mark.parametrize(
    ("heading", "body", "verdict"),
    [
        (
            "关于海棠苑预售款监管",
            "1.对退款申请暂缓支付，待竣工验收合格后再议。\n2.由县住建局6月底前核查账户。",
            "对退款申请暂缓支付，待竣工验收合格后再议",
        ),
        (
            "关于校车停运",
            "1.同意东线5月20日停运。\n2.旧车处置这次暂缓研究，待评估报告出具后再议。",
            "旧车处置这次暂缓研究，待评估报告出具后再议",
        ),
        (
            "关于防汛值守",
            "1.值守人员每日两报。\n2.动用储备物资，50万元以下由分管副县长签批。会议同意这一权限划分。",
            "动用储备物资，50万元以下由分管副县长签批。会议同意这一权限划分",
        ),
        (
            "关于护林员补助",
            "会议同意自2024年1月起，将护林员补助由每月300元提高到500元，由县林业局发放。",
            "会议同意自2024年1月起，将护林员补助由每月300元提高到500元",
        ),
        ("关于《榕港县渡口办法》", "会议认为，渡口底数不清，会议决定暂缓审议。", "会议决定暂缓审议"),
        ("关于渡口改造方案", "会议听取了汇报。会议同意该方案，由县交通运输局实施。", "会议同意该方案"),
    ],
)
def test_a_verdict_takes_in_its_object(heading: str, body: str, verdict: str) -> None:
    document = whole_verdicts(parse_text(f"{HEAD}一、{heading}\n{body}\n"))
    outcome = document.items[0].outcomes[-1]
    assert outcome.text == verdict == document.quote(outcome.span)


@pytest.mark.parametrize(
    ("body", "step"),
    [
        (
            "会议决定暂缓设立基金，储备项目达到8个以上时，再提交常务会议研究。",
            "储备项目达到8个以上时，再提交常务会议研究",
        ),
        ("会议原则同意该方案，由县财政局修改后印发。", "由县财政局修改后印发"),
    ],
)
def test_a_next_step_takes_in_its_condition(body: str, step: str) -> None:
    document = whole_verdicts(parse_text(f"{HEAD}一、关于设立渡口基金\n{body}\n"))
    assert document.items[0].next_step == step == document.quote(document.items[0].spans["next_step"])


def test_a_verdict_takes_back_an_object_that_was_cut_off_as_a_point() -> None:
    text = f"{HEAD}一、渡口票价\n对普通票价由2元调整为3元的方案，会议决定暂缓实施。\n"
    document = parse_text(text)
    item, start = document.items[0], text.index("对普通")
    cut = Point(label=None, text="对普通票价由2元调整为3元的方案，", start=start, end=text.index("会议决定"))
    verdict = Outcome(class_="deferred", text="会议决定暂缓实施", start=cut.end, end=cut.end + 8)
    broken = replace(document, items=(replace(item, points=(cut,), outcomes=(verdict,)),))
    assert whole_verdicts(broken).items[0].outcomes[0].text == "对普通票价由2元调整为3元的方案，会议决定暂缓实施"


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        (
            "会议同意方案。田舟同志建议换乘免费，会议请市交通局研究，暂不写入方案。",
            ["会议同意方案", "田舟同志建议换乘免费，会议请市交通局研究，暂不写入方案"],
        ),
        (
            "该方案原定4月15日前再次提请审议，因勘察延误，推迟至本次会议研究。会议同意修改后的方案。",
            ["会议同意修改后的方案"],
        ),
        (
            "会议同意资金由三部分构成：中央资金86万元，市财政54万元，企业自筹75万元。",
            ["会议同意资金由三部分构成：中央资金86万元，市财政54万元，企业自筹75万元"],
        ),
        ("会议同意结算上半年费用共6,713.28万元，从专项经费中列支。", ["会议同意结算上半年费用共6,713.28万元"]),
    ],
    ids=["what was proposed", "put off until now", "a list that is announced", "a figure with its comma"],
)
def test_a_verdict_takes_in_what_it_means_nothing_without(body: str, verdicts: list[str]) -> None:
    document = whole_verdicts(parse_text(f"甲县政府第3次常务会议纪要\n一、公交方案\n{body}\n"))
    assert [one.text for one in document.items[0].outcomes] == verdicts


@pytest.mark.parametrize(
    ("body", "step"),
    [
        (
            "暂缓表决。由市商务局牵头，与市应急管理局会商一致后提交下次会议审议。",
            "由市商务局牵头，与市应急管理局会商一致后提交下次会议审议",
        ),
        (
            "原则通过。请甲区政府优化广场衔接，成果送办公室复核，无须再次上会。",
            "请甲区政府优化广场衔接，成果送办公室复核，无须再次上会",
        ),
    ],
)
def test_a_next_step_says_who_takes_it(body: str, step: str) -> None:
    text = f"甲县政府第3次常务会议纪要\n一、加油站规划\n{body}\n二、《乙办法》\n会议通过。\n"
    assert whole_verdicts(parse_text(text)).items[0].next_step == step
