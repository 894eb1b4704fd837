"""Whether new words for a drafted sentence hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.summary.kept import faults
from pipeline.generation.summary.summarize import SummarySentence, summarize
from tests.generation.papers import minutes

DRAFT = summarize("d1", minutes())
SURVEY = next(sentence for sentence in DRAFT.sentences if "泊位普查" in sentence.text)
VERDICT = next(sentence for sentence in DRAFT.sentences if "原则通过" in sentence.text)


def _faults(text: str, *drafted: object) -> set[str]:
    found = faults(text, drafted or (SURVEY,), DRAFT.citations, {"d1": minutes()})  # type: ignore[arg-type]
    return {problem.kind for problem in found}


def test_the_draft_itself_holds() -> None:
    assert _faults(SURVEY.text) == set()
    assert _faults(VERDICT.text, VERDICT) == set()


def test_other_words_with_the_same_facts_hold() -> None:
    assert _faults("泊位普查由市城管局牵头、市公安局配合，6月底前完成，共1200个。") == set()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("由市城管局牵头，市公安局配合，6月底前完成泊位普查。", id="figure"),
        pytest.param("由市城管局牵头，市公安局配合，完成泊位普查，共1200个。", id="deadline"),
        pytest.param("由市城管局牵头，6月底前完成泊位普查，共1200个。", id="unit that supports"),
    ],
)
def test_a_fact_that_is_lost_is_a_fault(text: str) -> None:
    assert "lost" in _faults(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("由市城管局牵头，市公安局配合，7月底前完成泊位普查，共1200个。", "date", id="another date"),
        pytest.param("由市教育局牵头，市公安局配合，6月底前完成泊位普查，共1200个。", "unit", id="another unit"),
    ],
)
def test_a_fact_that_is_invented_is_a_fault(text: str, kind: str) -> None:
    assert _faults(text) & {kind, "part", "unit", "number"}


def test_a_verdict_keeps_its_degree() -> None:
    assert _faults(VERDICT.text.replace("原则通过", "通过"), VERDICT)


def test_nothing_proves_a_sentence_without_sources() -> None:
    assert [problem.kind for problem in faults("会议召开。", (), (), {})] == ["uncited"]


def test_a_long_passage_is_not_copied() -> None:
    passage = (
        "各单位要抓好落实，把停车秩序整治同文明创建结合起来，同城市更新结合起来，同群众身边的小事结合起来，久久为功。"
    )
    cited = replace(DRAFT.citations[0], quote=passage)
    drafted = SummarySentence(text="各单位要抓好落实。", citations=(0,), check="verified")
    found = {words: [one.kind for one in faults(words, (drafted,), (cited,), {})] for words in (passage, drafted.text)}
    assert found == {passage: ["copied"], drafted.text: []}
