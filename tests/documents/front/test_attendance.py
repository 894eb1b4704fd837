from __future__ import annotations

import pytest

from pipeline.documents.front.attendance import find_region, read_roll, with_recorder
from pipeline.documents.parse import parse_text
from tests.documents.paper import blocks, paper

LISTS = (
    "一、审议《甲》\n会议同意。\n出席：张三  李四\n王五\n列席：市财政局钱七\n请假：孙八（出差）\n记录"
    "：周九\n某市政府办公室整理\n2020年3月11日"
)


def test_lists_are_found_and_read() -> None:
    found = blocks(LISTS)
    region = find_region(found)
    assert region is not None
    assert [found[index].passage.flat[:2] for index in (region[0], region[1] - 1)] == ["出席", "记录"]
    roll = read_roll(paper(LISTS), found[region[0]].passage.start, found[region[1] - 1].passage.end)
    attendance = roll.attendance
    assert [person.name for person in attendance.present] == ["张三", "李四", "王五"]
    assert [(person.unit, person.name) for person in attendance.observers] == [("市财政局", "钱七")]
    assert [person.name for person in attendance.absent] == ["孙八"]
    assert attendance.recorder == "周九"
    assert roll.recorder is not None
    assert LISTS[roll.recorder.start : roll.recorder.end] == "周九"


def test_labels_on_one_line() -> None:
    text = "主持：李明  出席：张三、李四  记录：周九"
    roll = read_roll(paper(text), 0, len(text))
    assert roll.chair is not None
    assert (roll.chair[0], roll.attendance.recorder) == ("李明", "周九")
    assert [person.name for person in roll.attendance.present] == ["张三", "李四"]


def test_no_lists() -> None:
    assert find_region(blocks("一、审议《甲》\n会议同意。")) is None


def test_lists_above_the_record_and_the_recorder_below() -> None:
    text = "主持人：李明\n出席：李明、张强\n缺席：钱七\n一、研究甲\n会议同意。\n记录人：周八、吴九"
    found = blocks(text)
    region = find_region(found)
    assert region is not None
    start, end = found[region[0]].passage.start, found[region[1] - 1].passage.end
    assert text[start:end] == "出席：李明、张强\n缺席：钱七"
    roll = with_recorder(paper(text), read_roll(paper(text), start, end), found)
    assert roll.attendance.recorder == "周八、吴九"
    assert roll.recorder is not None
    assert text[roll.recorder.start : roll.recorder.end] == "周八、吴九"
    assert roll.people == {"李明", "张强"}


def test_lists_go_on_through_broken_units_and_name_who_sat_in_besides() -> None:
    text = (
        "一、审议《甲》\n会议同意。\n出席：张明  李敏\n列席：骆 宏（县商\n务局）  县乡村局、县民政局、县自然资\n"
        "源局、县国资中心、北关街道办事处主要负责同志\n记  录：管 宁"
    )
    found = blocks(text)
    region = find_region(found)
    assert region is not None
    start, end = found[region[0]].passage.start, found[region[1] - 1].passage.end
    assert text[start:end].endswith("管 宁")
    roll = read_roll(paper(text), start, end)
    assert [(one.unit, one.name) for one in roll.attendance.observers] == [("县商务局", "骆宏")]
    assert roll.attendance.recorder == "管宁"


def test_other_words_for_the_lists() -> None:
    text = "参会：张明、李敏\n扩大列席：市委组织部 唐 一 鸣\n请假的代表：周敏等3人\n主持：张明    记：王强"
    roll = read_roll(paper(text), 0, len(text))
    attendance = roll.attendance
    assert [[one.name for one in group] for group in (attendance.present, attendance.observers, attendance.absent)] == [
        ["张明", "李敏"],
        ["唐一鸣"],
        ["周敏"],
    ]
    assert attendance.recorder == "王强"


def test_lists_by_post_above_the_labelled_ones() -> None:
    text = (
        "主任委员：顾 清 风（主持）\n副主任委员：莫 如 深、齐 飞\n委员：叶 知 秋（专家委员）、市住建局 常 青、\n"
        "市生态环境局 木 槿（代 薛 涛）\n列席：区政府 洪 波\n请假：市水务局 江 枫（出差）\n一、审议《甲》\n会议同意。"
    )
    found = blocks(text)
    region = find_region(found)
    assert region is not None
    start, end = found[region[0]].passage.start, found[region[1] - 1].passage.end
    lists = read_roll(paper(text), start, end).attendance
    assert [one.name for one in lists.present] == ["顾清风", "莫如深", "齐飞", "叶知秋", "常青", "木槿"]
    assert [one.name for one in (*lists.observers, *lists.absent)] == ["洪波", "江枫"]


def test_a_person_a_line_and_the_recorder_beside_who_checked() -> None:
    text = "参会人员：书记 苏  眉、总会计师 费 清\n    纪委书记 毕 方\n缺席：李明（援疆）\n记录：符晓    核稿：宁致"
    lists = read_roll(paper(text), 0, len(text)).attendance
    assert [one.name for one in lists.present] == ["苏眉", "费清", "毕方"]
    assert lists.recorder == "符晓"


def test_lists_of_a_village_and_of_a_building_site() -> None:
    text = (
        "参加的人：村支书老周（周 大 河）、会计 李巧、妇女主任 何 秀 英\n没来的：民兵连长 周铁柱（在县里培训）\n"
        "镇上来的：驻村干部彭林\n记  录　章 节"
    )
    lists = read_roll(paper(text), 0, len(text)).attendance
    assert [(one.unit, one.name) for one in lists.present] == [("村", "周大河"), (None, "李巧"), (None, "何秀英")]
    assert [[one.name for one in group] for group in (lists.absent, lists.observers)] == [["周铁柱"], ["彭林"]]
    assert lists.recorder == "章节"
    site = "参会单位及人员：\n建设单位：南渡交投  杨 柳、柏 松\n设计单位：省路桥院 方 圆"
    assert [(one.unit, one.name) for one in read_roll(paper(site), 0, len(site)).attendance.present] == [
        ("南渡交投", "杨柳"),
        ("南渡交投", "柏松"),
        ("省路桥院", "方圆"),
    ]


_MATTERS = "\n一、审议《停车场管理办法》\n会议原则通过。\n二、研究供水方案\n会议同意供水方案。"


@pytest.mark.parametrize(
    ("lists", "present", "observers", "absent", "recorder"),
    [
        (
            "▲出席：副县长孙立平、唐晓燕\n◆列席：县财政局局长周平\n◇请假：副县长何俊（下乡）\n●记录：县政府办丁宁",
            ["孙立平", "唐晓燕"],
            ["周平"],
            ["何俊"],
            "丁宁",
        ),
        (
            "【出席】院长 蒋涛，副院长 魏强\n【列席】医务科科长 金鑫\n【请假】副院长 邵峰（进修）\n【记录】党办 柳叶",
            ["蒋涛", "魏强"],
            ["金鑫"],
            ["邵峰"],
            "柳叶",
        ),
        (
            "参加会议的审委会委员：荀彧、副院长司南\n列席：检察长  宇文拓\n记录人：研究室  尉迟敏",
            ["荀彧", "司南"],
            ["宇文拓"],
            [],
            "尉迟敏",
        ),
        (
            "出 席 人：党组成员、副主任　葛藤\n　　　　　党组成员、副主任　霍然\n"
            "列 席 人：疾控科　解放\n缺 席 人：党组成员　刁蝉（下乡）",
            ["葛藤", "霍然"],
            ["解放"],
            ["刁蝉"],
            None,
        ),
        (
            "参加会议人员：\n  市规委会委员：詹明、裘洁\n"
            "列席会议人员：\n  市住建局：边城\n  市交通局：路遥\n会议记录：宁静",
            ["詹明", "裘洁"],
            ["边城", "路遥"],
            [],
            "宁静",
        ),
        ("主持人：镇长温良；记录人：党政办明月\n与会人员：温良、副镇长马龙", ["温良", "马龙"], [], [], "明月"),
    ],
    ids=[
        "behind marks",
        "in brackets without a colon",
        "of a committee",
        "one a line",
        "a unit a line",
        "behind the chair",
    ],
)
def test_forms_of_lists(
    lists: str, present: list[str], observers: list[str], absent: list[str], recorder: str | None
) -> None:
    roll = parse_text(f"某市例会纪要\n时间：2024年5月6日\n{lists}{_MATTERS}").attendance
    assert roll is not None
    assert [one.name for one in roll.present] == present
    assert [one.name for one in roll.observers] == observers
    assert [(one.unit, one.name) for one in roll.absent] == [(None, name) for name in absent]
    assert roll.recorder == recorder


def test_labels_with_one_wide_blank() -> None:
    text = (
        "参会人员　钟明、苑静\n因事缺席　副校长鲍云（外出）\n"
        "列　　席　戴阳（教务处）、校长办公室有关人员\n记　　录　宁佳"
    )
    whole = paper(text)
    region = find_region(blocks(text))
    assert region == (0, 4)
    roll = read_roll(whole, 0, len(text)).attendance
    assert [person.name for person in roll.present] == ["钟明", "苑静"]
    assert [person.name for person in roll.absent] == ["鲍云"]
    assert [person.name for person in roll.observers] == ["戴阳"]
    assert roll.recorder == "宁佳"


def test_lists_side_by_side_with_one_blank() -> None:
    text = "出席：钟明、苑静 列席：卜成、温秀"
    roll = read_roll(paper(text), 0, len(text)).attendance
    assert [person.name for person in roll.present] == ["钟明", "苑静"]
    assert [person.name for person in roll.observers] == ["卜成", "温秀"]


def test_a_list_behind_a_count_of_those_present() -> None:
    text = (
        "应到委员7人，实到6人。出席：钱一鸣、孙朗（副书记、总经理）、周倩（总会计师）\n"
        "请假：吴昊（外出）\n列席：办公室主任郑可\n议题一：审议《甲》\n会议同意。"
    )
    found = blocks(text)
    region = find_region(found)
    assert region is not None
    roll = read_roll(paper(text), found[region[0]].passage.start, found[region[1] - 1].passage.end)
    assert [person.name for person in roll.attendance.present] == ["钱一鸣", "孙朗", "周倩"]
    assert [person.name for person in roll.attendance.absent] == ["吴昊"]
