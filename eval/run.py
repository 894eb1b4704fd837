"""Runs the gold sets: every question put to every system, each record kept as it comes, resumed after a kill."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from eval.bench import Bench
from eval.gold import ItemPoints, Place, Question
from eval.observe import observe
from eval.records import RunFolder, wording
from eval.sets import GoldSet
from eval.systems import System
from eval.validate import filters_of
from pipeline.errors import BadRequest, JiyaoError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

BATCH = 20
"""Questions that a process is given at a time."""
_LIGHT = 0.1
"""What an answer of a system over plain chunks takes of one of the product."""
DEPTH = 12
"""Passages retrieved for each question, for ranks and for 4,000 characters of context."""

OnProgress = Callable[[int, int, str], None]
"""Called with how many questions are done, of how many, and what is being done."""


def run(
    sets: Sequence[GoldSet],
    folder: RunFolder,
    *,
    systems: Sequence[str],
    everywhere: bool = True,
    mode: str = "extractive",
    model: BaseChatModel | None = None,
    jobs: int = 1,
    on_progress: OnProgress | None = None,
) -> None:
    """Put the questions of sets to systems, one after the other, and write a record for each into the run's folder.

    What the folder holds already is not asked again. The key points of the sets are held against the product's
    summaries.

    Args:
        sets: the sets, as they were chosen.
        folder: where the records go.
        systems: names of systems; the first is the one that is judged.
        everywhere: put every set to every system; else the first alone answers those that are not to be compared.
        mode: extractive or model.
        model: a chat model to use as it is, in mode model; then one process does all.
        jobs: how many processes work.
        on_progress: called after each question.
    """
    known, tasks = folder.known(), []
    wanted: list[tuple[str, str]] = []
    for one in sets:
        for names in _together(systems if everywhere or one.compared else systems[:1]):
            chosen = one.questions if everywhere or systems[0] in names else one.compared_questions
            wanted += [(name, question.id) for question in chosen for name in names]
            left = [question for question in chosen if any((name, question.id) not in known for name in names)]
            tasks += [_Task(one, names, tuple(some), mode) for some in _batches(left)]
    total, done = len(wanted), sum(pair in known for pair in wanted)
    _tell(on_progress, done, total, "")
    tasks += _of_summaries(sets, folder, mode)
    for record in _parallel(tasks, jobs) if jobs > 1 and model is None else _one_by_one(tasks, model):
        if "system" not in record:
            folder.append_summaries([record])
        elif (record["system"], record["id"]) not in known:
            folder.append(record)
            done += 1
            _tell(on_progress, done, total, f"{record['system']} {wording(record)}")


@dataclass(frozen=True, slots=True)
class _Task:
    """Some questions of one set for systems that answer together, or key points for the product's summaries."""

    gold: GoldSet
    systems: tuple[str, ...]
    questions: tuple[Question, ...]
    mode: str
    points: tuple[ItemPoints, ...] = ()

    @property
    def effort(self) -> float:
        """About how long it takes, in answers of the product."""
        return len(self.points) + len(self.questions) * (_LIGHT if self.systems in (("bm25",), ("stock",)) else 1.0)


def _together(systems: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the systems in groups: what says the product's answers in another way is asked beside it."""
    pair = tuple(name for name in systems if name in ("product", "unchecked"))
    return [*([pair] if pair else []), *((name,) for name in systems if name not in pair)]


def _batches(questions: Sequence[Question]) -> Iterator[Sequence[Question]]:
    """Yield questions a few at a time; after a kill no more than a few are asked again."""
    for start in range(0, len(questions), BATCH):
        yield questions[start : start + BATCH]


def _of_summaries(sets: Sequence[GoldSet], folder: RunFolder, mode: str) -> Iterator[_Task]:
    """Yield a task for each document with key points that are not yet held against its summaries."""
    from eval.coverage import STYLES

    known = {(entry["id"], entry["style"]) for entry in folder.summaries()}
    for one in sets:
        for document in dict.fromkeys(entry.document for entry in one.points):
            own = tuple(entry for entry in one.points if entry.document == document)
            if any((entry.id, style) not in known for entry in own for style in STYLES):
                yield _Task(one, ("product",), (), mode, own)


def _shares(tasks: Sequence[_Task], jobs: int) -> list[list[_Task]]:
    """Return what each process does: what stands on one library stays together, the largest first to the least busy."""
    groups: dict[tuple[str, tuple[str, ...]], list[_Task]] = {}
    for task in tasks:
        groups.setdefault((task.gold.name, task.systems), []).append(task)
    parts = list(groups.values())
    while len(parts) < min(jobs, len(tasks)):
        largest = max(parts, key=len)
        parts.remove(largest)
        parts += [largest[: len(largest) // 2], largest[len(largest) // 2 :]]
    shares: list[list[_Task]] = [[] for _ in range(min(jobs, len(parts)))]
    for part in sorted(parts, key=_effort, reverse=True):
        min(shares, key=_effort).extend(part)
    return [sorted(share, key=lambda task: task.gold.name) for share in shares]


def _effort(tasks: Sequence[_Task]) -> float:
    """Return about how long tasks take."""
    return sum(task.effort for task in tasks)


def _one_by_one(tasks: Sequence[_Task], model: BaseChatModel | None) -> Iterator[dict[str, Any]]:
    """Yield the records of tasks in this process, each as it comes."""
    with _Benches(model) as benches:
        for task in tasks:
            yield from benches.work(task)


def _parallel(tasks: Sequence[_Task], jobs: int) -> Iterator[dict[str, Any]]:
    """Yield the records of tasks from several processes, a batch at a time."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed

    spawning = multiprocessing.get_context("spawn")  # a fork would take over half-held locks of native threads
    with ExitStack() as opened:
        folder = Path(opened.enter_context(_temporary()))
        begun = []
        for share in _shares(tasks, jobs):
            pool = opened.enter_context(ProcessPoolExecutor(1, spawning, _prepare, (folder,)))
            opened.callback(pool.shutdown, wait=False, cancel_futures=True)
            begun += [pool.submit(_work, task) for task in share]
        for done in as_completed(begun):
            records = done.result()
            if isinstance(records, str):
                raise BadRequest(records.rstrip("。"), instead="评测没有做完")
            yield from records


def _temporary() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for the libraries of the processes."""
    return tempfile.TemporaryDirectory(prefix="jiyao-eval-", ignore_cleanup_errors=True)


class _Benches:
    """The benches of one process, one for each set, kept while they are needed."""

    def __init__(self, model: BaseChatModel | None = None, folder: Path | None = None) -> None:
        self._model, self._folder = model, folder
        self._bench: Bench | None = None
        self._systems: dict[str, System] = {}

    def __enter__(self) -> _Benches:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the libraries away."""
        if self._bench is not None:
            self._bench.__exit__()
        self._bench, self._systems = None, {}

    def work(self, task: _Task) -> Iterator[dict[str, Any]]:
        """Yield the records of a task."""
        if self._bench is None or self._bench.gold.name != task.gold.name:
            self.close()
            self._bench = Bench(task.gold, mode=task.mode, model=self._model, folder=self._folder)
        if task.points:
            from eval.coverage import score_summaries

            yield from score_summaries(task.points, self._bench.assistant, task.gold.texts)
        for question in task.questions:
            for name in task.systems:
                if name not in self._systems:
                    self._systems[name] = self._bench.system(name)
                yield examine(question, self._systems[name], task.gold.texts)


_benches: _Benches | None = None


def _prepare(folder: Path) -> None:
    """Make ready a process that works; its libraries stand in a folder that the parent takes away."""
    import threading

    global _benches
    _benches = _Benches(folder=folder)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that began it is gone: killed, it could not tell."""
    import multiprocessing
    import os

    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _work(task: _Task) -> list[dict[str, Any]] | str:
    """Return the records of a task, in a process that was made ready, or what keeps it from being done.

    Our errors do not pass from one process to another as they are.
    """
    assert _benches is not None
    try:
        return list(_benches.work(task))
    except JiyaoError as error:
        return str(error)


def examine(question: Question, system: System, texts: Mapping[str, str]) -> dict[str, Any]:
    """Ask a system one question and return the record: the question, what came of it, and what it is worth.

    A fault counts as a wrong answer and is kept with its message.
    """
    passages: list[Place] = []
    answer: dict[str, Any] | None = None
    fault = None
    begun = perf_counter()
    taken = 0.0
    try:
        filters = filters_of(question)
        answer = system.ask(question.question, history=question.history, filters=filters)
        taken = perf_counter() - begun
        passages = system.search(question.query, k=DEPTH, filters=filters)
    except Exception as error:  # noqa: BLE001 - one fault must not cost the other questions; it is kept and reported
        taken = taken or perf_counter() - begun
        fault = f"{type(error).__name__}：{error}"
    usage = (answer or {}).get("usage", {})
    return {
        "system": system.name,
        **asdict(question),
        "answer": answer,
        "passages": [asdict(place) for place in passages],
        **observe(question, answer, passages, texts, fault=fault),
        "error": fault,
        "milliseconds": round(taken * 1000, 2),
        "calls": int(usage.get("calls", 0)),
        "characters": int(usage.get("sent", 0)) + int(usage.get("received", 0)),
    }


def new_name(now: datetime.datetime | None = None) -> str:
    """Return the name of a run's folder: the time at which it began."""
    return (now or datetime.datetime.now()).strftime("%Y%m%d-%H%M%S")


def _tell(on_progress: OnProgress | None, done: int, total: int, what: str) -> None:
    """Report progress, where anybody listens."""
    if on_progress is not None:
        on_progress(done, total, what)
