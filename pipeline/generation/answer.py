"""Answers: a draft becomes statements, each cited and checked; what does not hold is flagged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelError, ModelGarbled
from pipeline.generation.checking.check import check_sources, sources_of
from pipeline.generation.cite import Citation, Shelf, Statement, cite
from pipeline.generation.draft import Draft, Sentence
from pipeline.generation.model import complete, model_name, stream
from pipeline.generation.numbered import Passage, narrowed, number_passages
from pipeline.generation.prompting import load_prompt
from pipeline.generation.reply import SCHEMA, Reply, parse_reply

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from pipeline.generation.checking.compare import Problem
    from pipeline.generation.draft import Mode, Reason, Route, Searched
    from pipeline.retrieval.search import Hit

_INSTEAD = "以下是摘录的答案。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to one question, as `jiyao ask --json` prints it.

    `citations` of a statement are indexes (from 0) into `citations`. `seconds` has search, compose and total. `notice`
    says what the reader should know about how the answer was made, such as a model server that was away.
    `prompt_hash` is set on answers made with a model. `dropped` are sentences of a model in whose place the extractive
    answer stands, with what the check found in them.
    """

    question: str
    answer: str
    refused: bool
    reason: Reason | None
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    route: Route
    mode: Mode
    model: str | None
    searched: Searched
    nearest: tuple[Hit, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    prompt_hash: str | None = None
    notice: str | None = None
    dropped: tuple[Statement, ...] = ()

    @property
    def flagged(self) -> tuple[Statement, ...]:
        """The statements that the check did not pass."""
        return tuple(statement for statement in self.statements if statement.check == "flagged")

    def to_json(self) -> dict[str, Any]:
        """Return the answer as the public interface has it."""
        return {
            "question": self.question,
            "answer": self.answer,
            "refused": self.refused,
            "reason": self.reason,
            "statements": [statement.to_json() for statement in self.statements],
            "citations": [citation.to_json() for citation in self.citations],
            "route": self.route,
            "mode": self.mode,
            "model": self.model,
            "searched": {"documents": self.searched.documents, "filters": dict(self.searched.filters)},
            "nearest": [hit.to_json() for hit in self.nearest],
            "seconds": {name: round(value, 4) for name, value in self.seconds.items()},
            "prompt_hash": self.prompt_hash,
            "notice": self.notice,
            "dropped": [
                {"text": statement.text, "problems": statement.to_json()["problems"]} for statement in self.dropped
            ],
        }


def prove(
    draft: Draft,
    question: str,
    catalogue: Shelf,
    *,
    mode: Mode = "extractive",
    model: str | None = None,
    seconds: Mapping[str, float] | None = None,
    prompt_hash: str | None = None,
    notice: str | None = None,
) -> Answer:
    """Cite and check a draft; extractive drafts pass the same check as a model's.

    The answer's wording is the preface and the sentences; a model's sentence that is flagged stays among the statements
    and is left out of the wording, so that it is never read as fact.

    Args:
        draft: sentences with the places that carry them.
        question: the question as it was asked.
        catalogue: where the documents are found.
        mode: who composed the draft.
        model: the model's name, where one composed it.
        seconds: time taken so far, by stage.
        prompt_hash: the hash of the prompt that the model was given.
        notice: what the reader should know about how the answer was made.

    Raises:
        UnknownDocument: a quote names a document that the library does not hold.
    """
    bare, citations = cite(draft.sentences, catalogue)
    statements = tuple(
        _checked(statement, sentence, citations) for statement, sentence in zip(bare, draft.sentences, strict=True)
    )
    shown = [entry.text for entry in statements if mode == "extractive" or entry.check == "verified"]
    return Answer(
        question=question,
        answer="\n".join(part for part in (draft.preface, *shown) if part),
        refused=draft.refused,
        reason=draft.reason,
        statements=statements,
        citations=citations,
        route=draft.route,
        mode=mode,
        model=model,
        searched=draft.searched,
        nearest=draft.nearest,
        seconds=dict(seconds or {}),
        prompt_hash=prompt_hash,
        notice=notice,
    )


def _checked(statement: Statement, sentence: Sentence, citations: Sequence[Citation]) -> Statement:
    """Return a statement with what the check found."""
    own = [citations[index] for index in statement.citations]
    problems = check_sources(statement.text, sources_of(own), counted=_counted(sentence, own), absent=sentence.absent)
    return Statement(
        text=statement.text,
        citations=statement.citations,
        check="flagged" if problems else "verified",
        problems=tuple(problems),
    )


def _counted(sentence: Sentence, own: Sequence[Citation]) -> int | None:
    """Return the number that the sentence counted, where as many quotes prove it."""
    return sentence.counted if sentence.counted is not None and sentence.counted == len(own) else None


def answer_with_model(
    draft: Draft,
    question: str,
    catalogue: Shelf,
    *,
    hits: Sequence[Hit],
    model: BaseChatModel,
    today: datetime.date,
    config: RunnableConfig | None = None,
) -> Answer:
    """Let a model put the evidence into words, and prove every sentence; one call of the model.

    The extractive answer stands instead, with a notice that says so, where the server is away, where its reply cannot
    be read, where it says nothing and where none of its sentences is proven. A refusal is never put to a model.

    Args:
        draft: the extractive draft of the same question.
        question: the question as it was asked.
        catalogue: where the documents are found.
        hits: the passages found, best first.
        model: the chat model.
        today: the day from which 今年 counts.
        config: callbacks and tags of the caller's run.

    Raises:
        PromptError: the prompt is missing or its variables do not agree.
    """
    asked = _ask(draft, question, catalogue, hits, today)
    if asked is None:
        return prove(draft, question, catalogue)
    try:
        text = complete(model, asked.messages, schema=SCHEMA, config=config)
    except ModelError as error:
        return prove(draft, question, catalogue, notice=f"{error}{_INSTEAD}")
    return _concluded(text, asked, draft, question, catalogue, model_name(model))


def stream_with_model(
    draft: Draft,
    question: str,
    catalogue: Shelf,
    *,
    hits: Sequence[Hit],
    model: BaseChatModel,
    today: datetime.date,
    config: RunnableConfig | None = None,
) -> Iterator[Answer]:
    """Yield the answer as it grows by proven sentences; the last one is whole. See `answer_with_model`."""
    asked = _ask(draft, question, catalogue, hits, today)
    if asked is None:
        yield prove(draft, question, catalogue)
        return
    text, shown = "", 0
    try:
        for piece in stream(model, asked.messages, config=config):
            text += piece
            reply = parse_reply(text) if "}" in piece else None
            if reply is None or len(reply.statements) <= shown:
                continue
            shown = len(reply.statements)
            partial = _proven(reply, asked, draft, question, catalogue, model_name(model))
            if partial.answer:
                yield partial
    except ModelError as error:
        yield prove(draft, question, catalogue, notice=f"{error}{_INSTEAD}")
        return
    yield _concluded(text, asked, draft, question, catalogue, model_name(model))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a model was asked: the messages, the passages that they number, the hash of the prompt."""

    messages: list[tuple[str, str]]
    passages: tuple[Passage, ...]
    prompt_hash: str


def _ask(draft: Draft, question: str, catalogue: Shelf, hits: Sequence[Hit], today: datetime.date) -> _Asked | None:
    """Return what to ask a model, or `None` where there is nothing to ask: a refusal, or no evidence."""
    passages = () if draft.refused else number_passages(draft, hits, catalogue)
    if not passages:
        return None
    prompt = load_prompt("answer", variables=frozenset({"question", "evidence", "today"}))
    evidence = "\n\n".join(passage.to_text() for passage in passages)
    return _Asked(prompt.fill(question=question, evidence=evidence, today=today.isoformat()), passages, prompt.hash)


def _concluded(text: str, asked: _Asked, draft: Draft, question: str, catalogue: Shelf, name: str) -> Answer:
    """Return the answer that a reply makes, or the extractive one with the reason."""
    reply = parse_reply(text)
    if reply is None:
        return prove(draft, question, catalogue, notice=f"{ModelGarbled(name, '不是约定的格式')}{_INSTEAD}")
    if reply.refused:
        return prove(draft, question, catalogue, notice=f"模型 {name} 认为材料没有写明。{_INSTEAD}")
    answer = _proven(reply, asked, draft, question, catalogue, name)
    lost = answer.flagged
    if len(lost) == len(answer.statements):
        notice = f"模型 {name} 的 {len(lost)} 句话都未能与原文核对上。{_INSTEAD}"
        return replace(prove(draft, question, catalogue, notice=notice), dropped=lost)
    return replace(answer, notice=f"有 {len(lost)} 句话未能与原文核对上，没有写入答案。") if lost else answer


def _proven(reply: Reply, asked: _Asked, draft: Draft, question: str, catalogue: Shelf, name: str) -> Answer:
    """Return the answer made of a reply's sentences."""
    numbered = {passage.number: passage for passage in asked.passages}
    sentences = tuple(
        _sourced(text, [numbered[number] for number in numbers if number in numbered], catalogue)
        for text, numbers in reply.statements
    )
    written = Draft(route=draft.route, searched=draft.searched, sentences=sentences)
    return prove(written, question, catalogue, mode="model", model=name, prompt_hash=asked.prompt_hash)


def _sourced(text: str, passages: Sequence[Passage], catalogue: Shelf) -> Sentence:
    """Return a sentence with the quotes that prove it best: a few sentences of its passages, else these whole."""
    few = Sentence(text, tuple(quote for passage in passages for quote in narrowed(text, passage)))
    whole = Sentence(text, tuple(passage.place for passage in passages))
    return min((few, whole), key=lambda sentence: len(_problems(sentence, catalogue)))


def _problems(sentence: Sentence, catalogue: Shelf) -> tuple[Problem, ...]:
    """Return what the check finds in a sentence by itself."""
    (statement,), citations = cite([sentence], catalogue)
    return _checked(statement, sentence, citations).problems
