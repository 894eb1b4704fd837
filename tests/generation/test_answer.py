"""Answers: proven sentence by sentence, with a model and without, whatever the model's server does."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.answer import Answer, answer_with_model, prove, stream_with_model
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.model import chat_model as models
from pipeline.generation.model.chat_model import load_model
from tests.servers.scripted import Script, ScriptedServer, Turn, fails, says, serving, states

QUESTION = "城区停车管理办法由谁汇报，结果如何？"
REPORTED = "《临川市城区停车管理办法》由市城管局局长周明汇报。"
PASSED = "会议原则通过《临川市城区停车管理办法》。"
TODAY = datetime.date(2022, 6, 1)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_taken", {})


@pytest.fixture
def draft(sources: list[Source]) -> Draft:
    wording = "会议听取了市城管局局长周明《临川市城区停车管理办法》起草情况的汇报。"
    start = sources[0].document.text.index(wording)
    quote = Quote(sources[0].document_id, start, start + len(wording))
    return Draft(route="passages", searched=Searched(2), sentences=(Sentence(wording, (quote,)),))


def talking(server: ScriptedServer, *, timeout: float = 60.0) -> BaseChatModel:
    """Return the model of a server; the time-out is one that a busy machine keeps."""
    settings = load_settings(model="openai:scripted", model_base_url=server.url, model_timeout=timeout)
    model = load_model(settings, max_retries=0)
    assert model is not None
    return model


def asked(script: Script, draft: Draft, assistant: Assistant, *, timeout: float = 60.0, **options: Any) -> Answer:
    """Ask a scripted server and return the answer."""
    with serving(script) as server:
        model = talking(server, timeout=timeout)
        hits = assistant.search("停车管理办法", k=3)
        return answer_with_model(draft, QUESTION, assistant.catalogue, hits=hits, model=model, today=TODAY, **options)


def numbers(request: dict[str, Any]) -> list[int]:
    """Return the numbers of the passages that hold the item asked about."""
    passages = request["messages"][1]["content"].split("〖材料")[1:]
    return [int(passage.split("〗")[0]) for passage in passages if "会议原则通过上述文件" in passage]


def states_over_the_item(*sentences: str) -> Script:
    return lambda request: states(*((sentence, numbers(request)[:1]) for sentence in sentences))


def test_an_extractive_draft_is_proven_too(draft: Draft, invented: Assistant) -> None:
    answer = prove(draft, QUESTION, invented.catalogue)
    assert (answer.mode, answer.model, answer.prompt_hash) == ("extractive", None, None)
    assert [statement.check for statement in answer.statements] == ["verified"]
    assert answer.answer == draft.sentences[0].text


def test_an_extractive_sentence_that_says_more_is_flagged(draft: Draft, invented: Assistant) -> None:
    wrong = Draft(
        route="passages",
        searched=Searched(2),
        sentences=(Sentence("市财政局局长周明汇报。", draft.sentences[0].quotes),),
    )
    answer = prove(wrong, QUESTION, invented.catalogue)
    assert [statement.check for statement in answer.flagged] == ["flagged"]
    assert {problem.kind for problem in answer.flagged[0].problems} == {"unit"}


def test_the_preface_stands_before_the_sentences(draft: Draft, invented: Assistant) -> None:
    refusal = Draft(
        route="passages",
        searched=Searched(2, {"meeting": 12}),
        sentences=draft.sentences,
        preface="没有写明票数。",
        refused=True,
        reason="not_stated",
    )
    answer = prove(refusal, QUESTION, invented.catalogue, seconds={"search": 0.12345})
    assert answer.answer == f"没有写明票数。\n{draft.sentences[0].text}"
    written = answer.to_json()
    assert (written["refused"], written["reason"]) == (True, "not_stated")
    assert written["searched"] == {"documents": 2, "filters": {"meeting": 12}}
    assert written["seconds"] == {"search": 0.1235}


def test_the_json_has_every_field_of_the_contract(draft: Draft, invented: Assistant) -> None:
    written = json.loads(json.dumps(prove(draft, QUESTION, invented.catalogue).to_json()))
    contract = "question answer refused reason statements citations route mode model searched nearest seconds"
    assert set(contract.split()) <= set(written)
    assert set(written["statements"][0]) == {"text", "citations", "check", "problems"}


def test_a_model_puts_the_evidence_into_words(draft: Draft, invented: Assistant) -> None:
    answer = asked(states_over_the_item(REPORTED, PASSED), draft, invented)
    assert answer.answer == f"{REPORTED}\n{PASSED}"
    assert (answer.mode, answer.model) == ("model", "scripted")
    assert answer.prompt_hash
    assert answer.notice is None
    assert all(len(citation.quote) < 80 for citation in answer.citations), "few sentences, not the whole passage"
    for citation in answer.citations:
        text = invented.catalogue.document(citation.document_id).text
        assert citation.quote == text[citation.start : citation.end]


@pytest.mark.parametrize(
    "invention",
    [
        "该办法由市财政局局长孟凡汇报。",
        "会议通过《临川市城区停车管理办法》。",
        "由市公安局牵头。",
        "安排专项资金1300万元。",
        "9月底前完成道路泊位普查。",
        "会议要求提交市委常委会讨论。",
    ],
    ids=["person", "verdict", "role", "figure", "deadline", "condition"],
)
def test_an_invention_is_flagged_and_left_out_of_the_answer(invention: str, draft: Draft, invented: Assistant) -> None:
    answer = asked(states_over_the_item(REPORTED, invention), draft, invented)
    assert answer.answer == REPORTED
    assert [statement.text for statement in answer.flagged] == [invention]
    assert answer.flagged[0].problems
    assert answer.notice is not None
    assert "1 句" in answer.notice


@pytest.mark.parametrize(
    ("turn", "notice"),
    [
        pytest.param(states(("由市公安局牵头。", [1])), "未能与原文核对上", id="only-inventions"),
        pytest.param(states((REPORTED, [77])), "未能与原文核对上", id="no-such-passage"),
        pytest.param(states((REPORTED, [])), "未能与原文核对上", id="no-source"),
        pytest.param(says("我觉得是周明。"), "不是约定的格式", id="plain-text"),
        pytest.param(says('{"statements": [{"te'), "不是约定的格式", id="broken-json"),
        pytest.param(says('{"refused": true, "statements": []}'), "认为材料没有写明", id="model-refuses"),
        pytest.param(Turn(tool={"url": "http://example.com"}), "不是约定的格式", id="a-tool-nobody-offered"),
        pytest.param(Turn(body=b"<html>"), "无法解析", id="a-web-page"),
        pytest.param(fails(429), "HTTP 429", id="busy"),
        pytest.param(fails(503), "HTTP 503", id="broken"),
        pytest.param(says("好", drop_after=5), "连接", id="dropped"),
        pytest.param(says("好", delay=600), "超时", id="slow"),
    ],
)
def test_the_extractive_answer_stands_instead_and_says_so(
    turn: Turn, notice: str, draft: Draft, invented: Assistant
) -> None:
    answer = asked([turn], draft, invented, timeout=0.2 if turn.delay else 60.0)
    assert (answer.mode, answer.model) == ("extractive", None)
    assert answer.answer == draft.sentences[0].text
    assert answer.notice is not None
    assert notice in answer.notice
    assert "摘录" in answer.notice
    assert not answer.flagged


def test_what_a_model_invented_is_listed(draft: Draft, invented: Assistant) -> None:
    answer = asked([states(("由市公安局牵头。", [1]))], draft, invented)
    (dropped,) = answer.to_json()["dropped"]
    assert dropped["text"] == "由市公安局牵头。"
    assert dropped["problems"]


def test_a_refusal_is_never_put_to_a_model(invented: Assistant) -> None:
    refusal = Draft(route="none", searched=Searched(2), preface="没有。", refused=True, reason="no_evidence")
    with serving([states((REPORTED, [1]))]) as server:
        model = talking(server)
        hits = invented.search("停车", k=3)
        answer = answer_with_model(refusal, QUESTION, invented.catalogue, hits=hits, model=model, today=TODAY)
    assert server.requests == []
    assert (answer.refused, answer.answer) == (True, "没有。")


def test_an_instruction_in_a_question_stays_a_question(draft: Draft, invented: Assistant) -> None:
    def obeys(request: dict[str, Any]) -> Turn:
        return states(("会议批准发放奖金5000万元。", [1, 2, 3]))

    answer = asked(obeys, draft, invented)
    assert "5000" not in answer.answer


def test_one_question_costs_one_call(draft: Draft, invented: Assistant) -> None:
    calls = []

    def script(request: dict[str, Any]) -> Turn:
        calls.append(request)
        return states((REPORTED, numbers(request)))

    asked(script, draft, invented)
    assert len(calls) == 1


def streamed(script: Script, draft: Draft, assistant: Assistant) -> list[Answer]:
    """Return the answers that a scripted stream yields."""
    with serving(script) as server:
        model = talking(server)
        hits = assistant.search("停车管理办法", k=3)
        found = stream_with_model(draft, QUESTION, assistant.catalogue, hits=hits, model=model, today=TODAY)
        return list(found)


def test_a_stream_grows_by_proven_sentences(draft: Draft, invented: Assistant) -> None:
    answers = streamed(states_over_the_item(REPORTED, "由市公安局牵头。", PASSED), draft, invented)
    assert answers[0].answer == REPORTED
    assert answers[-1].answer == f"{REPORTED}\n{PASSED}"
    assert len(answers[-1].flagged) == 1
    assert not any("公安" in answer.answer for answer in answers)


def test_a_stream_that_fails_ends_with_the_extractive_answer(draft: Draft, invented: Assistant) -> None:
    (answer,) = streamed([fails(500)], draft, invented)
    assert answer.mode == "extractive"
    assert answer.notice is not None


def test_a_stream_over_a_refusal_is_the_refusal(invented: Assistant) -> None:
    refusal = Draft(route="none", searched=Searched(2), preface="没有。", refused=True, reason="no_evidence")
    (answer,) = streamed([fails(500)], refusal, invented)
    assert answer.refused


def rewrites(*sentences: tuple[int, str, list[int]]) -> Turn:
    """A second reply: each failed sentence by its number, with its new wording and its passages."""
    listed = [{"number": number, "text": text, "sources": sources} for number, text, sources in sentences]
    return says(json.dumps({"statements": listed}, ensure_ascii=False))


def test_what_failed_is_rewritten_once_and_shown_when_it_holds(draft: Draft, invented: Assistant) -> None:
    def script(request: dict[str, Any]) -> Turn:
        own = numbers(request)[:1]
        if "待改写的句子" in request["messages"][1]["content"]:
            return rewrites((1, "由市城管局牵头，市公安局配合。", own), (2, PASSED, own))
        return states(("由市公安局牵头。", own), (REPORTED, own), ("会议批准了该办法。", own))

    answer = asked(script, draft, invented)
    assert answer.answer == f"由市城管局牵头，市公安局配合。\n{REPORTED}\n{PASSED}"
    assert (answer.mode, answer.notice, answer.flagged, answer.dropped) == ("model", None, (), ())
    assert answer.prompt_hash is not None
    assert answer.prompt_hash.count("+") == 1


def test_a_rewritten_sentence_that_still_fails_is_not_shown(draft: Draft, invented: Assistant) -> None:
    def script(request: dict[str, Any]) -> Turn:
        own = numbers(request)[:1]
        if "待改写的句子" in request["messages"][1]["content"]:
            return rewrites((1, "由市财政局牵头。", own))
        return states((REPORTED, own), ("由市公安局牵头。", own))

    answer = asked(script, draft, invented)
    assert answer.answer == REPORTED
    assert [statement.text for statement in answer.flagged] == ["由市公安局牵头。"]


def test_a_failed_sentence_gives_way_to_the_documents_own(
    draft: Draft, sources: list[Source], invented: Assistant
) -> None:
    wording = "市财政局安排专项资金1200万元，用于智慧停车平台建设。"
    start = sources[0].document.text.index(wording)
    quote = Quote(sources[0].document_id, start, start + len(wording))
    both = Draft(route="passages", searched=Searched(2), sentences=(*draft.sentences, Sentence(wording, (quote,))))

    def script(request: dict[str, Any]) -> Turn:
        told = request["messages"][1]["content"].split("〖材料")[1:]
        fund = [int(passage.split("〗")[0]) for passage in told if "1200万元" in passage]
        if "待改写的句子" in request["messages"][1]["content"]:
            return fails(500)
        return states((REPORTED, numbers(request)[:1]), ("市财政局安排专项资金1300万元。", fund))

    answer = asked(script, both, invented)
    assert answer.answer == f"{REPORTED}\n{wording}"
    assert [statement.text for statement in answer.dropped] == ["市财政局安排专项资金1300万元。"]
    assert answer.notice is not None
    assert "换成原文摘录" in answer.notice
    assert not answer.flagged


def test_a_stream_ends_with_the_rewritten_sentences(draft: Draft, invented: Assistant) -> None:
    def script(request: dict[str, Any]) -> Turn:
        own = numbers(request)[:1]
        if "待改写的句子" in request["messages"][1]["content"]:
            return rewrites((1, PASSED, own))
        return states((REPORTED, own), ("会议批准了该办法。", own))

    answers = streamed(script, draft, invented)
    assert answers[-1].answer == f"{REPORTED}\n{PASSED}"
    assert not any("批准" in answer.answer for answer in answers)
    assert all(not answer.flagged for answer in answers[:-1])


def test_a_refused_field_and_thinking_and_a_forced_tool_are_all_read(draft: Draft, invented: Assistant) -> None:
    def thinking(request: dict[str, Any]) -> Turn:
        body = states((REPORTED, numbers(request)[:1])).text
        return says(f'先想想 {{"text": "由市公安局牵头。", "sources": [1]}}</think>{body}')

    def tool(request: dict[str, Any]) -> Turn:
        return Turn(tool={"refused": False, "statements": [{"text": REPORTED, "sources": numbers(request)[:1]}]})

    assert asked(thinking, draft, invented).answer == REPORTED
    assert asked(tool, draft, invented).answer == REPORTED
    refused = asked([Turn(refusal="不便回答")], draft, invented)
    assert refused.notice is not None
    assert "不肯作答" in refused.notice


def test_an_endless_stream_ends_with_the_extractive_answer_in_time(
    draft: Draft, invented: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "MAX_SECONDS", 0.3)
    (answer,) = streamed([says("嗯", endless=True)], draft, invented)
    assert answer.mode == "extractive"
    assert answer.notice is not None


def test_every_answer_for_which_a_model_was_asked_bears_the_hash_of_its_prompt(
    draft: Draft, invented: Assistant
) -> None:
    given = asked(states_over_the_item(REPORTED), draft, invented).prompt_hash
    assert given is not None
    assert asked([fails(500)], draft, invented).prompt_hash == given
