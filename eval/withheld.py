"""Takes the evidence of every answerable question out of its library and counts how many are then refused."""

from __future__ import annotations

import argparse
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eval.bench import Bench
from eval.gold import SPLITS, Question
from eval.metrics import cited, figure
from eval.scorers import judge
from eval.sets import GoldSet, load_sets
from eval.tables import aligned, percent
from eval.validate import filters_of
from pipeline.errors import BadRequest, JiyaoError, UnknownDocument
from pipeline.retrieval.mentions import body_named, find_mentions
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.assistant import Assistant

ROWS: dict[str, str] = {
    "refused": "拒答",
    "told": "作答，与标准答案相合",
    "wrong": "作答，不相合",
    "named": "点明了抽走的文件的题，拒答",
    "unnamed": "没有点明的题，拒答",
    "leaked": "引了抽走的文件",
}
"""What is counted, with its Chinese name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What came of one question whose own papers were taken out.

    `named` tells whether the question names one of them: a meeting, a number, a date of a meeting, or the opening of
    the body. `told` is an answer that the gold would take all the same: another paper holds it. `leaked` is an answer
    that cites what was taken out, which must never be.
    """

    set: str
    id: str
    split: str
    papers: tuple[str, ...]
    asked: str
    answer: str
    named: bool
    refused: bool
    told: bool
    leaked: bool

    def counted(self, row: str) -> float | None:
        """Return the observation for a row of the table, `None` where the row is not about such questions."""
        if row in ("named", "unnamed"):
            return float(self.refused) if self.named == (row == "named") else None
        return float({"refused": self.refused, "told": self.told, "leaked": self.leaked}.get(row, self.wrong))

    @property
    def wrong(self) -> bool:
        """Whether it was answered, and otherwise than the gold has it."""
        return not self.refused and not self.told


def withhold(sets: Sequence[GoldSet], *, sample: int | None = None, jobs: int = 1) -> list[Left]:
    """Ask every answerable question of sets without its own papers, which the library is rid of meanwhile.

    The papers are removed as an editor removes them and brought back afterwards: nothing of them is left that an answer
    could rest on, and what is left besides is answered from as ever.

    Args:
        sets: the sets; one without answerable questions is passed over.
        sample: questions of each set and split at most, evenly spread.
        jobs: how many processes work, a set at a time.

    Raises:
        BadRequest: no question is answerable, or a set cannot be read.
    """
    tasks = [(one, _chosen(one, sample)) for one in sets]
    tasks = sorted((task for task in tasks if task[1]), key=lambda task: len(_by_papers(task[1])), reverse=True)
    if not tasks:
        raise BadRequest("没有一道可答的题", instead="请换一个题集")
    if jobs == 1:
        return [left for one, questions in tasks for left in _of_set(one, questions)]
    spawning = multiprocessing.get_context("spawn")  # a fork would take over half-held locks of native threads
    with ProcessPoolExecutor(min(jobs, len(tasks)), spawning) as pool:
        return [left for found in pool.map(_work, tasks) for left in _sound(found)]


def _chosen(one: GoldSet, sample: int | None) -> list[Question]:
    """Return the answerable questions of a set, where papers are left without theirs."""
    found = [q for q in one.questions if not q.refused and q.documents and set(one.files) - set(q.documents)]
    splits = [[question for question in found if question.split == split] for split in SPLITS]
    return [question for own in splits for question in (own[:: -(-len(own) // sample)] if sample and own else own)]


def _by_papers(questions: Iterable[Question]) -> dict[frozenset[str], list[Question]]:
    """Return the questions by the papers that they are about, so that each is taken out once."""
    found: dict[frozenset[str], list[Question]] = {}
    for question in questions:
        found.setdefault(frozenset(question.documents), []).append(question)
    return found


def _of_set(one: GoldSet, questions: Sequence[Question]) -> list[Left]:
    """Ask the questions of one set, its papers going out and coming back one after the other."""
    with Bench(one) as bench:
        found: list[Left] = []
        assistant = bench.assistant
        known = {entry.file: entry for entry in assistant.entries()}
        out: list[str] = []
        for papers, own in _by_papers(questions).items():
            gone = [known[name] for name in sorted(papers)]
            with assistant.library.batch():  # the indexes follow once for both
                for document_id in out:
                    assistant.upkeep.restore(document_id)
                out = [entry.document_id for entry in gone]
                assistant.remove(out)
            for question in own:
                said = fold(" ".join((*question.history, question.question)))
                named = bool(question.filters) or find_mentions(said).firm
                named = named or any(body_named(entry, said) for entry in gone)
                found.append(_asked(question, assistant, named=named))
        return found


def _asked(question: Question, assistant: Assistant, *, named: bool) -> Left:
    """Ask one question of what is left of its library."""
    answer: dict[str, Any]
    try:
        answer = assistant.ask(question.question, history=question.history, filters=filters_of(question)).to_json()
    except UnknownDocument as error:  # narrowed by the user to the very paper: that is said, and nothing answered
        answer = {"answer": str(error), "refused": True, "citations": []}
    places = cited(answer["citations"])
    return Left(
        set=question.set,
        id=question.id,
        split=question.split,
        papers=tuple(sorted(question.documents)),
        asked=" → ".join((*question.history, question.question)),
        answer=" ".join(str(answer["answer"]).split()),
        named=named,
        refused=bool(answer["refused"]),
        told=judge(question, answer).correct,
        leaked=any(place.file in question.documents for place in places),
    )


def _work(task: tuple[GoldSet, list[Question]]) -> list[Left] | str:
    """Ask the questions of a set in a process of its own; our errors do not pass from one to another as they are."""
    try:
        return _of_set(*task)
    except JiyaoError as error:
        return str(error)


def _sound(found: list[Left] | str) -> list[Left]:
    """Return what came of a set.

    Raises:
        BadRequest: it could not be asked.
    """
    if isinstance(found, str):
        raise BadRequest(found.rstrip("。"), instead="评测没有做完")
    return found


def table(found: Sequence[Left]) -> list[list[str]]:
    """Return the figures, dev and test side by side; the intervals draw the papers that were taken out, not questions.

    A question that names what is not there should be refused. One that does not may rightly be told what another paper
    says; where that is not what the gold has, it is counted as wrong, which in most cases it is.
    """
    rows = [
        [
            "抽走依据之后",
            *(f"{name} {split}  [95% 区间]  n" for name, split in zip(("开发", "留出"), SPLITS, strict=True)),
        ]
    ]
    return rows + [[name, *(_share(found, row, split) for split in SPLITS)] for row, name in ROWS.items()]


def _share(found: Iterable[Left], row: str, split: str) -> str:
    """Return the share of one row in one split, with its interval and n."""
    groups: dict[tuple[str, tuple[str, ...]], list[float]] = {}
    for left in found:
        if left.split == split and (value := left.counted(row)) is not None:
            groups.setdefault((left.set, left.papers), []).append(value)
    own = figure(list(groups.values()))
    return f"{percent(own.value)}  [{percent(own.low)}–{percent(own.high)}]  {own.n}" if own else "—"


def misses(found: Iterable[Left]) -> Iterator[str]:
    """Yield each question that was answered and otherwise than the gold has it, of what may be looked at."""
    for left in found:
        if left.wrong and left.split != "test":
            yield "\t".join((left.set, left.id, "点明" if left.named else "未点明", left.asked, left.answer))


def command(arguments: argparse.Namespace) -> int:
    """Take the evidence out, print the figures and, where asked for, what was answered all the same; exit code 0."""
    found = withhold(load_sets(names=arguments.set), sample=arguments.sample, jobs=arguments.jobs)
    if arguments.misses:
        print("\n".join(misses(found)))
    print(aligned(table(found)))
    return 0
