"""A real chat server over a model with random weights: garbage comes out, and none of it reaches the user unflagged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from langchain_core.language_models import BaseChatModel

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.answer import Answer, answer_with_model, stream_with_model
from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.model.chat_model import complete, load_model
from pipeline.generation.model.reply import SCHEMA
from tests.generation.invented import DOCUMENTS
from tests.servers import tiny

pytestmark = pytest.mark.slow
TODAY = datetime.date(2022, 6, 1)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseChatModel]:
    folder = tiny.build(tmp_path_factory.mktemp("tiny"), text="\n".join(DOCUMENTS.values()))
    with tiny.serving(folder) as url:
        settings = load_settings(model=f"openai:{folder}", model_base_url=url, model_timeout=120)
        loaded = load_model(settings)
        assert loaded is not None
        yield loaded


@pytest.fixture
def drafts(sources: list[Source]) -> list[Draft]:
    """One draft for each of a few lines of the documents."""
    source = sources[0]
    lines = [line for line in source.document.text.splitlines() if line.startswith(("会议听取", "1. ", "2. "))]
    found = []
    for line in lines[:2]:
        start = source.document.text.index(line)
        quote = Quote(source.document_id, start, start + len(line))
        found.append(Draft(route="passages", searched=Searched(2), sentences=(Sentence(line, (quote,)),)))
    return found


def proven(answer: Answer) -> bool:
    """Tell whether every sentence that the answer shows is one that the check passes."""
    for statement in answer.statements:
        sources = sources_of(answer.citations[index] for index in statement.citations)
        if statement.check == "verified" and check_sources(statement.text, sources):
            return False
    shown = {statement.text for statement in answer.statements if statement.check == "verified"}
    return answer.answer == "\n".join(text for text in (one.text for one in answer.statements) if text in shown)


def test_the_server_answers_and_what_it_says_is_garbage(model: BaseChatModel) -> None:
    assert complete(model, [("user", "谁主持？")], schema=SCHEMA).strip()


def test_not_one_unproven_sentence_reaches_the_user(
    model: BaseChatModel, drafts: list[Draft], invented: Assistant
) -> None:
    for draft in drafts:
        answer = answer_with_model(draft, "停车？", invented.catalogue, hits=[], model=model, today=TODAY)
        assert proven(answer)
        assert answer.mode == "extractive"
        assert answer.notice is not None


def test_nor_by_streaming(model: BaseChatModel, drafts: list[Draft], invented: Assistant) -> None:
    for draft in drafts:
        answers = list(stream_with_model(draft, "停车？", invented.catalogue, hits=[], model=model, today=TODAY))
        assert answers
        assert all(map(proven, answers))
