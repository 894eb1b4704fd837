"""The full draft and the list of tasks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary import full
from pipeline.generation.summary.full import covered_points, full_parts, item_sentences, task_parts
from pipeline.generation.summary.told import Part, Source
from pipeline.minutes import Document
from tests.generation.papers import minutes, report


def _said(parts: list[Part]) -> dict[str, list[str]]:
    return {f"{part.label or ''}{part.title}": [told.text for told in part.told] for part in parts}


def test_minutes_are_told_item_by_item() -> None:
    assert _said(full_parts("d1", minutes())) == {
        "概况": ["2021年3月8日，郑远航主持召开市政府第12次常务会议。", "共有3项议题。"],
        "正文开头": ["会议强调：绷紧安全生产之弦。"],
        "一《临川市停车管理办法》": [
            "由市城管局局长周明汇报。",
            "由市城管局牵头，市公安局配合，6月底前完成泊位普查，共1200个。",
            "加强宣传引导。",
            "滨河新区：对接市规划局，完善项目方案。",
            "会议原则通过上述文件，要求修改完善后提交市委常委会讨论。",
        ],
        "二关于公交票价调整情况的汇报": [
            "会议不同意上述汇报，请市交通局重新测算。",
            "各单位要抓好落实。",
            "表决情况：同意4票，反对7票。",
        ],
        "三关于防汛工作的汇报": ["会议听取了市水务局局长何川的汇报。", "各镇要备足防汛物资。"],
        "其他事项": ["会议还审议了《救援基金方案》，学习了《数据安全法》。"],
    }


def test_a_report_is_told_problem_by_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full, "MOST", 2.0)
    monkeypatch.setattr(full, "FILLED", 0.0)
    said = _said(full_parts("d2", report()))
    assert said["1关于“基础设施薄弱”问题的整改"] == [
        "完善路网体系：推进道路建设，新建道路12公里，总投资3.5亿元；加强日常养护；做好排水工作。",
        "健全机制：出台《道路养护办法》，明确责任，推动养护规范化。",
    ]
    assert said["一组织领导情况"] == ["一是深化认识，增强整改自觉；先后召开专题会议3次，研究部署整改工作。"]


def test_a_long_report_is_cut_down_to_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full, "TARGET", 0.1)
    [first, _] = _said(full_parts("d2", report()))["1关于“基础设施薄弱”问题的整改"]
    assert first == "完善路网体系：新建道路12公里，总投资3.5亿元；加强日常养护。"


def test_a_report_that_comes_out_long_is_cut_down_as_a_whole() -> None:
    [first, _] = _said(full_parts("d2", report()))["1关于“基础设施薄弱”问题的整改"]
    assert first == "完善路网体系：新建道路12公里，总投资3.5亿元；加强日常养护。"


def test_no_verdict_is_noted_and_never_invented() -> None:
    notes = {part.label: part.note for part in full_parts("d1", minutes()) if part.label}
    assert notes == {"一": None, "二": None, "三": "未载明审议结论"}
    said = "".join(told.text for part in full_parts("d1", minutes()) if part.label == "三" for told in part.told)
    assert "通过" not in said
    assert "同意" not in said


@pytest.mark.parametrize("document", [minutes(), report()], ids=["minutes", "report"])
def test_every_sentence_holds_and_every_point_is_covered(document: Document) -> None:
    source = Source("d1", document)
    told = [entry for part in full_parts("d1", document) for entry in part.told]
    assert all(entry.sentence.quotes for entry in told)
    assert all(source.holds(entry) for entry in told)
    assert covered_points(document, told) == {point.start for item in document.items for point in item.points}


def test_a_point_that_cannot_be_shortened_keeps_its_wording() -> None:
    """A condition that the shorter form would lose brings the longer form back."""
    wording = "在符合国家规划要求的前提下，项目可以提前启动建设。各有关部门要结合实际情况，认真做好审批服务保障。"
    document = minutes()
    text = document.text.replace("要进一步加强宣传引导。", wording)
    item = document.items[0]
    moved = len(wording) - len("要进一步加强宣传引导。")
    start = text.index(wording)
    point = replace(item.points[1], text=wording, start=start, end=start + len(wording))
    changed = replace(
        document, text=text, items=(replace(item, points=(point,), outcomes=(), next_step=None, end=item.end + moved),)
    )
    [told] = [told for part in full_parts("d1", changed) for told in part.told if told.point == "2"]
    assert "前提下" in told.text


def test_a_summary_that_loses_a_figure_does_not_cover_its_point() -> None:
    document = minutes()
    point = document.items[0].points[0]
    short = Source("d1", document).tell("由市城管局牵头。", [point.span], covers=[point.start])
    assert covered_points(document, [short]) == set()


def test_tasks_are_points_and_next_steps_without_verdicts() -> None:
    assert _said(task_parts("d1", minutes())) == {
        "一《临川市停车管理办法》": [
            "由市城管局牵头，市公安局配合，6月底前完成泊位普查，共1200个。",
            "加强宣传引导。",
            "滨河新区：对接市规划局，完善项目方案。",
            "修改完善后提交市委常委会讨论。",
        ],
        "二关于公交票价调整情况的汇报": [
            "各单位要抓好落实。",
            "请市交通局重新测算。",
        ],
    }


def test_tasks_of_a_report_are_what_is_ahead() -> None:
    assert list(_said(task_parts("d2", report()))) == ["2关于“服务意识不强”问题的整改", "三下一步工作打算"]


def test_a_paper_without_items_is_told_from_its_head() -> None:
    text = "关于召开会议的通知。请各单位于5月6日前报名。"
    document = Document(
        file="a.txt", text=text, kind="agenda", name="a", head=replace(minutes().head, start=0, end=len(text))
    )  # type: ignore[type-var]
    assert _said(full_parts("d0", document)) == {"概况": ["关于召开会议的通知。", "请各单位于5月6日前报名。"]}


def test_an_empty_document_says_nothing() -> None:
    assert full_parts("d0", Document(file="a.txt", text="", kind="other", name="a")) == []


def test_what_is_stated_beside_the_points_of_an_item_is_told_where_it_holds_a_fact() -> None:
    text = (
        "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n一、关于封测项目落户\n"
        "该项目总投资32亿元，一期用地148亩。招商引资工作十分重要。会议同意签订投资协议。会议要求：\n"
        "1．由市商务局牵头成立专班。\n2．市财政局6月底前拨付首期资金。\n"
    )
    document = parse_text(text)
    told = [entry.text for entry in item_sentences(Source("d1", document), document.items[0])]
    assert "该项目总投资32亿元，一期用地148亩。" in told
    assert not any("十分重要" in one for one in told)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("县住建局汇报了46户回迁户办证情况。会议同意分批办理。", "县住建局汇报了46户回迁户办证情况。"),
        (
            "会议听取了县国资中心关于3家企业薪酬清算情况的汇报。会议同意清算结果。",
            "会议听取了县国资中心关于3家企业薪酬清算情况的汇报。",
        ),
    ],
    ids=["the unit reported", "the meeting heard it"],
)
def test_who_reported_is_said_once(body: str, said: str) -> None:
    head = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n一、关于遗留问题\n"
    document = parse_text(f"{head}{body}\n")
    told = [entry.text for entry in item_sentences(Source("d1", document), document.items[0])]
    assert [text for text in told if "汇报" in text] == [said]


@pytest.mark.parametrize(
    "view",
    [
        "总会计师赵明对全部使用自有资金持保留意见，建议租赁比例不低于一半。",
        "职工代表赵明提出夜班系数偏低。",
        "多数同志认为，送审稿与现行制度重复较多。",
    ],
)
def test_a_view_of_somebodys_own_is_never_left_out(view: str) -> None:
    body = f"会议同意先行购置20辆。{view}\n1.由财务部6月底前完成比选。"
    text = f"榕港集团总经理办公会议纪要\n2023年5月9日，总经理安澜主持召开总经理办公会议。\n一、购置渡船方案\n{body}\n"
    told = "".join(one.text for part in full_parts("d0", parse_text(text)) for one in part.told)
    assert view[:12] in told


def test_what_was_left_open_and_who_is_meant_is_told() -> None:
    body = "会议听取了市规划局关于两个方案的汇报，对采用何种方案未作决定。请市水务局进一步论证，5月底前提出意见。"
    said = _said(full_parts("d0", parse_text(f"甲县政府第3次常务会议纪要\n一、过河管方案\n{body}\n")))
    assert any("对采用何种方案未作决定" in one for one in said["一过河管方案"])
    body = "会议讨论后表决：\n1.同意接收甲明；\n2.乙亮因群众有意见，缓议。"
    said = _said(full_parts("d0", parse_text(f"甲镇党委会议纪要\n一、接收党员\n{body}\n")))
    assert any("乙亮因群众有意见，缓议" in one for one in said["一接收党员"])


def test_a_line_that_only_leads_to_a_list_is_cut_off_a_verdict() -> None:
    body = "会议通过了任务安排，分工如下：\n任务｜牵头科室｜配合科室｜完成时间\n修缮护栏｜船务科｜安监科｜6月底前"
    said = _said(full_parts("d0", parse_text(f"甲局局务会纪要\n一、关于四季度任务\n{body}\n")))
    told = "".join(one for several in said.values() for one in several)
    assert "如下" not in told
    assert "牵头科室" not in told


_PAPER = """甲县人民政府第2次常务会议纪要
2024年3月5日，县长李某主持召开县政府第2次常务会议。
一、传达学习全省防火会议精神
会议传达学习了全省防火会议精神。会议要求，县林业局4月1日前备齐灭火机80台；各乡镇每日巡山两次。由副县长王某督导，每周向县长报告。
二、西河护坡工程
会议原则同意该工程。会议明确，一是由县水利局5月底前完成招标；二是征地款300万元由县财政局拨付；县自然资源局对补偿标准持保留意见，由县司法局会同县自然资源局核定。三是工程由副县长赵某统筹。
三、渡口搬迁
会议同意渡口搬迁。
（1）办理选址手续，6月10日前完成。（县交通运输局牵头，南岸镇配合）
"""


def test_running_text_is_told_sentence_by_sentence_and_a_bracket_with_its_task() -> None:
    parts = full_parts("d1", parse_text(_PAPER, file="a.txt"))
    said = _said(parts)
    assert said["一传达学习全省防火会议精神"] == [
        "会议传达学习了全省防火会议精神。",
        "会议要求：县林业局4月1日前备齐灭火机80台。",
        "各乡镇每日巡山两次。",
        "由副县长王某督导，每周向县长报告。",
    ]
    assert said["三渡口搬迁"][-1] == "办理选址手续，6月10日前完成（县交通运输局牵头，南岸镇配合）。"
    document = parse_text(_PAPER, file="a.txt")
    points = {of.start for item in document.items for of in item.points}
    assert covered_points(document, [told for part in parts for told in part.told]) == points


def test_a_count_goes_on_behind_a_reservation() -> None:
    [part] = [part for part in full_parts("d1", parse_text(_PAPER, file="a.txt")) if part.label == "二"]
    labels = [(told.point, told.text) for told in part.told if told.role == "point"]
    assert labels[-2:] == [
        (None, "由县司法局会同县自然资源局核定。"),
        ("三", "工程由副县长赵某统筹。"),
    ]


def test_a_point_that_the_verdict_says_whole_is_not_told_again() -> None:
    text = (
        "甲院院长办公会议纪要\n2024年3月5日，院长李某主持召开院长办公会议。\n一、车库改造\n"
        "议定意见：同意对上次会议所定事项作如下调整：牵头科室由保卫科变更为总务科，完工时间推迟至9月15日前。\n"
        "二、质量分析\n议定意见：听取了医务科的汇报，不作决议。\n"
    )
    document = parse_text(text, file="a.txt")
    parts = full_parts("d1", document)
    said = _said(parts)
    assert len(said["一车库改造"]) == 1
    assert said["二质量分析"][-1] == "听取了医务科的汇报，不作决议。"
    points = {of.start for item in document.items for of in item.points}
    assert covered_points(document, [told for part in parts for told in part.told]) == points
