"""Questions, answers and refusals as HTML."""

from __future__ import annotations

import html
import re

import pytest

from pipeline.interface.ask import render_conversation, render_earlier, render_last, render_turn, render_welcome
from pipeline.interface.language import speaking
from pipeline.interface.session import Conversation, Turn
from pipeline.interface.suggest import Suggestion
from tests.interface.papers import EVIL, answer, assert_harmless, citation, refusal


def words(page: str) -> str:
    """Return what a reader sees."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def test_each_statement_is_followed_by_the_number_of_its_source() -> None:
    page = render_turn(Turn("结果如何？", answer()))
    first, second = re.findall(r"<p[^>]*>(.*?)</p>", page.split('class="answer"')[1])[:2]
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
    assert "模型另有 1 句未能与原文核对一致，未列入回答" in page
    assert "全市推广" not in page.split("<details")[0]
    assert "模型 某模型" in page


def test_a_refusal_says_why_what_was_searched_and_what_is_near() -> None:
    page = render_turn(Turn("预算多少？", refusal(searched={"documents": 3, "filters": {"unit": "市财政局"}})))
    assert "文件中没有写明" in page and "查找了 3 份文件（单位：市财政局）" in page
    assert "一、《城区停车管理办法》" in page and page.count('data-event="read_source"') == 1


def test_a_refusal_says_once_what_was_searched_and_names_it() -> None:
    looked_in = [{"document_id": "d1", "name": "第1次常务会议纪要"}, {"document_id": "d2", "name": EVIL}]
    told = refusal() | {"answer": "没有写明。已检索 3 份文件（范围：单位市财政局）。", "looked_in": looked_in}
    page = render_turn(Turn("？", told))
    assert "已检索" not in words(page) and page.count("查找了 3 份文件") == 1
    assert "第1次常务会议纪要" in page and "另 1 份" in page
    assert_harmless(page)


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        (Turn("问"), "正在查找"),
        (Turn("问", problem="请先写下要问的内容。"), "请先写下"),
        (Turn("问", answer(notice="模型没有应答，改用摘录。")), "改用摘录"),
        (Turn("问", stopped=True), "已停止"),
        (Turn("问", answer(), stopped=True), "以上各句已与原文核对"),
    ],
    ids=["sought", "problem", "notice", "stopped at once", "stopped halfway"],
)
def test_a_turn_says_how_it_stands(turn: Turn, said: str) -> None:
    assert said in words(render_turn(turn))


def test_markup_in_questions_answers_and_quotes_is_text() -> None:
    cited = citation(0, 9, quote=EVIL, item_title=EVIL, meeting=EVIL, document_number=EVIL, file=EVIL)
    statement = {"text": EVIL, "citations": [0], "check": "flagged", "problems": [{"message": EVIL}]}
    changed = {"citations": [cited], "statements": [statement], "answer": EVIL}
    assert_harmless(render_turn(Turn(EVIL, answer(**changed))))
    assert_harmless(render_turn(Turn(EVIL, refusal() | {"nearest": [{**cited, "text": EVIL}], "answer": EVIL})))


def test_dropped_turns_are_mentioned() -> None:
    page = render_conversation(Conversation((Turn("甲", answer()), Turn("乙")), dropped=3))
    assert "较早的 3 个问题已收起" in page and 'id="turn-5"' in page


def test_the_empty_library_says_how_to_begin() -> None:
    assert "请到“文库”页上传" in render_welcome([], documents=0)


def test_sentences_in_whose_place_the_text_stands_are_listed_quietly() -> None:
    dropped = [{"text": "7月底前完成。", "problems": [{"message": "原文没有“7月”"}]}]
    page = render_turn(Turn("？", answer(mode="model", model="某模型", dropped=dropped)))
    folded = page.split("<details")[1]
    assert "7月底前完成" in folded and "原文没有“7月”" in folded
    assert "7月底前完成" not in page.split("<details")[0]


def test_an_answer_that_grows_shows_its_proven_words_only() -> None:
    page = render_last(Conversation((Turn("甲", answer()),)), going_on=True)
    assert 'aria-busy="true"' in page and "原则通过" in page and 'class="sources"' not in page and "复制" not in page
    assert 'aria-busy="true"' not in render_last(Conversation((Turn("甲", answer()),)))


def test_the_last_turn_stands_apart_from_the_earlier_ones() -> None:
    talk = Conversation((Turn("甲", answer()), Turn("乙", answer())), dropped=1)
    assert "甲" in words(render_earlier(talk)) and "乙" not in words(render_earlier(talk))
    assert 'id="turn-3"' in render_last(talk) and render_last(Conversation()) == ""


def test_a_question_is_asked_again_with_the_filters_it_had() -> None:
    page = html.unescape(render_turn(Turn("结果如何？", answer(), scope={"kind": "minutes"})))
    assert '{"question": "结果如何？", "scope": {"kind": "minutes"}}' in page


def test_what_a_reader_thought_is_shown_again() -> None:
    page = render_turn(Turn("？", answer(), turn_id="t1", verdict="bad", note=EVIL))
    assert re.search(r'data-rate="bad" aria-pressed="true"', page) and re.search(
        r'data-rate="good" aria-pressed="false', page
    )
    assert_harmless(page)
    assert 'class="remark"' not in render_turn(Turn("？", answer()))


def test_in_english_the_documents_words_stay_chinese() -> None:
    with speaking("en"):
        page = words(render_turn(Turn("结果如何？", answer(), turn_id="t1")))
        refused = words(render_turn(Turn("？", refusal() | {"answer": "库中文件没有载明所问内容。已检索 3 份文件。"})))
    assert "原则通过" in page and "from the decision ledger" in page and "Ask again" in page
    for said in ("Not stated in the documents", "The documents do not state this.", "Searched 3 documents"):
        assert said in refused
    assert "一、《城区停车管理办法》" in refused


def test_a_sample_question_can_be_clicked() -> None:
    page = render_welcome([Suggestion(EVIL, "甲政纪〔2021〕1号")], documents=1)
    assert page.count('data-event="ask_question"') == 1 and "甲政纪〔2021〕1号" in page
    assert_harmless(page)


def test_an_empty_library_names_no_command() -> None:
    said = {**refusal(), "reason": "library_empty"}
    said["answer"] = "库中还没有文件，请先运行：jiyao ingest 文件夹。"
    page = render_turn(Turn("谁主持？", said))
    assert "jiyao ingest" not in page.split('class="facts"')[0] and 'data-tab="library"' in page
