from __future__ import annotations

from pipeline.documents.context import Context
from pipeline.documents.matters.agenda import read_matters
from tests.documents.paper import blocks, paper


def read(text: str, **arguments: object) -> list[tuple[str | None, str]]:
    sheet = paper(text)
    matters = read_matters(Context(sheet), blocks(text), first=0, **arguments)  # type: ignore[arg-type]
    return [(item.label, item.title) for item in matters.items]


def test_agenda_told_in_prose() -> None:
    text = "会议共有三项议题：一是传达学习全会精神；二是审议《甲办法》；三是研究乙问题。\n会议要求，抓好落实。"
    assert read(text) == [("一", "全会精神"), ("二", "《甲办法》"), ("三", "乙问题")]


def test_problems_told_in_prose_are_no_agenda() -> None:
    text = (
        "会议指出，主要存在两个方面的问题：一是管网老化；二是责任不清。会议议定事项如下：\n"
        "1．关于项目审批。由市发改委牵头办理。\n2．关于资金筹措。由市财政局牵头筹集。"
    )
    assert "管网老化" not in [title for _, title in read(text)]


def test_the_tail_stands_behind_the_items() -> None:
    text = "一、审议《甲》\n会议同意。\n会议还审议了《乙》。"
    matters = read_matters(Context(paper(text)), blocks(text), first=0)
    assert matters.stop == 2
    assert len(matters.items) == 1


def test_a_readout_takes_its_titles_from_the_lead() -> None:
    lead = "5月6日，省长李明主持召开省政府常务会议，研究稳外贸措施，听取农田建设汇报。"
    text = lead + "\n会议指出，外贸重要。\n会议强调，农田是基础。"
    record = [blocks(text)[0].passage]
    sheet = paper(text)
    matters = read_matters(Context(sheet), blocks(text), first=1, readout=True, record=record)
    assert [item.title for item in matters.items] == ["稳外贸措施", "农田建设汇报"]


def test_paragraphs_in_step_with_the_agenda_take_its_titles() -> None:
    text = (
        "会议共有三项议题：一是传达学习全会精神；二是审议《甲办法》；三是研究国企薪酬管理问题。\n"
        "会议强调，全会精神重要。\n会议原则同意《甲办法》。\n关于国企薪酬管理问题，会议决定暂不研究。"
    )
    sheet = paper(text)
    matters = read_matters(Context(sheet), blocks(text), first=1)
    assert [item.title for item in matters.items] == ["全会精神", "《甲办法》", "国企薪酬管理问题"]
    assert [[outcome.class_ for outcome in item.outcomes] for item in matters.items] == [
        [],
        ["agreed_in_principle"],
        ["deferred"],
    ]


def test_a_section_among_matters_ends_with_its_last_matter() -> None:
    text = (
        "一、一季度形势\n会议指出，不可松懈。\n二、审议事项\n（一）会议审议通过《乙办法》。\n（二）会议原则同意《丙细则》。\n"
        "三、几点要求\n各单位要抓好落实。"
    )
    matters = read_matters(Context(paper(text)), blocks(text), first=0)
    assert [(item.label, item.section) for item in matters.items] == [
        ("一", None),
        ("一", "二"),
        ("二", "二"),
        ("三", None),
    ]
    assert [text[section.start : section.end][-8:] for section in matters.sections] == ["同意《丙细则》。"]


SCHOOL = (
    "I. 运动会筹备\n▲ 同意方案，定于5月8日举行。\n▲ 器材经费由3万元压减到2万元。\n"
    "II. 实验室检查情况\n整改安排如下表：\n序号｜问题｜整改要求｜责任｜完成时间\n"
    "1｜试剂柜缺锁｜换双锁｜管理员苏岚｜4月12日前\n2｜风机故障｜停用检修｜总务处｜4月底前\n"
    "▲ 教务处每月抽查一次台账。\nIII. 足球社团\n▲ 听取汇报。"
)


def test_a_table_of_tasks_beneath_one_of_the_headings_is_no_table_of_matters() -> None:
    matters = read_matters(Context(paper(SCHOOL), with_outcomes=True, obliged=True), blocks(SCHOOL), first=0)
    assert [(item.label, item.title, len(item.points)) for item in matters.items] == [
        ("I", "运动会筹备", 2),
        ("II", "实验室检查情况", 3),
        ("III", "足球社团", 0),
    ]
    assert matters.items[1].points[0].lead_units == ("管理员苏岚",)


def test_a_table_of_matters_among_parts_of_the_record_still_counts() -> None:
    text = (
        "一、会议时间\n4月2日上午。\n二、议定事项\n序号｜议题名称｜会议纪要｜责任人｜完成时间\n"
        "1｜校车更新｜同意更新9辆｜总务处｜6月底前\n2｜食堂改造｜暂缓实施｜后勤处｜年底前\n三、其他事项\n散会。"
    )
    matters = read_matters(Context(paper(text), with_outcomes=True, obliged=True), blocks(text), first=0)
    assert [item.title for item in matters.items] == ["校车更新", "食堂改造"]
