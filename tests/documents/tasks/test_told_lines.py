"""A line 「责任单位：…」 and the tasks that it is for."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.tasks.told_lines import told_line
from pipeline.minutes import Point
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("责任单位：市住建局、市水务局", "市住建局|市水务局//"),
        ("牵头单位: 市住建局 配合单位: 各区 完成时限: 年底前", "市住建局/各区/年底前"),
        ("〔牵头：市住建局；配合：市水务局、各区〕", "市住建局/市水务局|各区/"),
        ("（责任单位：市住建局；监督单位：市审计局）", "市住建局/市审计局/"),
        ("▲ 责任分工：市住建局牵头，各区落实", "市住建局/各区/"),
        ("责任领导：贺云；责任单位：市住建局", "贺云|市住建局//"),
        ("责任部门及完成时间：市住建局，8月底前", "市住建局//"),
        ("责 任 人：李明", "李明//"),
        ("完成时限：年底前", "//年底前"),
        ("由市住建局负责，责任单位：市住建局", None),
        ("会议要求：抓紧", None),
        ("责任重大：各区要抓紧", None),
    ],
)
def test_a_line_says_who_does_it_and_by_when(line: str, told: str | None) -> None:
    found = told_line(passage(line))
    if found is None:
        assert told is None
        return
    names = [
        [name.flat for share in found.shares for name in share.leads],
        [name.flat for share in found.shares for name in share.supports],
        [found.deadline.flat] if found.deadline else [],
    ]
    assert "/".join("|".join(one) for one in names) == told


def points(text: str) -> tuple[Point, ...]:
    head = "东塘镇党政联席会议纪要\n2023年9月6日，镇长贺云主持召开镇党政联席会议。\n"
    return parse_text(f"{head}{text}\n二、审议车辆方案\n会议同意。\n").items[0].points


def test_each_numbered_task_has_those_of_its_number() -> None:
    first, second, third = points(
        "一、修缮街面\n会议议定：\n（1）11月底前铺设管网。\n（2）今年增设站牌。\n（3）对招标开展审计。\n"
        "责任单位：第（1）（2）条，规划办牵头，各村配合；第（3）条，财政所"
    )
    assert [one.lead_units for one in (first, second, third)] == [("规划办",), ("规划办",), ("财政所",)]
    assert [one.support_units for one in (first, second, third)] == [("各村",), ("各村",), ()]
    assert third.text == "对招标开展审计。"


def test_a_part_goes_to_the_task_of_which_it_speaks() -> None:
    found = points(
        "一、秋收\n会议要求：\n1.秸秆禁烧每天巡查，火点必查。\n责任单位：秸秆禁烧由农业办牵头，各村配合；种子储备由粮站负责。"
    )
    assert [(one.text[:4], one.lead_units, one.support_units) for one in found][-1] == ("种子储备", ("粮站",), ())


def test_what_is_due_by_the_line_is_a_task_and_no_name() -> None:
    [point] = points(
        "一、管网二期\n会议原则同意实施方案。\n责任单位：规划办（牵头），财政所（配合）；10月20日前完成施工图审查，开工须避开雨季。"
    )
    assert point.text == "10月20日前完成施工图审查，开工须避开雨季"
    assert (point.lead_units, point.support_units) == (("规划办",), ("财政所",))
    assert point.deadline is not None and point.deadline.date == "2023-10-20"


def test_who_does_what_the_line_tells_did_not_decide_what_stands_before() -> None:
    first, second = points(
        "一、管网二期\n会议原则同意实施方案。会议决定分两年列支，今年先列90万元。\n"
        "责任单位：规划办；8月底前完成勘察并提交报告。"
    )
    assert (first.lead_units, second.lead_units) == ((), ("规划办",))
    *_, last = points("一、管网二期\n会议议定：\n1.先修东段。\n2.再修西段。\n责任分工：规划办；验收后每季报送进展。")
    assert (last.label, last.lead_units) == ("2", ("规划办",))


def test_by_when_alone_is_of_the_verdict() -> None:
    [point] = points("一、食堂外包\n会议同意外包保洁服务。\n责任单位：党政办；12月1日起执行。")
    assert point.lead_units == ("党政办",)
    assert point.deadline is not None and point.deadline.text == "12月1日起"


@pytest.mark.parametrize(
    ("words", "leads", "supports"),
    [
        ("6月底前降低水位。〔牵头：运行处；配合：水文局、水库管理所〕", ("运行处",), ("水文局", "水库管理所")),
        ("数据每周五报备。〔责任单位：信息中心；监督：监察室〕", ("信息中心",), ("监察室",)),
        ("6月底前完成。（责任单位：规划办牵头，各村配合）", ("规划办",), ("各村",)),
    ],
)
def test_a_bracket_behind_a_task_says_the_same(words: str, leads: tuple[str, ...], supports: tuple[str, ...]) -> None:
    point, _ = points(f"一、防汛\n会议议定：\n（1）{words}\n（2）长期值守。")
    assert (point.lead_units, point.support_units) == (leads, supports)


def test_a_numbered_task_has_the_lines_at_its_end() -> None:
    first, second, third = points(
        "一、燃气安全\n会议议定：\n1．逐处约谈，9月底前清零。\n   责任单位：燃气科；配合单位：质量监督站、属地街道\n"
        "2．更换软管。\n   责任单位：陈立牵头，燃气科落实；11月底前完成\n"
        "3．每月22日前报送进度。\n   完成时限：每月22日前\n"
    )
    assert (first.lead_units, first.support_units) == (("燃气科",), ("质量监督站", "属地街道"))
    assert first.text.endswith("属地街道")
    assert (second.lead_units, second.support_units) == (("陈立",), ("燃气科",))
    assert second.deadline is not None and second.deadline.date == "2023-11-30"
    assert (third.lead_units, third.label) == ((), "3")


def _told(body: str) -> list[tuple[tuple[str, ...], str | None]]:
    head = "某县政府常务会议纪要\n2024年4月8日，县长周明主持召开县政府第5次常务会议。\n"
    document = parse_text(f"{head}一、研究抗旱工作\n{body}\n二、研究预算\n会议同意。\n")
    return [(point.lead_units, point.deadline.text if point.deadline else None) for point in document.items[0].points]


def test_a_bracket_behind_a_name_tells_which_task_is_its() -> None:
    told = _told(
        "会议明确：\n1.塘坝逐座检修到位。\n2.机井台账重新登记。\n责任单位：县水利局（塘坝检修）、县农业农村局（机井登记）。"
    )
    assert [leads for leads, _ in told] == [("县水利局",), ("县农业农村局",)]


def test_a_time_limit_says_of_which_task_it_is() -> None:
    told = _told(
        "会议决定，塘坝检修由县水利局组织。会议同意增购水泵12台。机井登记由县农业农村局组织。\n"
        "责任领导：周明；完成时限：塘坝检修5月10日前完成，机井登记6月底前完成。"
    )
    assert [due for _, due in told] == ["5月10日前", "6月底前"]


@pytest.mark.parametrize("label", ["包片领导", "挂联单位", "主抓领导", "跟办人", "责任站所", "责任股室"])
def test_who_is_told_by_labels_of_offices(label: str) -> None:
    assert _told(f"会议决定，逐座检修塘坝。\n{label}：周明；截止日期：5月10日前")[0] == (("周明",), "5月10日前")


def test_what_the_meeting_stressed_is_for_those_who_have_no_other_task() -> None:
    told = _told("会议强调，要逐村核清缺水户数。县气象局每天报送雨情。\n责任单位：县民政局；完成时限：5月10日前。")
    assert told == [(("县民政局",), "5月10日前"), (("县气象局",), "每天")]


def test_a_bracket_need_hold_little_where_no_other_task_holds_any() -> None:
    told = _told(
        "会议明确：\n1.破损管道6月底前换完。\n2.水费办法修订后上报。\n3.机井登记造册。\n"
        "责任单位：县供水站（管道更换）、县农经站（机井登记）；完成时限：管道更换6月底前，办法修订8月底前。"
    )
    assert told == [(("县供水站",), "6月底前"), ((), "8月底前"), (("县农经站",), None)]
