"""Questions, answers and refusals as HTML."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.ask import copy_text, render_conversation, render_turn, render_welcome, suggestions
from pipeline.interface.session import Conversation, Turn
from pipeline.minutes import EXAMPLE_MINUTES, Document
from tests.interface.papers import EVIL, answer, assert_harmless, citation, refusal


def words(page: str) -> str:
    """Return what a reader sees."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def test_each_statement_is_followed_by_the_number_of_its_source() -> None:
    page = render_turn(Turn("结果如何？", answer()))
    first, second = re.findall(r"<p>(.*?)</p>", page.split('class="answer"')[1])[:2]
    assert re.sub(r"<[^>]+>", "", first) == "《城区停车管理办法》：原则通过1"
    assert re.sub(r"<[^>]+>", "", second) == "由市城管局牵头，6月底前完成。2"
    assert page.count('class="source"') == 2 and page.count('class="group"') == 1
    assert "取自台账 · 用时 0.02 秒" in page


def test_a_preface_stands_before_the_statements() -> None:
    changed = answer(answer="库中有两次这样的会议：\n" + answer()["answer"])
    assert '<p class="preface">库中有两次这样的会议：</p>' in render_turn(Turn("？", changed))


def test_an_answer_that_does_not_end_in_its_statements_is_shown_as_it_is() -> None:
    page = render_turn(Turn("？", answer(answer="原则通过，见下。")))
    assert "原则通过，见下。" in page and page.count('class="chip"') == 2


def test_sources_beyond_the_first_are_folded_and_documents_told_apart() -> None:
    many = [citation(start, start + 3, document_id="d1" if start < 4 else "d2") for start in range(9)]
    page = render_turn(Turn("？", answer(citations=many)))
    assert "其余 4 处来源" in page
    assert page.count('class="source"') == 9 and page.count('class="group"') == 3


def test_a_flagged_statement_says_why() -> None:
    problems = [{"kind": "number", "text": "7月", "message": "原文没有“7月”"}]
    flagged = [{"text": "7月底前完成。", "citations": [1], "check": "flagged", "problems": problems}]
    page = render_turn(Turn("？", answer(answer="7月底前完成。", statements=flagged)))
    assert 'class="flagged"' in page and "原文没有“7月”" in page


def test_what_a_model_could_not_prove_is_folded_away() -> None:
    statements = [
        answer()["statements"][0],
        {"text": "全市推广。", "citations": [], "check": "flagged", "problems": []},
    ]
    told = answer(answer="《城区停车管理办法》：原则通过", statements=statements, mode="model", model="某模型")
    page = render_turn(Turn("？", told))
    assert "1 句未能与原文核对一致，未列入回答" in page
    assert "全市推广" not in page.split("<details")[0]
    assert "模型 某模型" in page


def test_a_refusal_says_why_what_was_searched_and_what_is_near() -> None:
    page = render_turn(Turn("预算多少？", refusal(searched={"documents": 3, "filters": {"unit": "市财政局"}})))
    assert "文件中没有写明" in page and "查找了 3 份文件（单位：市财政局）" in page
    assert "一、《城区停车管理办法》" in page and page.count('data-event="read_source"') == 1


def test_a_refusal_does_not_say_twice_what_was_searched() -> None:
    assert "查找了" not in render_turn(Turn("？", refusal() | {"answer": "没有写明。已检索 3 份文件。"}))


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        (Turn("问"), "正在查找"),
        (Turn("问", problem="请先写下要问的内容。"), "请先写下"),
        (Turn("问", answer(notice="模型没有应答，改用摘录。")), "改用摘录"),
    ],
    ids=["sought", "problem", "notice"],
)
def test_a_turn_says_how_it_stands(turn: Turn, said: str) -> None:
    assert said in words(render_turn(turn))


def test_markup_in_questions_answers_and_quotes_is_text() -> None:
    cited = citation(0, 9, quote=EVIL, item_title=EVIL, meeting=EVIL, document_number=EVIL, file=EVIL)
    statement = {"text": EVIL, "citations": [0], "check": "flagged", "problems": [{"message": EVIL}]}
    changed = {"citations": [cited], "statements": [statement], "answer": EVIL}
    assert_harmless(render_turn(Turn(EVIL, answer(**changed))))
    assert_harmless(render_turn(Turn(EVIL, refusal() | {"nearest": [{**cited, "text": EVIL}], "answer": EVIL})))


def test_the_copy_has_every_statement_and_every_citation() -> None:
    copied = copy_text(answer())
    assert copied.startswith(
        "《城区停车管理办法》：原则通过[1]\n由市城管局牵头，6月底前完成。[2]\n\n[1] 市政府第1次常务会议"
    )
    assert copied.endswith("“由市城管局牵头，6月底前完成。”")


def test_dropped_turns_are_mentioned() -> None:
    page = render_conversation(Conversation((Turn("甲", answer()), Turn("乙")), dropped=3))
    assert "较早的 3 个问题已收起" in page and 'id="turn-5"' in page


def test_the_empty_library_says_how_to_begin() -> None:
    assert "请到“文库”页上传" in render_welcome([], documents=0)


def test_every_sample_question_of_the_samples_is_answered(sample_home: Path) -> None:
    assistant = Assistant(load_settings(home=sample_home))
    documents = [assistant.show(entry.document_id)[1] for entry in assistant.entries()]
    asked = suggestions(documents, most=6)
    assert len({sample.about for sample in asked}) == 3
    refused = [sample.question for sample in asked if assistant.ask(sample.question).refused]
    assert not refused


def test_suggestions_are_made_from_what_the_document_states() -> None:
    bare = Document(file="a.txt", text="无", kind="other", name="甲")
    assert suggestions([bare]) == []
    asked = [sample.question for sample in suggestions([replace(EXAMPLE_MINUTES, kind="minutes")])]
    assert asked == ["《城区停车管理办法》有什么要求？"]
