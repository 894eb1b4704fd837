"""Tests of what decides without a verb of deciding."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.turning import (
    asks,
    changes,
    changes_now,
    decided_before,
    proposes,
    sanctions,
    sets_up,
    turn_in,
    worked_on,
)
from pipeline.generation.decisions.ledger import rows
from tests.documents.paper import passage

HEAD = "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n一、研究渡口改造\n"


def _told(body: str) -> list[str]:
    return [row.text for row in rows("d", parse_text(f"{HEAD}{body}\n二、研究预算\n会议同意。\n")) if row.item == "一"]


@pytest.mark.parametrize(
    "sentence",
    [
        "竣工时间由2023年9月调整为2024年3月。",
        "巡查频次从每周一次改为每日一次。",
        "护堤工作改由副县长孟青负责。",
        "将补助标准提高到每亩120元。",
        "保证金比例由10%降低至5%。",
        "联络员由周敏更换为陈武。",
        "第8次会议定的防火队5人改为7人。",
        "因离学校太近，这次改为建在渡口北侧。",
    ],
)
def test_one_thing_in_the_place_of_another(sentence: str) -> None:
    assert changes(passage(sentence).flat)
    assert sentence in _told(f"会议同意改造方案。{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "客运量由3万人增加到5万人，同比增长六成。",
        "县交通局建议将票价由2元调整为3元。",
        "目前渡船由4艘减少到2艘。",
        "截至4月，渡工由9人减少到7人。",
    ],
)
def test_what_became_otherwise_by_itself_or_was_asked_for(sentence: str) -> None:
    assert not changes(passage(sentence).flat)


def test_where_the_meeting_takes_over_from_who_spoke() -> None:
    told = "县财政局局长武川提出一次列支压力较大，会议决定分两年列支，今年先列60万元。"
    assert turn_in(passage(told).flat) == passage(told).flat.index("会议决定")
    assert "会议决定分两年列支，今年先列60万元。" in _told(f"会议同意改造方案。{told}")
    assert turn_in(passage("县财政局汇报，上次会议要求的资料已补齐。").flat) is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("原申请经费45万元，会议核定为38万元，其余自筹。", "会议核定为38万元，其余自筹。"),
        ("会议核定补贴总额860万元。", "会议核定补贴总额860万元。"),
    ],
)
def test_what_a_meeting_fixes_is_decided(body: str, told: str) -> None:
    assert _told(f"会议听取了县文旅局的汇报。{body}")[-1] == told


def test_blame_and_praise_are_decided() -> None:
    assert sanctions(passage("会议对渡口管理站予以全县通报批评，扣减考核奖2万元。").flat)
    assert not sanctions(passage("会议对渡口管理站的工作给予肯定。").flat)
    assert "会议对渡口管理站予以全县通报批评，扣减考核奖2万元。" in _told(
        "县安监局汇报了检查情况。会议对渡口管理站予以全县通报批评，扣减考核奖2万元。"
    )


def test_a_body_set_up_behind_a_verdict_has_a_row() -> None:
    assert sets_up(passage("成立渡口改造工作专班，由孟青任组长").flat)
    assert "成立渡口改造工作专班" in _told("会议同意启动改造，成立渡口改造工作专班，由孟青任组长。")[-1]


def test_what_stands_before_the_clause_that_turns_down() -> None:
    text = "会议明确，每艘补助6万元，县交通局另报的9万元标准不予采纳。"
    assert _told(text)[0] == "会议明确，每艘补助6万元"
    assert decided_before(passage("会议明确，鉴于资金未落实，")) is None
    assert decided_before(passage("某企业要求再减免租金2万元，")) is None


def test_what_is_chosen_in_the_place_of_what_was_turned_down_has_a_row() -> None:
    assert _told("会议不采纳西岸方案，确定使用东岸码头。") == ["会议不采纳西岸方案，确定使用东岸码头。"]


def test_a_proposal_is_no_task_of_those_named_beneath_it() -> None:
    assert asks(passage("县交通局提出两种方案:一是改建,二是迁建。").flat)
    text = "县交通局提出两种方案：一是就地改建，二是整体迁建。会议决定暂缓，先摸清水文条件。\n责任单位：县交通局"
    assert not any("就地改建" in told for told in _told(text))


def test_what_this_meeting_changes_is_decided_without_a_verdict_before() -> None:
    assert changes_now(passage("第8次会议议定的6月开班调整为9月开班。").flat)
    assert not changes_now(passage("现已改为电动闸门。").flat)
    text = "3月的第4次会议定在东门建渡口，负责人是孟青。因水浅，这次改为建在北门，负责人换成周敏。"
    assert _told(text) == ["因水浅，这次改为建在北门，负责人换成周敏。"]


def test_a_day_for_coming_back_goes_with_who_works_on_it() -> None:
    text = passage("会议要求县交通局、县财政局核算，修改后于11月中旬再次上会。")
    comma = text.flat.index("修改")
    assert worked_on(text, comma, len(text.flat) - 1, date="2023-05-09").flat == text.flat[:-1]
    assert worked_on(text, comma, comma + 3, date="2023-05-09").flat == text.flat[:comma]
    later = passage("条件不成熟，待6月底资金到位后再研究。")
    assert worked_on(later, 6, len(later.flat) - 1, date="2023-05-09").flat == "条件不成熟,"


def test_what_is_so_from_now_on_is_decided_though_a_remark_tells_it() -> None:
    told = _told("会议指出，去年曾确定由水务站实施，鉴于该站已并入，现改由建设中心实施，各村负责清点。")
    assert told == ["现改由建设中心实施", "各村负责清点。"]


def test_where_what_was_said_turns_into_what_is_decided() -> None:
    kept = "县财政局持保留意见,由县财政局与县港务站在决算时核定。"
    assert kept[turn_in(kept) or 0 :] == "由县财政局与县港务站在决算时核定。"
    settled = "因方平赴外地学习,会议决定专班组长改由田舟担任。"
    assert settled[turn_in(settled, firmly=True) or 0 :] == "会议决定专班组长改由田舟担任。"
    assert turn_in("因汛期将至,会议要求尽快检查。", firmly=True) is None


def test_beside_numbered_points_what_the_meeting_decides_and_changes_is_told() -> None:
    body = (
        "因方平赴外地学习，会议决定专班组长改由副县长田舟担任。整治结束时间由4月30日延长至6月30日。\n"
        "（1）船只逐一登记。（县港务站负责）\n（2）每两周报送一次进展。（县港务站负责）"
    )
    assert _told(body)[:2] == ["会议决定专班组长改由副县长田舟担任。", "整治结束时间由4月30日延长至6月30日。"]


def test_a_part_of_a_draft_that_is_turned_down_is_no_task() -> None:
    assert proposes("草案中将夜班补助由80元提高到100元的条款,")
    assert not proposes("由县财政局把夜班补助由80元提高到100元,")


def test_what_the_meeting_asks_of_somebody_behind_a_view_is_decided() -> None:
    assert turn_in("何明提出改走南线,会议请县交通局比选后再报。") == len("何明提出改走南线,")


def test_a_clause_of_the_draft_that_is_turned_down_is_no_task() -> None:
    assert proposes("办法中“夜间每小时收费2元”一条,")
    assert not proposes("由县交通局逐条修改,")
    told = _told(
        "会议批准《收费办法》。由县交通局6月底前公示。办法中“夜间收费由1元提高到2元”一条，会议未予同意，仍按原标准执行。"
    )
    assert told == [
        "会议批准《收费办法》",
        "由县交通局6月底前公示。",
        "办法中“夜间收费由1元提高到2元”一条，会议未予同意，仍按原标准执行",
    ]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("会议研究了首批房源的分配办法,决定按积分排序,首批120套。", "决定按积分排序,首批120套。"),
        ("会议讨论了选址,一致确定建在北门。", "一致确定建在北门。"),
        ("会议研究了县政府的决定,要求抓好落实。", None),
    ],
)
def test_what_is_decided_behind_what_was_gone_into(text: str, then: str | None) -> None:
    at = turn_in(text)
    assert (text[at:] if at is not None else None) == then
