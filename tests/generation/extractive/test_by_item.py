"""Answers that one agenda item holds."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.draft import Draft
from pipeline.generation.extractive import target
from pipeline.generation.extractive.by_item import RULED, aspects_asked, by_item, key_words_of_an_item
from pipeline.generation.extractive.composing import Composing
from tests.libraries import composing_of, library_of


def composing(assistant: Assistant, text: str) -> Composing:
    return composing_of(assistant, text, today=datetime.date(2022, 6, 1))


def answered(assistant: Assistant, text: str) -> Draft | None:
    return by_item(composing(assistant, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("数据资源共享管理规定的结论是什么", ["同意该规定"]),
        ("数据资源共享管理规定的结论是什么？下一步怎么办？", ["同意该规定", "印发实施"]),
        ("老旧小区改造是谁汇报的", ["钟立"]),
        ("老旧小区改造 要求", ["年内改造小区26个"]),
        ("数据资源共享在哪次会议上研究的", ["第12次"]),
    ],
)
def test_an_item_answers(invented: Assistant, text: str, words: list[str]) -> None:
    draft = answered(invented, text)
    assert draft is not None
    shown = "".join(sentence.text for sentence in draft.sentences)
    for word in words:
        assert word in shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("第15次常务会议上，公交票价是哪次会议定的", "第15次"),
        ("第15次常务会议上，秦书怀主持了哪次会议", "第15次"),
        ("第15次常务会议上，郑远航主持了哪次会议", None),
        ("第15次常务会议上，老旧小区改造是哪次会议定的", None),
    ],
)
def test_a_meeting_is_named_only_for_what_its_text_tells(invented: Assistant, text: str, words: str | None) -> None:
    draft = answered(invented, text)
    assert (draft is None) == (words is None)
    assert draft is None or words in draft.sentences[0].text  # type: ignore[operator]


def test_an_item_that_states_nothing_is_refused_with_what_it_does_state(invented: Assistant) -> None:
    draft = answered(invented, "老旧小区改造的结论是什么")
    assert draft is not None
    assert draft.refused
    assert draft.reason == "not_stated"
    assert "老旧小区改造" in draft.sentences[0].text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("数据资源共享管理规定后来通过验收了吗", id="another verdict than the meeting's"),
        pytest.param("老旧小区改造牵头的负责人叫什么名字", id="a unit is no name"),
        pytest.param("老旧小区改造最后是哪天办完的？", id="when it was done, not by when it is due"),
    ],
)
def test_what_an_item_states_otherwise_is_no_answer(invented: Assistant, text: str) -> None:
    assert answered(invented, text) is None


def test_of_two_items_the_silent_one_is_named(invented: Assistant) -> None:
    draft = answered(invented, "第二项的结论是什么")
    assert draft is not None
    assert "老旧小区改造" in draft.preface
    assert "不同意该方案" in draft.sentences[0].text


def test_several_aspects_of_one_question(invented: Assistant) -> None:
    question = composing(invented, "停车办法结论是什么？谁汇报的？").question
    assert aspects_asked(question, "outcome") == ["outcome", "presenter"]


def test_what_somebody_asked_for_is_no_requirement(invented: Assistant) -> None:
    question = composing(invented, "停车场减免租金的要求，会议同意了吗？").question
    assert aspects_asked(question, "outcome") == ["outcome"]


def test_key_words_name_an_item(invented: Assistant) -> None:
    assert key_words_of_an_item(composing(invented, "老旧小区改造"))
    assert not key_words_of_an_item(composing(invented, "老旧小区改造多少个"))


def _twins(folder: Path, *, reporters: tuple[str, ...]) -> Assistant:
    """A library of the same item in as many meetings as there are reporters; that of the third has three points."""
    for number, reporter in enumerate(reporters, start=1):
        points = "1. 市财政局安排经费。\n2. 各镇抓好落实。\n" + ("3. 滨江区牵头报送进展。\n" if number == 3 else "")
        (folder / f"临政纪〔2022〕{number}号.txt").write_text(
            f"临川市人民政府\n常务会议纪要\n临政纪〔2022〕{number}号\n\n2022年{number}月8日，市长郑远航主持召开市政府"
            f"第{number}次常务会议。现纪要如下：\n一、讨论《临川市停车管理办法》\n会议听取了市城管局局长{reporter}的汇报。\n"
            f"会议明确：\n{points}会议原则通过该办法。\n",
            encoding="utf-8",
        )
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model=""))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


def test_what_all_meetings_say_alike_is_answered_once(tmp_path: Path) -> None:
    assistant = _twins(tmp_path, reporters=("周明",) * 8)
    answer = assistant.ask("停车管理办法由谁汇报的？")
    assert not answer.refused, answer.answer
    assert "8 份文件所载相同，以最近的一份为据" in answer.answer
    assert {citation.document_number for citation in answer.citations} == {"临政纪〔2022〕8号"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("停车管理办法 会议明确 三点", id="as-many-points"),
        pytest.param("停车管理办法要求滨江区做什么", id="whom-it-addresses"),
    ],
)
def test_what_is_said_of_one_of_them_tells_which_is_meant(tmp_path: Path, text: str) -> None:
    one = composing(_twins(tmp_path, reporters=("周明",) * 4), text)
    found = target.targets(one.question, one.sources, one.terms)
    assert [each.source.entry.document_number for each in found] == ["临政纪〔2022〕3号"]


def test_where_they_differ_the_question_goes_back(tmp_path: Path) -> None:
    answer = _twins(tmp_path, reporters=(*("周明",) * 7, "钟立")).ask("停车管理办法由谁汇报的？")
    assert (answer.refused, answer.reason) == (True, "ambiguous")


HARBOUR = """汐岛市人民政府
常务会议纪要
汐政纪〔2023〕9号

2023年9月6日，市长顾之遥主持召开市政府第9次常务会议。会议纪要如下：
一、研究渔港冷库招标方案
会议不同意提高冷库收费；同意分3个标包公开招标，租期由5年缩短为2年。
市渔业中心牵头，各镇配合，10月底前确定中标单位。
二、研究灯塔托管事宜
因评估得分差距较小，会议决定再议，航标站补充考察后提交下次会议研究。
三、研究码头商铺减租申请
会议不同意减免租金；同意缓收三个月。
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("渔港冷库招标方案作何决定", ["3个标包", "市渔业中心"], id="the verdict before the points"),
        pytest.param("灯塔托管事宜作何决定", ["再议，航标站补充考察"], id="verdict and point of one sentence"),
        pytest.param("码头商铺减租申请作何决定", ["不同意减免租金；同意缓收三个月"], id="up to the full stop"),
    ],
)
def test_what_was_decided_is_told_with_its_verdict(tmp_path: Path, text: str, words: list[str]) -> None:
    (tmp_path / "汐政纪〔2023〕9号.txt").write_text(HARBOUR, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home"))
    assistant.ingest([tmp_path / "汐政纪〔2023〕9号.txt"])
    draft = answered(assistant, text)
    assert draft is not None
    shown = [sentence.text for sentence in draft.sentences]
    assert all(any(word in line for line in shown) for word in words), shown
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        pytest.param("对青竹镇暂缓拆除采砂船的申请如何处理", "不同意青竹镇", "8月15日", id="one of two verdicts"),
        pytest.param("楼栋长涨补贴的事批了吗", "本次暂缓", "原则通过", id="beside the verdict"),
        pytest.param("楼栋长管理办法批了吗", "原则通过", "本次暂缓", id="the verdict"),
    ],
)
def test_the_verdict_is_that_of_the_matter_named(offices: Assistant, text: str, words: str, never: str) -> None:
    draft = answered(offices, text)
    assert draft is not None
    shown = "".join(sentence.text for sentence in draft.sentences)
    assert words in shown
    assert never not in shown


ONE_MEETING = """岭东镇政府
镇长办公会议纪要
（2023年第4期）

2023年4月6日，镇长施远主持召开2023年第4次镇长办公会议。现将议定事项纪要如下。

一、关于河道保洁
会议听取了水务站的汇报。会议要求，一是水务站要在5月底前完成河面清漂；二是各村每周报送一次巡查情况；三是环卫所牵头，水务站配合，6月10日前添置打捞船。

二、关于《护林值守办法》
会议原则通过该办法，由林业站修改后印发。会议决定，对护林点提出的每班补助60元的建议不予同意，仍按40元执行。
"""


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        pytest.param("河道保洁多久报一次？", ("每周报送",), ("5月底", "6月10日"), id="how often"),
        pytest.param("河道保洁谁配合？", ("水务站配合",), ("5月底",), id="who supports"),
        pytest.param("河道保洁最后怎么定的？", ("清漂", "每周报送", "打捞船"), (), id="points, without a verdict"),
        pytest.param("河道保洁不按时怎么办？", (), ("5月底", "6月10日"), id="no consequence is told"),
        pytest.param("护林值守办法和谁签合同？", (), ("60元",), id="of a paper that was passed but for one figure"),
        pytest.param("护林值守办法由谁监督？", (), ("40元", "印发"), id="nobody oversees"),
    ],
)
def test_only_what_is_plainly_asked_is_told(
    tmp_path: Path, text: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    assistant = library_of({"岭东4.txt": ONE_MEETING}, tmp_path, today=datetime.date(2024, 1, 1))
    answer = assistant.ask(text)
    assert answer.refused is not bool(told)
    assert all(words in answer.answer for words in told)
    assert answer.refused or not any(words in answer.answer for words in untold)


@pytest.mark.parametrize("text", ["对售价建议作了怎样的处理？", "对售价作了何种安排？", "最后怎么处理的？"])
def test_a_question_after_what_became_of_a_matter_asks_for_the_verdict(text: str) -> None:
    assert RULED.search(text)
