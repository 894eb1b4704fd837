"""A failure stands beside its sources, each quote marked in its surroundings; nothing of a document becomes markup."""

from __future__ import annotations

from eval.failures import LONGEST, failures
from eval.gold import Question
from eval.run import examine

from .conftest import FILE, Written, said


def shown(questions: list[Question], texts: dict[str, str], answer: str, *quotes: str, shift: int = 0) -> str:
    answers = {question.question: said(answer, *quotes, shift=shift) for question in questions}
    records = [examine(question, Written(answers), texts) for question in questions]
    return "".join(failures([record for record in records if not record["correct"]], {"gold": texts}))


def test_sets_and_types_head_their_failures(questions: list[Question], texts: dict[str, str]) -> None:
    html = shown(questions, texts, "不知道")
    assert "<h3>gold <small>4 题</small></h3>" in html
    for kind in ("人员", "列举", "审议结论", "追问"):
        assert f"{kind} <small>1 题</small>" in html


def test_a_quote_is_marked_within_what_stands_around_it(questions: list[Question], texts: dict[str, str]) -> None:
    html = shown(questions, texts, "由吴静汇报", "市园林局抓紧补种")
    assert "会议听取了<mark>市城管局局长周明</mark>" in html  # the gold
    assert "<mark>市园林局抓紧补种</mark>。" in html  # what was cited
    assert f"<figcaption>{FILE} · 一</figcaption>" in html
    assert "依据最先见于第 1 段" in html
    assert "缺少：周明" in html


def test_a_quote_that_is_not_the_text_says_so(questions: list[Question], texts: dict[str, str]) -> None:
    html = shown(questions, texts, "由吴静汇报", "市园林局抓紧补种", shift=1)
    assert "与原文不一致" in html
    assert "<blockquote><mark>市园林局抓紧补种</mark></blockquote>" in html


def test_a_long_quote_is_cut_and_markup_is_text(questions: list[Question], texts: dict[str, str]) -> None:
    long = texts[FILE] + "长" * LONGEST
    record = examine(questions[0], Written({questions[0].question: said("<b>不知道</b>")}), texts)
    cited = {"file": FILE, "item": None, "quote": long, "start": 0, "end": len(long)}
    record["answer"]["citations"] = [cited]
    html = "".join(failures([record], {"gold": {FILE: long}}))
    assert f"（共 {len(long)} 字）</mark></blockquote>" in html
    assert "&lt;b&gt;不知道&lt;/b&gt;" in html
    assert "<b>" not in html


def test_a_fault_is_shown_as_one(questions: list[Question], texts: dict[str, str]) -> None:
    record = examine(questions[0], Written({}), texts)
    html = "".join(failures([record], {"gold": texts}))
    assert "出错：KeyError" in html
