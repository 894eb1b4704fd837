"""The letterhead: bodies whose characters stand apart, numbers that lack a part, issues."""

from __future__ import annotations

import pytest

from pipeline.documents.front.letterhead import document_number, is_short, issue, issuing_body
from pipeline.documents.parse import parse_text
from tests.documents.paper import paper


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("栖 川 县 人 民 政 府\n常 务 会 议 纪 要", "栖川县人民政府"),
        ("平 澜 市 水 利 局 文 件\n局长办公会议纪要", "平澜市水利局"),
        ("绿源乡党委   绿源乡人民政府\n党政联席会议纪要", "绿源乡党委"),
        ("松岭县人民法院\n审判委员会会议纪要", "松岭县人民法院"),
        ("云岭县第三中学校务会议记录", "云岭县第三中学"),
        ("丹河市卫生健康委员会党组会议纪要", "丹河市卫生健康委员会党组"),
        ("关于防汛工作的会议纪要", None),
        ("槐安市林业局局务会议纪要", "槐安市林业局"),
        ("澜西省交通运输厅厅务会议纪要\n交通运输厅办公室", "交通运输厅办公室"),
        ("江畔理工大学校长办公会会议纪要\n校长办公室", "江畔理工大学"),
    ],
    ids=[
        "apart",
        "apart, a red head",
        "side by side",
        "a court",
        "a school",
        "a party group",
        "nobody",
        "no meeting's name",
        "another's office",
        "an office without a name",
    ],
)
def test_issuing_body(text: str, body: str | None) -> None:
    sheet = paper(text)
    told = issuing_body(sheet, sheet.paragraphs, [], leads=[False] * len(sheet.paragraphs))
    assert (told.wording if told else None) == body
    assert told is None or text[told.place.start : told.place.end].replace(" ", "") == body


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("编号：栖政纪〔2024〕9", "栖政纪〔2024〕9"),
        ("太政会〔2024〕3", "太政会〔2024〕3"),
        ("松法审委纪字第7号", "松法审委纪字第7号"),
        ("党组纪要第21号            2024年2月29日", "党组纪要第21号"),
        ("〔2022〕14号", "〔2022〕14号"),
        ("市长办公会议纪要第3号", None),
        ("会议学习了省政府〔2024〕9的精神", None),
    ],
)
def test_document_number(line: str, number: str | None) -> None:
    sheet = paper(line)
    told = document_number(sheet, sheet.paragraphs)
    assert (told.wording if told else None) == number


@pytest.mark.parametrize(
    ("line", "wording", "value"),
    [
        ("（第 9 期）", "第9期", 9),
        ("秘密★1年                  第9期（总第118期）", "第9期", 9),
        ("2024年第5期", "第5期", 5),
        ("（二〇二四年第二期）", "第二期", 2),
        ("总经理办公会纪要（第15期）", "第15期", 15),
        ("（总第118期）", "总第118期", 118),
    ],
)
def test_issue(line: str, wording: str, value: int) -> None:
    sheet = paper(line)
    told = issue(sheet, sheet.paragraphs)
    assert told is not None and (told.wording, told.value) == (wording, value)


@pytest.mark.parametrize("line", ["会议审议了第二期工程方案", "水厂第二期", "第9次会议"])
def test_no_issue(line: str) -> None:
    sheet = paper(line)
    assert issue(sheet, sheet.paragraphs) is None


def test_an_issue_stands_for_the_number_unless_it_repeats_the_meetings() -> None:
    head = (
        "临沅县农业农村局\n局长办公会议纪要\n（第9期）\n5月6日，局长郑国强主持召开{}局长办公会，现纪要如下：\n"
        "一、审议《甲》\n会议通过。"
    )
    assert parse_text(head.format("")).document_number == "第9期"
    assert parse_text(head.format("第9次")).document_number is None
    assert parse_text(head.format("第14次")).document_number == "第9期"
    year = parse_text(head.format("").replace("（第9期）", "2023年第9期"))
    assert (year.document_number, year.meeting.date) == ("第9期", "2023-05-06")


def test_a_title_whose_characters_stand_apart_names_body_and_meeting() -> None:
    document = parse_text(
        "南 湖 区 教 育 局 党 组 会 议 纪 要\n（第二十一次）\n议题1、关于教师招聘\n会议同意招聘教师80名。"
    )
    assert (document.kind, document.title) == ("minutes", "南湖区教育局党组会议纪要")
    assert (document.issuing_body, document.meeting.name) == ("南湖区教育局党组", "南湖区教育局党组会议")


def test_what_fills_a_line_does_not_make_it_long() -> None:
    assert is_short("栖政纪〔2024〕5号" + " " * 90 + "内部资料")
    assert not is_short("栖" * 61)
