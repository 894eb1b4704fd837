from __future__ import annotations

import pytest

from pipeline.documents.front.attendance import find_region, read_roll, with_recorder
from pipeline.documents.front.attendance_told import read_told, told_at_close, with_told
from tests.documents.paper import blocks, paper


def test_attendance_told_in_the_lead() -> None:
    text = "5月3日，县长段明主持召开会议。副县长杨帆、苏晓出席会议，县政协主席白洁列席会议。纪要如下："
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    assert [person.name for person in roll.attendance.present] == ["杨帆", "苏晓"]
    assert [person.name for person in roll.attendance.observers] == ["白洁"]
    assert text[roll.attendance.start :].startswith("副县长")
    assert read_told(paper("会议召开。"), blocks("会议召开。")) is None


def test_the_lead_tells_who_kept_the_record_and_why_somebody_was_away() -> None:
    text = "5月3日，县长段明主持召开会议。副县长杨帆出席会议，副县长白洁出国考察请假。县政府办公室牛明记录。"
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    assert [person.name for person in roll.attendance.absent] == ["白洁"]
    assert with_recorder(paper(text), roll, blocks(text)).attendance.recorder == "牛明"


def test_attendance_told_beside_the_chair() -> None:
    text = "2023年3月4日，局长段明主持召开办公会，副局长杨帆、苏晓参加，副局长白洁因病请假，会议研究了以下事项："
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    assert [person.name for person in roll.attendance.present] == ["段明", "杨帆", "苏晓"]
    assert [person.name for person in roll.attendance.absent] == ["白洁"]


@pytest.mark.parametrize(
    ("told", "present", "observers", "absent"),
    [
        (
            "副市长杨帆、苏晓出席，秘书长孙伟列席，市发改委周涛、市财政局吴斌列席有关议题，副市长郑凯请假。",
            ["杨帆", "苏晓"],
            ["孙伟", "周涛", "吴斌"],
            ["郑凯"],
        ),
        (
            "出席会议的有副市长杨帆、苏晓，列席会议的有市发改委周涛、市财政局吴斌，请假的有副市长钱勇。",
            ["杨帆", "苏晓"],
            ["周涛", "吴斌"],
            ["钱勇"],
        ),
        ("副市长杨帆，秘书长孙伟都来了；副市长钱勇去省里开会，没有参加。", ["杨帆", "孙伟"], [], ["钱勇"]),
        ("到会的“两委”班子有副书记杨帆、会计孙伟；三组组长钱勇去外地，没来。", ["杨帆", "孙伟"], [], ["钱勇"]),
        ("副市长杨帆出席会议；市人大常委会副主任吴斌应邀列席。", ["杨帆"], ["吴斌"], []),
        ("杨帆、苏晓、郑凯等区政府领导出席会议，区财政局等单位主要负责人列席会议。", ["杨帆", "苏晓", "郑凯"], [], []),
        ("董事杨帆现场出席，董事孙伟以通讯方式参会，董事钱勇因公未能出席。", ["杨帆", "孙伟"], [], ["钱勇"]),
        ("办公室冯军列席会议，其中财务科吴斌列席第二项议题，副局长郑凯因出差缺席。", [], ["冯军", "吴斌"], ["郑凯"]),
    ],
    ids=[
        "a second group",
        "the list behind",
        "they came",
        "who of the body came",
        "by invitation",
        "and so on",
        "how they came",
        "for one matter",
    ],
)
def test_groups_told_in_sentences(told: str, present: list[str], observers: list[str], absent: list[str]) -> None:
    text = f"2022年3月5日，市长段明主持召开会议。{told}"
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    found = roll.attendance
    assert [[one.name for one in group] for group in (found.present, found.observers, found.absent)] == [
        present,
        observers,
        absent,
    ]


def test_the_unit_of_one_who_sits_in() -> None:
    text = "会议召开。办公室冯军列席会议，其中财务科吴斌列席第二项议题。"
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    assert [(one.unit, one.name) for one in roll.attendance.observers] == [("办公室", "冯军"), ("财务科", "吴斌")]


def test_the_last_paragraph_tells_who_was_there() -> None:
    text = (
        "5月3日，省长段明主持召开会议。\n会议指出，要抓好春耕。\n"
        "副省长杨帆、苏晓，省政府秘书长何平出席会议。副省长马江因出差请假。\n（责任编辑：小林）"
    )
    found = blocks(text)
    close = told_at_close(paper(text), found)
    assert close is not None
    assert close[0] == 2
    lists = close[1].attendance
    assert [one.name for one in lists.present] == ["杨帆", "苏晓", "何平"]
    assert [one.name for one in lists.absent] == ["马江"]
    assert (
        told_at_close(paper("会议要求，市财政局负责同志参加会议。"), blocks("会议要求，市财政局负责同志参加会议。"))
        is None
    )


def test_what_the_lists_leave_out_is_taken_from_the_lead() -> None:
    text = (
        "会议应到董事3名，实到董事2名，独立董事宁 致因公出差书面委托独立董事阮 菊代为表决。监事会主席葛平列席会议。\n"
        "议案一 投资\n会议同意。\n与会董事签字：秦岳 阮 菊"
    )
    found = blocks(text)
    region = find_region(found)
    assert region is not None
    roll = read_roll(paper(text), found[region[0]].passage.start, found[region[1] - 1].passage.end)
    lists = with_told(paper(text), roll, found[:1]).attendance
    assert [one.name for one in lists.observers] == ["葛平"]
    assert [one.name for one in lists.absent] == ["宁致"]


@pytest.mark.parametrize(
    ("told", "present", "observers", "absent"),
    [
        (
            "省领导江流、杜衡参加会议，省政协副主席兼省工商联主席黎朗、省军区副司令员韩铁列席会议。",
            [(None, "江流"), (None, "杜衡")],
            [("省政协", "黎朗"), ("省军区", "韩铁")],
            [],
        ),
        (
            "市气象局首席预报员庄晓梦，市水文中心主任水清浅参加会商，各县防指在分会场参加。",
            [("市气象局", "庄晓梦"), ("市水文中心", "水清浅")],
            [],
            [],
        ),
        (
            "党委委员 辛 弃、陆 游 川、文 天出席会议；非党员副镇长  骆 宾 列席会议；党委委员 高 适 因病请假。",
            [(None, "辛弃"), (None, "陆游川"), (None, "文天")],
            [(None, "骆宾")],
            [(None, "高适")],
        ),
        ("驻村第一书记林晓棠、镇包村干部吴江列席。", [], [("驻村", "林晓棠"), ("镇", "吴江")], []),
    ],
    ids=["two posts", "a council of experts", "padded names", "posts of a village"],
)
def test_units_of_those_told(
    told: str,
    present: list[tuple[str | None, str]],
    observers: list[tuple[str | None, str]],
    absent: list[tuple[str | None, str]],
) -> None:
    text = f"2022年3月5日，会议召开。{told}"
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    found = roll.attendance
    assert [[(one.unit, one.name) for one in group] for group in (found.present, found.observers, found.absent)] == [
        present,
        observers,
        absent,
    ]


def test_labelled_lists_within_the_lead() -> None:
    text = (
        "5月3日，院长段明主持召开办公会。参加人员：副院长杨帆、苏晓，总会计师方圆。列席人员：院办柳青、医务科韩博。"
        "请假人员：工会主席宋梅（出差）。政策研究室白洁列席监督。副院长苏晓第2项起离席。记录人：柳青。"
    )
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    assert [person.name for person in roll.attendance.present] == ["杨帆", "苏晓", "方圆"]
    assert [person.name for person in roll.attendance.observers][:2] == ["柳青", "韩博"]
    assert [person.name for person in roll.attendance.absent] == ["宋梅"]
    assert text[roll.attendance.start :].startswith("参加人员：")
    assert with_recorder(paper(text), roll, blocks(text)).attendance.recorder == "柳青"


def test_labelled_lists_parted_by_semicolons() -> None:
    text = "6月4日，厅长霍明主持召开会议。出席：副厅长戚薇、总工程师冷锋；列席：办公室盛夏，公路处石坚。"
    roll = read_told(paper(text), blocks(text))
    assert roll is not None
    assert [person.name for person in roll.attendance.present] == ["戚薇", "冷锋"]
    assert [person.name for person in roll.attendance.observers] == ["盛夏", "石坚"]
