"""Answers from reading, over the minutes of two invented counties."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import Settings
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_reading import OTHER_FIGURE, SHOWN, by_reading, sources_of, whole
from pipeline.generation.extractive.composing import Composing
from tests.generation.extractive.markets import markets_in
from tests.generation.extractive.reading.counties import TODAY
from tests.libraries import composing_of

QINGLU, BAITING = "青政纪〔2023〕3号（2023-05-16）：", "白政纪〔2023〕7号（2023-06-08）："


def put_to(assistant: Assistant, text: str, history: Sequence[str] = ()) -> Composing:
    today = datetime.date.fromisoformat(TODAY)
    return composing_of(assistant, text, today=today, history=history)


def read(assistant: Assistant, text: str, history: Sequence[str] = ()) -> Draft | None:
    return by_reading(put_to(assistant, text, history))


def said(draft: Draft | None) -> str:
    assert draft is not None
    assert not draft.refused
    return "\n".join(sentence.text for sentence in draft.sentences)


@pytest.mark.parametrize(
    ("text", "word", "never"),
    [
        pytest.param("青麓县加装电梯惠及多少户", "620户", "22万元", id="a count, of the county named"),
        pytest.param("青麓县电梯补助资金什么时候拨付到位", "9月底前拨付", "12月底", id="a day"),
        pytest.param("云栖水库一期什么时候开工", "2023年10月", "2025年", id="the first phase"),
        pytest.param("云栖水库二期什么时候开工", "2025年3月", "2023年10月", id="the second phase"),
        pytest.param("渔港灯塔修缮要多少钱", "136万元", "22万元", id="money"),
        pytest.param("县政府法律顾问都是谁", "程一诺、贺兰舟", "共2人", id="people"),
        pytest.param("法律顾问聘期多久", "聘期三年", "共2人", id="a span"),
        pytest.param("法律顾问由谁负责管理", "县司法局", "程一诺", id="an office"),
        pytest.param("保育费调整的理由为什么不足", "时机尚未成熟", "苗青", id="a reason"),
        pytest.param("山岚文旅公司注册资本多少", "5000万元", "136万元", id="a heading that decides"),
    ],
)
def test_the_sentence_that_answers_is_found_and_quoted(counties: Assistant, text: str, word: str, never: str) -> None:
    draft = read(counties, text)
    assert word in said(draft)
    assert never not in said(draft)
    assert draft is not None
    for sentence in draft.sentences:
        for one in sentence.quotes:
            wording = counties.catalogue.document(one.document_id).text[one.start : one.end]
            assert wording.replace("\n", "").rstrip("，,、") == sentence.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("渔港灯塔修缮什么时候完工", id="no day of it"),
        pytest.param("灯塔多高", id="money is no height"),
        pytest.param("灯塔要修几座", id="no count of it"),
        pytest.param("云栖水库三期什么时候开工", id="no such phase"),
        pytest.param("水库扩容700万立方米的工程总投资多少", id="a figure that no item holds"),
        pytest.param("法律顾问一年要付多少顾问费", id="a count is no fee"),
        pytest.param("山岚文旅公司谁当董事长", id="nobody holds the post"),
        pytest.param("幼儿园伙食费每月多少钱", id="another fee"),
        pytest.param("保育费会亏钱吗", id="nothing of it"),
        pytest.param("机场跑道有多长", id="another matter"),
    ],
)
def test_what_is_near_the_topic_but_not_asked_is_no_answer(counties: Assistant, text: str) -> None:
    assert read(counties, text) is None
    answer = counties.ask(text)
    assert answer.refused, answer.answer


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("保育费调整从什么时候开始执行", id="from when"),
        pytest.param("公办幼儿园保育费调整从哪个学期开始执行", id="from which term"),
        pytest.param("公办幼儿园保育费涨了没有", id="whether it came to pass"),
    ],
)
def test_what_was_turned_down_is_answered_with_the_verdict(counties: Assistant, text: str) -> None:
    draft = read(counties, text)
    assert "会议不同意该请示" in said(draft)
    assert draft is not None
    assert draft.route == "record"


def test_what_was_agreed_to_gets_no_verdict_instead_of_a_day(counties: Assistant) -> None:
    draft = read(counties, "县政府法律顾问从什么时候开始付费")
    assert draft is None or "同意" not in said(draft)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param("白汀县首批加装80部电梯，什么时候完成", "首批30部", id="80, not 30"),
        pytest.param("青麓县加装60部电梯，惠及多少户", "加装45部", id="60, not 45"),
    ],
)
def test_another_figure_than_taken_for_granted_is_corrected(counties: Assistant, text: str, stated: str) -> None:
    draft = read(counties, text)
    assert stated in said(draft)
    assert draft is not None
    assert draft.preface == OTHER_FIGURE
    assert "与记载不符" in counties.ask(text).answer


def test_a_figure_of_the_record_is_not_corrected(counties: Assistant) -> None:
    draft = read(counties, "白汀县首批加装30部电梯，什么时候完成")
    assert "12月底前" in said(draft)
    assert draft is not None
    assert draft.preface == ""


@pytest.mark.parametrize(("figure", "preface"), [("620户", "原文载明："), ("800户", "与记载不符，原文为：")])
def test_a_claim_is_met_with_the_wording(counties: Assistant, figure: str, preface: str) -> None:
    draft = read(counties, f"青麓县加装电梯惠及居民{figure}，对吗")
    assert "620户" in said(draft)
    assert draft is not None
    assert draft.preface == preface


@pytest.mark.parametrize(
    ("text", "newer", "older"),
    [
        pytest.param("第20次和第9次常务会议每部电梯各补助多少", "补助22万元", "补助18万元", id="by session"),
        pytest.param(
            "青政纪〔2023〕3号和白政纪〔2023〕7号每部电梯分别补助多少", "补助22万元", "补助18万元", id="by number"
        ),
        pytest.param("第20次和第9次会议哪个补得更多", "补助22万元", "补助18万元", id="which is more"),
        pytest.param(
            "第20次和第9次常务会议定的加装电梯办法都通过了吗", "会议原则同意", "会议原则通过", id="the verdicts"
        ),
    ],
)
def test_two_documents_named_are_answered_each_with_its_stamp(
    counties: Assistant, text: str, newer: str, older: str
) -> None:
    draft = read(counties, text)
    said(draft)
    assert draft is not None
    first, second = (sentence.text for sentence in draft.sentences)
    assert first.startswith(BAITING)
    assert newer in first
    assert second.startswith(QINGLU)
    assert older in second


def test_one_document_is_answered_without_a_stamp(counties: Assistant) -> None:
    assert not said(read(counties, "渔港灯塔修缮要多少钱")).startswith(BAITING)


def test_a_sentence_broken_over_lines_is_shown_whole(counties: Assistant) -> None:
    shown = said(read(counties, "白汀县首批30部电梯什么时候完成"))
    assert shown == (
        "会议明确，每部电梯补助22万元，由县住建局会同各街道办事处组织实施，并于12月底前完成首批30部电梯的加装。"
    )
    assert len(shown) <= SHOWN


@pytest.mark.parametrize(
    ("history", "text", "word"),
    [
        pytest.param(("渔港灯塔修缮是谁汇报的",), "那要花多少钱", "136万元", id="asks another kind"),
        pytest.param(("云栖水库一期什么时候开工",), "二期呢", "2025年3月", id="another phase"),
        pytest.param(("县政府法律顾问都是谁",), "聘期多久", "聘期三年", id="the topic of before"),
    ],
)
def test_a_follow_up_takes_up_the_earlier_topic(
    counties: Assistant, history: tuple[str, ...], text: str, word: str
) -> None:
    assert word in said(read(counties, text, history))


def test_what_a_follow_up_takes_up_stands_before_it_and_not_twice(counties: Assistant) -> None:
    taken = whole(put_to(counties, "那要花多少钱", ["渔港灯塔修缮是谁汇报的"]).question)
    assert taken.endswith(" 那要花多少钱")
    assert taken.count("灯塔") == 1
    alone = put_to(counties, "渔港灯塔修缮要花多少钱").question
    assert whole(alone) == alone.text


def test_what_is_said_in_the_only_matter_in_question_is_told_for_an_open_question_and_not_for_whether_it_is_so(
    counties: Assistant,
) -> None:
    assert "从专项资金中列支" in said(read(counties, "灯塔修缮的钱走哪一块"))
    assert read(counties, "保育费会亏钱吗") is None


def test_what_the_record_holds_is_answered_from_it(counties: Assistant) -> None:
    reporter = read(counties, "云栖水库扩容工程建设方案是谁汇报的")
    assert "鲁念" in said(reporter)
    verdict = read(counties, "云栖水库扩容工程建设方案通过了吗")
    assert "会议同意该方案" in said(verdict)
    assert reporter is not None
    assert verdict is not None
    assert (reporter.route, verdict.route) == ("record", "record")


def test_only_documents_in_scope_are_read(counties: Assistant) -> None:
    composing = put_to(counties, "第9次常务会议每部电梯补助多少钱")
    ids = [entry.document_id for entry in counties.entries()]
    assert [one.stamp for one in sources_of(composing, ids).values()] == [BAITING.rstrip("：")]
    assert "18万元" not in said(by_reading(composing))


def test_what_many_meetings_heard_without_an_answer_is_given_back(tmp_path: Path) -> None:
    for number in range(1, 10):
        verdict = "会议决定暂缓，待条件成熟后再议。" if number % 2 else "会议不同意上述文件，要求重新研究。"
        (tmp_path / f"桦规委纪〔2021〕{number}号.txt").write_text(
            f"桦川市规划委员会会议纪要\n桦规委纪〔2021〕{number}号\n\n"
            f"2021年3月{number}日，主任苏望舒主持召开市规委会第{number}次会议。会议纪要如下：\n"
            "一、讨论增补岑夫子、丹丘年、杜若三位同志为专家委员\n"
            f"1. 由市水务局牵头，{number}月底前完成清查。\n{verdict}\n",
            encoding="utf-8",
        )
    town = Assistant(Settings(home=tmp_path / "home"))
    town.ingest([*tmp_path.glob("*.txt")])
    answer = town.ask("增补了哪几位专家委员？")
    assert (answer.refused, answer.reason) == (True, "ambiguous")
    assert "适用于 9 份文件" in answer.answer


def test_how_things_stand_now_is_told_by_the_newest(tmp_path: Path) -> None:
    minutes = (
        "临县人民政府常务会议纪要\n{number}\n\n{date}，县长程一诺主持召开县政府第{nth}次常务会议。\n"
        "一、研究西湾水厂改造\n会议明确，西湾水厂改造{when}开工。\n"
    )
    for nth, date, when in ((3, "2023年3月8日", "6月底前"), (5, "2023年7月9日", "10月底前")):
        text = minutes.format(number=f"临县纪〔2023〕{nth}号", date=date, nth=nth, when=when)
        (tmp_path / f"临县纪〔2023〕{nth}号.txt").write_text(text, encoding="utf-8")
    assistant = Assistant(Settings(home=tmp_path / "home"))
    assert not assistant.ingest([*tmp_path.glob("*.txt")]).failed
    told = assistant.ask("西湾水厂改造现在定的什么时候开工？").answer
    assert "10月底前" in told


DIKE = """岚津市河道管理联席会议纪要
2024年第3次

2024年5月7日上午，副市长童彦主持召开市河道管理联席会议2024年第3次会议。会议纪要如下。

一、关于沿河围挡整治方案
市城管局汇报了整治方案。会议原则通过，由市城管局修改后于5月20日前印发。

二、关于河道采石恢复作业的申请
市水务局汇报，收到白滩石场等2家企业恢复采石的申请。鉴于汛期将至，会议决定暂缓办理，汛期结束后由市水务局再行提出意见。

三、关于码头照明改造
会议同意安排36万元，更换灯具80盏。
"""


@pytest.fixture
def dike(tmp_path: Path) -> Assistant:
    (tmp_path / "联席会议纪要.txt").write_text(DIKE, encoding="utf-8")
    assistant = Assistant(Settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([tmp_path / "联席会议纪要.txt"])
    return assistant


@pytest.mark.parametrize(
    "text",
    [
        "第3次联席会上，两家石场想重新开采，会上给批了吗？",
        "第3次联席会，石场要复工，同意了没有？",
        "岚津第3次联席会对采石企业的申请批没批？",
    ],
)
def test_a_verdict_is_that_of_the_matter_named(dike: Assistant, text: str) -> None:
    answer = dike.ask(text).answer
    assert "暂缓" in answer
    assert "原则通过" not in answer


def test_whether_a_matter_that_no_meeting_had_was_passed_is_not_told_by_others(dike: Assistant) -> None:
    answer = dike.ask("第3次联席会任免的12名干部里有没有水务局局长？")
    assert answer.refused


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("砚州市政府2023年57号那次专题会，夜市摊主一共多少户？", ("268户",)),
        ("57号市政府专题纪要 夜市统一标牌 最迟哪天换好", ("9月20日",)),
        ("市府57号纪要里文创园的招商方式定了没有？", ("未就园区招商方式作出决定",)),
        ("砚三中校字2023第11号 批准外出考察 哪些人", ("白石溪", "沈疏桐")),
        ("砚州市政府〔2023〕57号纪要里夜市现有多少摊位？水务第8次董事会安排了多少银行贷款？", ("312", "500万元")),
        ("我家想在夜市摆摊，市政府57号会议纪要后一个月摊位费到底多少钱？", ("仍按每月300元",)),
        ("文创园想多花860万多，市政府57号专题会怎么说的？", ("不同意增加费用",)),
        ("水务集团第8次董事会说的远程水表不换了吗？", ("暂缓采购",)),
        ("栗溪镇第22次联席会上，进度垫底的那两个村要被谁约谈？", ("蓝鹤鸣",)),
        ("栗溪镇第22次联席会给不给队员发误工补贴？", ("不定",)),
        ("龙舟队员的误工补贴，栗溪镇第22次联席会批没批？", ("不定",)),
        ("57号专题会上，文创园的招商方式改了没有？", ("未就",)),
        ("栗溪镇第22次联席会说龙舟赛现在推到几号了？", ("11月3日",)),
        ("龙舟赛栗溪镇22次联席会改到哪天了？", ("11月3日",)),
        ("栗溪镇22次联席会，龙舟赛道那边谁设卡拦渔船？", ("河道管护站",)),
        ("栗溪镇第22次联席会安排谁禁止渔船进赛道？", ("河道管护站",)),
    ],
)
def test_what_people_ask_in_words_of_their_own_is_read_out_of_forms_of_their_own(
    townhalls: Assistant, text: str, words: tuple[str, ...]
) -> None:
    answer = townhalls.ask(text)
    assert not answer.refused, answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize(
    "text",
    [
        "栗溪镇第22次联席会通报了溺水的事，那几个孩子家里挨了什么处理？",
        "栗溪镇第22次联席会提到有三家想包鱼塘的，叫什么名字？",
        "栗溪镇第22次联席会说的溺水事件，处理结果怎么样？",
    ],
)
def test_that_something_was_reported_does_not_tell_what(townhalls: Assistant, text: str) -> None:
    answer = townhalls.ask(text)
    assert answer.refused, answer.answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("学生公寓总共能住多少学生", "床位960个", id="beds tell how many live there"),
        pytest.param("体育馆灯光改造批准金额", "58万元", id="what was granted, not what was wanted"),
        pytest.param("撤了教学点以后，接送的孩子一共多少名？", "46名", id="children are counted as people"),
        pytest.param("鲁一帆的试用期是多久", "一年", id="the one who is named"),
        pytest.param("摊位管理费每月几多钱", "200元", id="in dialect"),
    ],
)
def test_the_sentence_of_what_is_asked(tmp_path_factory: pytest.TempPathFactory, text: str, told: str) -> None:
    answer = markets_in(tmp_path_factory.mktemp("markets")).ask(text)
    assert not answer.refused
    assert told in answer.answer


def test_what_one_was_given_is_not_told_of_another(tmp_path: Path) -> None:
    assert markets_in(tmp_path).ask("邵清任县水利局副局长，试用期多长？").refused
