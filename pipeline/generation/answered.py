"""An answer as the public interface has it, and its proof: a draft becomes statements, each cited and checked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pipeline.generation.brackets import paired
from pipeline.generation.cite import Citation, Shelf, Statement, cite
from pipeline.generation.proof import checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.generation.draft import Draft, Mode, Reason, Route, Searched, Sentence
    from pipeline.retrieval.search import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to one question, as `jiyao ask --json` prints it.

    `citations` of a statement are indexes (from 0) into `citations`. `seconds` has search, compose and total. `notice`
    says what the reader should know about how the answer was made, such as a model server that was away.
    `prompt_hash` is set on answers for which a model was asked; where it was asked twice it is both hashes, joined by
    +. `dropped` are sentences of a model in whose place the document's own words stand, with what the check found.
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
    sentences = (
        [finished(paired(one, catalogue)) for one in draft.sentences] if mode == "extractive" else draft.sentences
    )
    bare, citations = cite(sentences, catalogue)
    statements = tuple(
        checked(statement, sentence, citations) for statement, sentence in zip(bare, sentences, strict=True)
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


def finished(sentence: Sentence) -> Sentence:
    """Return a sentence that ends as one: the entry of a list (……；) shown by itself ends with a full stop."""
    text = sentence.text.rstrip("；;")
    return sentence if text == sentence.text else replace(sentence, text=f"{text}。")
