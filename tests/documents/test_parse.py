"""The three samples, exactly; the invented documents, field by field; the samples in other clothes."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from pipeline.documents.numerals import int_to_chinese
from pipeline.documents.parse import parse, parse_text
from pipeline.documents.read import read_file
from pipeline.minutes import Deadline, Document, Votes
from tests.documents.invented import TEXTS

FOLDER = Path("data/minutes")


def sample(year: str) -> Document:
    path = next(path for path in FOLDER.glob("*.txt") if year in path.name)
    return parse(read_file(path, max_bytes=10**7))


@pytest.fixture(scope="module")
def minutes_2017() -> Document:
    return sample("2017")


@pytest.fixture(scope="module")
def minutes_2020() -> Document:
    return sample("2020")


@pytest.fixture(scope="module")
def report_2024() -> Document:
    return sample("2024")


def test_record_of_2017(minutes_2017: Document) -> None:
    meeting = minutes_2017.meeting
    assert (minutes_2017.kind, minutes_2017.title) == ("minutes", "市政府第4次常务会议纪要")
    assert (minutes_2017.document_number, minutes_2017.issuing_body) == ("昆政纪〔2017〕4号", "昆山市人民政府")
    assert (meeting.name, meeting.number, meeting.chair) == ("市政府第4次常务会议", 4, "杜小刚")
    assert (meeting.date, meeting.date_text, meeting.date_source) == ("2017-05-24", "5月24日", "document_number")
    assert minutes_2017.head is not None
    assert minutes_2017.quote(minutes_2017.head).endswith("现纪要如下：")
    assert minutes_2017.preamble is None


ITEMS_2017 = [
    # label, verb, presenter, role, outcome, next step, points
    ("一", "讨论", "徐彬", "局长", "approved_in_principle", "要求相关部门修改完善后提交市委常委会讨论", "12"),
    ("二", "讨论", "宋德强", "主任", "approved_in_principle", "要求相关部门修改完善后提交市委常委会讨论", "1234"),
    ("三", "讨论", "徐锁发", "局长", "approved_in_principle", "要求相关部门修改完善后组织实施", "12"),
    ("四", "听取", "陆圣奇", "副主任", None, None, "123"),
    ("五", "讨论", "张建文", "副主任", None, None, "123451234"),
    ("六", "讨论", "金琪", "主任", "approved_in_principle", "要求相关部门修改完善后提交市委常委会讨论", "123"),
    ("七", "讨论", "孙蓓", "副主任", "approved_in_principle", "要求相关部门修改完善后组织实施", "123456"),
    ("八", "讨论", "翁文忠", "主任", "approved_in_principle", "要求相关部门修改完善后组织实施", "12345"),
    ("九", "审议", "时永刚", "副组长", "agreed_in_principle", None, "12345"),
    ("十", "讨论", "钱许东", "局长", "approved_in_principle", "要求相关部门修改完善后组织实施", "12"),
    ("十一", "听取", "何翠英", "局长", "agreed_in_principle", "要求提交市委常委会讨论", ""),
    ("十二", "讨论", "李铭", "局长", "agreed_in_principle", None, "123"),
]


@pytest.mark.parametrize("index", range(12), ids=[row[0] for row in ITEMS_2017])
def test_items_of_2017(minutes_2017: Document, index: int) -> None:
    label, verb, name, role, outcome, step, points = ITEMS_2017[index]
    item = minutes_2017.items[index]
    assert (item.label, item.number, item.verb, item.next_step) == (label, index + 1, verb, step)
    assert item.title.startswith("《")
    assert item.presenter is not None
    assert (item.presenter.name, item.presenter.role) == (name, role)
    assert [found.class_ for found in item.outcomes] == ([outcome] if outcome else [])
    assert "".join(point.label or "?" for point in item.points) == points


def test_sets_remarks_and_addressees_of_2017(minutes_2017: Document) -> None:
    fifth, twelfth = minutes_2017.items[4], minutes_2017.items[11]
    assert [minutes_2017.quote(span)[:4] for span in fifth.remarks] == ["会议指出", "会议强调", "会议要求"]
    assert [point.group for point in fifth.points] == ["针对这个实施意见，会议对昆山高新区明确以下几点"] * 5 + [
        "会议同时明确"
    ] * 4
    assert {point.addressed_to for point in fifth.points[:5]} == {"昆山高新区"}
    assert {point.addressed_to for point in twelfth.points} == {"花桥经济开发区"}
    assert minutes_2017.items[8].presenter is not None
    assert minutes_2017.items[8].presenter.unit == "昆山杜克大学联合工作领导小组建设小组"


def test_leads_and_deadlines_of_2017(minutes_2017: Document) -> None:
    named = {(item.label, point.label, point.group): point for item in minutes_2017.items for point in item.points}
    assert named["一", "1", "会议明确"].lead_units == ("市河长制办公室",)
    assert named["六", "2", "会议明确"].lead_units == ("编委办", "财政局", "人社局")
    assert named["五", "2", "会议同时明确"].lead_units == ("徐敏中副市长",)
    assert named["五", "3", "会议同时明确"].deadline == Deadline(text="6月下旬", date="2017-06")
    assert named["五", "4", "会议同时明确"].deadline == Deadline(text="每半年", date=None)


def test_lists_and_tail_of_2017(minutes_2017: Document) -> None:
    attendance = minutes_2017.attendance
    assert attendance is not None
    assert [person.name for person in attendance.present] == [
        "杜小刚",
        "沈晓明",
        "金铭",
        "金健宏",
        "徐敏中",
        "谢罡",
        "李文",
        "陈修文",
        "陈军",
        "江雪龙",
        "吴卫东",
    ]
    assert len(attendance.observers) == 70
    assert [person.name for person in attendance.observers if person.unit is None] == [
        "张峰",
        "庞文红",
        "费文隽",
        "丁成明",
        "陆圣奇",
        "夏小明",
        "钱景霞",
        "武军",
        "朱明",
        "秦微晰",
    ]
    assert [person.name for person in attendance.observers if person.unit == "农商行"] == ["谢铁军", "高其冬", "汪宜嘉"]
    assert {"政法委（综治办）", "发改委（金融办）", "人民银行昆山支行"} <= {
        person.unit for person in attendance.observers
    }
    assert [(matter.verb, matter.title, matter.outcome) for matter in minutes_2017.other_matters] == [
        ("审议", "《关于进一步规范土地融资工作的报告》", None),
        ("学习", "《中华人民共和国公共文化服务保障法》", "studied"),
    ]


def test_record_of_2020(minutes_2020: Document) -> None:
    meeting = minutes_2020.meeting
    assert (meeting.number, meeting.date, meeting.date_source, meeting.chair) == (50, "2020-03-07", "text", "周旭东")
    assert minutes_2020.issued_date == "2020-03-11"
    assert minutes_2020.preamble is not None
    assert "疫情防控仍是当前的头等大事" in minutes_2020.quote(minutes_2020.preamble)
    assert minutes_2020.attendance is not None
    assert minutes_2020.attendance.recorder == "李润千"
    assert minutes_2020.foot is not None


def test_items_of_2020(minutes_2020: Document) -> None:
    items = minutes_2020.items
    assert [item.label for item in items] == list("一二三四五六")
    assert [item.verb for item in items] == ["听取", "审议", "审议", "审议", "听取", "审议"]
    assert [len(item.points) for item in items] == [5, 5, 4, 4, 4, 4]
    assert [item.outcomes[0].class_ for item in items] == ["agreed_in_principle"] + ["approved_in_principle"] * 3 + [
        "agreed_in_principle",
        "approved_in_principle",
    ]
    assert all(item.outcomes[0].start == item.points[0].start for item in items)
    assert items[0].points[4].deadline == Deadline(text="6月底前", date="2020-06-30")
    assert items[0].points[3].lead_units == ("魏杰副市长", "周继春副主任", "市政府办")
    assert items[1].points[2].lead_units == ("市市场监管局", "市财政局")
    assert (items[1].points[2].support_units, items[1].points[2].support_generic) == (("各板块",), ("各相关部门",))


def test_lists_of_2020(minutes_2020: Document) -> None:
    attendance = minutes_2020.attendance
    assert attendance is not None
    assert [person.name for person in attendance.present] == [
        "周旭东",
        "徐敏中",
        "岳晓楠",
        "魏杰",
        "李文",
        "宋德强",
        "李晖",
        "陆陈军",
        "张峰",
        "张建成",
        "周继春",
        "赵坤元",
        "沈立新",
        "梁小勇",
    ]
    named = {(person.unit, person.name) for person in attendance.observers}
    assert len(attendance.observers) == 78
    assert {
        ("市纪委监委", "陆峰"),
        ("宣传部（文明办）", "朱建忠"),
        ("融媒体中心", "顾彩芳"),
        ("“331”工作专班", "李青"),
    } <= named
    assert {("住建局", "顾建良"), ("住建局", "潘志勇"), (None, "周元鹏"), ("自然资源和规划局", "陶青")} <= named


def test_report_of_2024(report_2024: Document) -> None:
    assert (report_2024.kind, report_2024.issuing_body, report_2024.issued_date) == (
        "rectification",
        "中共昆山市委员会",
        "2024-03-15",
    )
    assert [section.label for section in report_2024.sections] == ["一", "二", "三"]
    assert [item.label for item in report_2024.items] == [str(number) for number in range(1, 33)]
    assert {item.section for item in report_2024.items} == {"二"}
    assert report_2024.items[0].title == "产业结构优化升级不快"
    assert [point.label for item in report_2024.items for point in item.points] == [
        str(number) for number in range(1, 102)
    ]
    assert not any(item.outcomes for item in report_2024.items)
    tail = [notice for notice in report_2024.notices if notice.code == "site_furniture"]
    assert len(tail) == 1
    assert report_2024.text[tail[0].start : tail[0].end].startswith("原文链接")
    assert tail[0].end == len(report_2024.text)


def tree(document: Document) -> list[object]:
    """What a document says, without places."""
    attendance = document.attendance
    return [
        (document.kind, document.title, document.document_number, document.meeting, document.issued_date),
        [(section.label, section.title) for section in document.sections],
        [
            (
                item.label,
                item.verb,
                item.title,
                item.presenter,
                item.next_step,
                [outcome.text for outcome in item.outcomes],
            )
            for item in document.items
        ],
        [(point.label, point.group, point.text, point.lead_units) for item in document.items for point in item.points],
        [(person.unit, person.name) for person in (*attendance.present, *attendance.observers)] if attendance else [],
    ]


@pytest.mark.parametrize("year", ["2017", "2020", "2024"])
def test_samples_as_gb18030_and_as_a_page(year: str, tmp_path: Path) -> None:
    path = next(path for path in FOLDER.glob("*.txt") if year in path.name)
    text = path.read_text(encoding="utf-8")
    expected = sample(year)
    coded = tmp_path / path.name
    coded.write_bytes(text.encode("gb18030"))
    assert tree(parse(read_file(coded, max_bytes=10**7))) == tree(expected)
    page = (tmp_path / path.name).with_suffix(".html")
    lines = "".join(f"<p>{line}</p>" for line in re.sub(r"[ \t]+(?=\n)", "", text).split("\n") if line.strip())
    page.write_text(f"<html><body><div class='nav'>首页</div><div>{lines}</div></body></html>", encoding="utf-8")
    seen = parse(read_file(page, max_bytes=10**7))
    assert [item.title for item in seen.items] == [item.title for item in expected.items]
    assert sum(len(item.points) for item in seen.items) == sum(len(item.points) for item in expected.items)
    assert seen.meeting == expected.meeting


LABELS = {
    "resolutions": ["一", "二", "三", "四", "五"],
    "tasks": [None],
    "board_votes": ["一", "二", "三"],
    "agenda_in_prose": ["一", "二", "三", "四"],
    "unnumbered": [None, None, None, None],
    "readout": [None, None, None],
    "absent": ["一", "二", "三"],
    "attributed": [None],
    "wrapped_traditional": ["一", "二"],
    "agenda_notice": ["1", "2"],
    "news": [],
    "policy": ["一", "二", "三", "四"],
    "sections": ["一", "一", "二"],
    "village": ["1", "2"],
    "inline": ["一", "二", "三"],
    "rectification": ["1", "2", "3"],
    "table": ["1", "2"],
    "party": ["一", "二", "三", "四"],
    "bracket_heads": ["一", "二", "三"],
    "markdown": ["一", "二", "三"],
    "paren_heads": ["一", "二", "三"],
    "board_inline": ["1", "2", "3"],
    "central_readout": [None, None, None, None],
    "coordination": [None],
    "roman": ["I", "II", "III"],
    "sentence_heads": ["一", "二", "三", "四"],
}


@pytest.mark.parametrize(("name", "labels"), sorted(LABELS.items()))
def test_items_of_every_family(name: str, labels: list[str | None]) -> None:
    assert [item.label for item in parse_text(TEXTS[name], file="无名.txt").items] == labels


OUTCOMES = {
    "resolutions": [["agreed_in_principle"], ["approved"], ["rejected"], ["deferred"], ["approved"]],
    "board_votes": [["approved"], ["approved"], ["rejected"]],
    "unnumbered": [[], ["approved"], ["agreed_in_principle"], []],
    "absent": [["approved_in_principle"], [], []],
    "wrapped_traditional": [["approved_in_principle"], []],
    "agenda_notice": [[], []],
    "village": [["approved"], ["approved"]],
    "inline": [["agreed_in_principle"], ["deferred"], []],
    "sections": [[], ["approved"], ["approved"]],
    "rectification": [[], [], []],
    "party": [[], ["approved"], ["rejected"], []],
    "bracket_heads": [["agreed_in_principle"], [], []],
    "markdown": [["approved_in_principle"], [], []],
    "board_inline": [["approved"], ["approved"], ["rejected"]],
    "central_readout": [[], [], ["approved"], ["approved"]],
    "roman": [["approved"], ["deferred"], []],
    "sentence_heads": [[], ["approved_in_principle"], ["agreed_in_principle"], []],
}


CHAIRS = {
    "party": ("梁志新", "2021-09-28", 96),
    "bracket_heads": ("董伟", "2018-11-19", 33),
    "markdown": ("周明", "2022-03-02", 5),
    "board_inline": ("罗兰", "2021-12-10", 7),
    "central_readout": ("王立", "--03-22", None),
    "coordination": ("郝亮", "2020-11-20", None),
    "roman": ("林阿土", "2021-05-09", 3),
    "sentence_heads": ("关山", "2023-07-04", 102),
    "unnumbered": ("段志明", "2018-05-03", 7),
    "absent": ("黎卫东", "2015-12-28", 51),
}


@pytest.mark.parametrize(("name", "facts"), sorted(CHAIRS.items()))
def test_chair_date_and_number(name: str, facts: tuple[str, str, int | None]) -> None:
    meeting = parse_text(TEXTS[name], file="无名.txt").meeting
    assert (meeting.chair, meeting.date, meeting.number) == facts


@pytest.mark.parametrize(("name", "outcomes"), sorted(OUTCOMES.items()))
def test_outcomes_of_every_family(name: str, outcomes: list[list[str]]) -> None:
    found = parse_text(TEXTS[name], file="无名.txt")
    assert [[outcome.class_ for outcome in item.outcomes] for item in found.items] == outcomes


def test_tasks_are_points_of_the_one_matter() -> None:
    (item,) = parse_text(TEXTS["tasks"]).items
    assert item.title == "推进城区内涝治理工作"
    assert [point.lead_units for point in item.points] == [("市住建局",), ("市水务局",), ("市气象局",), ("市财政局",)]


def test_votes_of_a_board() -> None:
    assert parse_text(TEXTS["board_votes"]).items[2].votes == Votes(for_=4, against=5)


def test_lists_above_the_record_part_head_and_preamble() -> None:
    document = parse_text(TEXTS["agenda_in_prose"])
    assert document.attendance is not None
    assert document.head is not None
    assert document.head.end <= document.attendance.start
    assert document.attendance.recorder == "冯晓"


def test_a_numbered_list_of_the_facts_is_no_list_of_items() -> None:
    document = parse_text(
        "某县林业局第2次局长办公会纪要\n一、会议时间：2023年4月11日上午9：00\n二、会议地点：二楼会议室\n三、参加人员：\n"
        "主持人：林树（副局长）\n出席人员：高云，方原\n缺席人员：韦青\n四、会议内容：\n（一）宿舍维修\n会议同意调整方案。\n"
        "（二）食堂招标\n会议决定由办公室牵头办理。"
    )
    assert [(item.label, item.title) for item in document.items] == [("一", "宿舍维修"), ("二", "食堂招标")]
    assert (document.meeting.date, document.meeting.chair) == ("2023-04-11", "林树")
    assert document.attendance is not None
    assert [person.name for person in document.attendance.absent] == ["韦青"]


def test_a_title_that_runs_into_its_record_heads_an_item() -> None:
    document = parse_text(
        "市政府第4次常务会议纪要\n2024年3月1日，市长周明主持召开市政府第4次常务会议。现纪要如下：\n"
        "一、**绿道养护**：市园林局局长韩松汇报了起草情况。会议原则同意该办法。\n"
        "二、**环境卫生**：会议听取了市城管局的汇报。会议不同意增加经费。"
    )
    assert [item.title for item in document.items] == ["绿道养护", "环境卫生"]
    assert [one.class_ for item in document.items for one in item.outcomes] == ["agreed_in_principle", "rejected"]


def test_other_kinds_state_no_facts_of_a_meeting() -> None:
    document = parse_text(TEXTS["policy"])
    assert (document.kind, document.meeting.date, document.attendance) == ("other", None, None)
    assert [section.title for section in document.sections] == ["总则", "登记管理"]


@pytest.mark.parametrize("text", ["", " \n", "。", "一、", "（", "1.1.1.", "会议"])
def test_scraps_do_not_break_it(text: str) -> None:
    assert parse_text(text).text == text


def test_time_grows_with_the_text_and_no_faster() -> None:
    block = (
        "{}、审议《办法》\n会议听取了市财政局局长钱进的汇报。\n1.由市财政局牵头，6月底前完成。\n会议原则"
        "通过上述文件。\n"
    )

    def seconds(count: int) -> float:
        text = "".join(block.format(int_to_chinese(number)) for number in range(1, count + 1))
        start = time.process_time()
        assert len(parse_text(text).items) == count
        return time.process_time() - start

    seconds(50)
    # side by side, the least disturbed of three pairs: a clock that changes its pace touches both
    assert min(seconds(500) / max(seconds(50), 0.005) for _ in range(3)) < 14
