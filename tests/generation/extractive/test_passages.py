"""Answers from passages: the clauses that answer, or nothing."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.documents.parse import parse_text
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.passages import answer, best_sentences, told, without_label
from pipeline.generation.extractive.target import topic_terms
from pipeline.generation.understanding.question import understand
from pipeline.minutes import Span


def answered(text: str, sources: list[Source], assistant: Assistant) -> list[str]:
    question = understand(text, entries=[source.entry for source in sources], today=datetime.date(2022, 6, 1))
    terms = topic_terms(question)
    found = best_sentences(question, sources, assistant.search(question.topic_text or text, k=8), terms)
    return [sentence.text for sentence in answer(question, found, terms)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("智慧停车平台建设的专项资金多少", "专项资金1200万元"),
        ("年内改造小区多少个", "26个"),
        ("请谁重新测算票价", "重新测算"),
    ],
)
def test_the_clauses_that_answer(sources: list[Source], invented: Assistant, text: str, word: str) -> None:
    found = answered(text, sources, invented)
    assert word in found[0]
    assert len(found[0]) <= 120


@pytest.mark.parametrize("text", ["2019年改造小区多少个", "共享单车投放数量多少", "充电桩建设要求"])
def test_another_figure_is_no_answer(sources: list[Source], invented: Assistant, text: str) -> None:
    assert answered(text, sources, invented) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("6.1　同意招募方案。", "同意招募方案。"),
        ("2.11 由水务局清理。", "由水务局清理。"),
        ("1、3.0T磁共振1台。", "3.0T磁共振1台。"),
        ("3. 抓紧整改。", "抓紧整改。"),
        ("b) 抓紧整改。", "抓紧整改。"),
        ("③ 停水前48小时公告。", "停水前48小时公告。"),
        ("1.8万元由区里承担。", "1.8万元由区里承担。"),
        ("会议议定：（1）水价维持不变；", "水价维持不变；"),
        ("会议要求：1. 抓紧整改。", "抓紧整改。"),
        ("会议同意：（1）水价维持不变；", "会议同意：（1）水价维持不变；"),
        ("会议要求：10日内整改。", "会议要求：10日内整改。"),
    ],
)
def test_a_label_goes_whole_with_what_opens_its_list_and_a_figure_is_none(
    line: str, told: str, sources: list[Source]
) -> None:
    document = parse_text(f"某区会议纪要\n{line}\n")
    start = document.text.index(line)
    place = without_label(Source(sources[0].entry, document), Span(start, start + len(line)))
    assert document.quote(place) == told


def test_a_sentence_is_told_without_its_label(sources: list[Source]) -> None:
    line = "（2）修复渡口护栏，"
    source = Source(sources[0].entry, parse_text(f"甲市政府第1次常务会议纪要\n一、渡口\n{line}8月底前完成。"))
    start = source.document.text.index(line)
    sentence = told(source, Span(start, start + len(line)))
    assert sentence.text == "修复渡口护栏"
    assert sentence.quotes[0].start == start + 3
