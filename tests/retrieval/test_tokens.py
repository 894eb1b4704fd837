"""Terms: pairs, words, figures and document numbers; questions lose their phrases and read no dictionary."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.config import ROOT
from pipeline.retrieval.tokens import fold, query_tokens, tokenize


@pytest.mark.parametrize(
    ("text", "holds", "lacks"),
    [
        pytest.param("会议明确", ["会议", "议明", "明确"], ["会", "会议明确"], id="pairs"),
        pytest.param("提交常务委员会讨论", ["委员会", "常务委员"], ["交常务"], id="words-of-three-and-more"),
        pytest.param("谢  罡", ["谢罡"], ["谢", "罡"], id="padded-name"),
        pytest.param("市纪\n委监委", ["纪委"], ["委监委市"], id="wrapped-unit"),
        pytest.param("王，李", ["王", "李"], ["王李"], id="one-character-runs"),
        pytest.param("ＯＤＭ与ems", ["odm", "ems", "与"], ["ODM"], id="latin-folded"),
        pytest.param("产值11,432.7亿元", ["11432.7", "11432.7亿", "亿元"], ["11"], id="figure-with-unit"),
        pytest.param("第50次会议", ["50", "50次", "次会"], ["5"], id="ordinal"),
        pytest.param("根据甲政纪[2021]第2号", ["〔2021〕2号", "甲政纪〔2021〕2号"], [], id="document-number"),
        pytest.param("……（）", [], ["…"], id="no-words"),
    ],
)
def test_a_text_becomes_terms(text: str, holds: list[str], lacks: list[str]) -> None:
    terms = tokenize(text)
    assert [term for term in holds if term not in terms] == []
    assert [term for term in lacks if term in terms] == []


@pytest.mark.parametrize(
    "spelling",
    ["甲政纪〔2021〕2号", "甲政纪[2021]2号", "甲政纪（2021）第2号", "甲政纪【2021】 02 号", "甲政纪〔２０２１〕２号"],
)
def test_all_spellings_of_a_document_number_share_its_term(spelling: str) -> None:
    assert "甲政纪〔2021〕2号" in query_tokens(f"{spelling}说了什么？")


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        pytest.param("城区停车由谁牵头？", ["城区", "区停", "停车", "牵头"], id="who"),
        pytest.param("请问停车的收费是多少？", ["停车", "收费"], id="how-much"),
        pytest.param("有哪些？", ["有哪", "哪些"], id="nothing-but-phrases"),
        pytest.param("目的和标的", ["目的", "的和", "和标", "标的"], id="words-that-end-in-的"),
    ],
)
def test_a_question_loses_its_phrases(question: str, terms: list[str]) -> None:
    assert [term for term in query_tokens(question) if len(term) < 3] == terms


def test_a_question_offers_what_a_text_holds() -> None:
    text = "推动公共文化服务保障和科技企业孵化器发展"
    assert set(tokenize(text)) <= set(query_tokens(text))


def test_a_very_long_question_is_bounded() -> None:
    text = "".join(chr(0x4E00 + place) for place in range(5000))
    assert len(query_tokens(text, limit=300)) == 300


def test_a_question_reads_no_dictionary() -> None:
    script = (
        "import sys; from pipeline.retrieval import tokens; tokens.query_tokens('河道整治由谁牵头');"
        "print(tokens._dictionary.cache_info().currsize, 'jieba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]


def test_folding_keeps_blanks_between_latin_words() -> None:
    assert fold("ＡＢ ｃｄ") == "ab cd"
