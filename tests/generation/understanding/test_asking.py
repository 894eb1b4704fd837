"""The grammar of questions: what is asked, which verdict."""

from __future__ import annotations

import pytest

from pipeline.generation.understanding.asking import find_aspect, verdict_asked, verdicts_asked


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("第12次会议由谁主持？", "chair"),
        ("主持人是谁", "chair"),
        ("会议什么时候召开的？", "meeting_date"),
        ("会议在哪里召开", "place"),
        ("谁做的记录", "recorder"),
        ("那次会是谁做的笔录", "recorder"),
        ("文号是多少", "document_number"),
        ("什么时候印发的", "issued_date"),
        ("一共有几项议题？", "item_count"),
        ("会议讨论了哪些议题", "item_list"),
        ("那是谁汇报的？", "presenter"),
        ("停车办法通过了吗", "outcome"),
        ("原则同意了哪些文件", "outcome_list"),
        ("哪些议题没有结论", "outcome_list"),
        ("下一步提交给谁", "next_step"),
        ("由哪个部门牵头", "lead_units"),
        ("请列出渡口搬迁分派的四项任务。", "decision"),
        ("渡口搬迁派了哪几项活？", "decision"),
        ("渡口搬迁交代了哪三件事？", "decision"),
        ("水务局派谁来旁听？", "attendance_list"),
        ("水务局派了谁？", "attendance_list"),
        ("修渠由哪个部门挑头", "lead_units"),
        ("市财政局牵头哪些事项", "unit_matters"),
        ("泊位普查什么时候完成", "deadline"),
        ("停车办法有什么要求", "decision"),
        ("王五有没有参加会议", "attended"),
        ("列席的有哪些单位", "attendance_list"),
        ("谁两次会议都出席了", "both_attended"),
        ("谁列席了两次会议", "both_attended"),
        ("谁参加了第2次会议", "attendance_list"),
        ("渡口搬迁后来怎么样了", "outcome"),
        ("渡口搬迁有结果了吗", "outcome"),
        ("灯会今年还办不办", "outcome"),
        ("会议还学习了什么", "other_matters"),
        ("共有多少条措施", "measure_count"),
        ("赞成几票", "votes"),
        ("渡口搬迁几个人反对", "votes"),
        ("市财政局局长是谁", "role_holder"),
        ("渡口的事什么时候再提到会上完成审议", "deadline"),
        ("对渡口搬迁作出了怎样的处理", "decision"),
        ("为什么同意渡口搬迁，有什么要求", "decision"),
    ],
)
def test_what_is_asked(question: str, aspect: str) -> None:
    found = find_aspect(question)
    assert found is not None
    assert found.aspect == aspect
    assert question[found.start : found.end]


def test_whom_somebody_sends_to_work_is_no_attendance() -> None:
    assert find_aspect("渡口那边派谁住在那儿盯着？") is None


@pytest.mark.parametrize("question", ["专项资金是多少？", "全市养老床位", "为什么要普查", "联席会议办公室设在哪"])
def test_a_question_about_the_text_has_no_aspect(question: str) -> None:
    assert find_aspect(question) is None


@pytest.mark.parametrize(
    ("question", "classes"),
    [
        ("不同意的有哪些", ("rejected",)),
        ("原则通过了什么", ("approved_in_principle",)),
        ("原则同意了吗", ("agreed_in_principle",)),
        ("有没有通过", ("approved", "approved_in_principle")),
        ("哪些没有结论", ("none",)),
        ("谁主持", ()),
    ],
)
def test_the_verdict_asked_for(question: str, classes: tuple[str, ...]) -> None:
    assert verdict_asked(question) == classes


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        pytest.param("主塔封顶晚了多久", "deadline", id="how late it was"),
        pytest.param("塔吊安装拖了多久", "deadline", id="how long it dragged on"),
        pytest.param("这个包保人原来是谁", "attendance_list", id="who it was before"),
        pytest.param("项目负责人本来是谁", "attendance_list", id="who it was at first"),
        pytest.param("水库责任人调整有没有通过", "lead_units", id="who is changed"),
        pytest.param("稳企十条措施每人每月多少钱", "measure_count", id="what is paid"),
        pytest.param("渡口搬迁什么时候报结果", "outcome", id="when it is reported"),
        pytest.param("渡口搬迁有没有人有不同意见", "outcome", id="who disagreed"),
        pytest.param("那配合的是哪些科室", "unit_matters", id="who supports"),
    ],
)
def test_what_only_looks_like_an_aspect_is_none(text: str, aspect: str) -> None:
    found = find_aspect(text)
    assert found is None or found.aspect != aspect


def test_two_words_for_no_ask_for_one_verdict() -> None:
    assert verdicts_asked("“不同意”或“不予同意”的请求有几项") == ("rejected",)


def test_what_work_was_given_out_asks_for_what_was_decided() -> None:
    found = find_aspect("安全月活动安排了哪几项工作")
    assert found is not None
    assert found.aspect == "decision"
