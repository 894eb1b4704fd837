"""A sentence that answers as it is told: short ones whole, long ones by the clauses that answer."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source, Terms
from pipeline.generation.extractive.reading.candidates import Candidate
from pipeline.generation.extractive.reading.saying import WHOLE, said_of
from pipeline.generation.extractive.stretches import sentences
from tests.libraries import composing_of, library_of

TODAY = datetime.date(2025, 1, 1)
TEXT = """苔溪县人民政府常务会议纪要
苔政纪〔2024〕9号

2024年7月5日，县长沈怀舟主持召开县政府第31次常务会议。会议纪要如下：
一、关于渡口改造
会议同意渡口改造方案，概算1200万元。
会议要求，县交通运输局要抓紧前期工作并同步完成用地报批，县财政局要在预备费中统筹安排渡口改造资金280万元，县应急管理局要落实施工期间渡运安全措施，沿岸两镇要做好群众解释和临时摆渡安排，县水利局要加强汛期水位监测。
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"苔溪县.txt": TEXT}, tmp_path_factory.mktemp("saying"), today=TODAY)


def told(ferry: Assistant, text: str, wording: str) -> tuple[str, str]:
    """Return how the sentence with some wording is told, and that sentence."""
    composing = composing_of(ferry, text, today=TODAY)
    entry = ferry.entries()[0]
    source = Source(entry, ferry.catalogue.document(entry.document_id))
    item = source.document.items[0]
    span = next(one for one in sentences(source.document, item.span) if wording in source.document.quote(one))
    whole = source.document.quote(span)
    return said_of(composing.question, Terms({}), Candidate(source, item, span, whole, 0.5)).text, whole


def test_a_short_sentence_is_told_whole(ferry: Assistant) -> None:
    shown, whole = told(ferry, "渡口改造概算多少钱？", "概算")
    assert shown == whole


def test_of_a_long_one_the_clauses_that_answer_are_told(ferry: Assistant) -> None:
    shown, whole = told(ferry, "渡口改造从预备费里安排多少钱？", "预备费")
    assert len(whole) > WHOLE and len(shown) < len(whole) and "280万元" in shown and shown in whole
