"""Planted defects: whatever is made wrong on purpose, the gate sees it and names the questions that were lost."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.bench import Bench
from eval.gate import Verdict, accept, hold, load_baseline
from eval.gold import Place, Question
from eval.observe import observe
from eval.records import RunFolder
from eval.run import examine
from eval.sets import GoldSet, one_set
from eval.systems import System, Unchecked
from eval.validate import problems
from pipeline.assistant import Assistant
from pipeline.minutes import Document, Span

from .conftest import written_lines

pytestmark = pytest.mark.slow

Answer = dict[str, Any]
Records = list[dict[str, Any]]


def records_of(gold: GoldSet, system: System) -> Records:
    return [examine(question, system, gold.texts) for question in gold.questions]


def accepted(records: Records, folder: Path) -> dict[str, Any]:
    """Return what is kept of records as the accepted run."""
    run = RunFolder(folder / "run")
    run.begin({"mode": "extractive", "provenance": {"made": "", "encoder": ""}}, [])
    for record in records:
        run.append(record)
    return load_baseline(accept(run.folder, folder / "baseline.json"))


@pytest.fixture(scope="module")
def sound(bench: Bench, samples_set: GoldSet) -> Records:
    """The records of the product as it is."""
    return records_of(samples_set, bench.product)


@pytest.fixture(scope="module")
def baseline(sound: Records, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return accepted(sound, tmp_path_factory.mktemp("accepted"))


def observed(samples: GoldSet, sound: Records, defect: Callable[[Answer], Answer]) -> Records:
    """Return the records of a product whose answers have a defect."""
    found = []
    for question, record in zip(samples.questions, sound, strict=True):
        passages = [Place(**place) for place in record["passages"]]
        found.append({**record, **observe(question, defect(record["answer"]), passages, samples.texts)})
    return found


def test_the_product_as_it_is_holds(sound: Records, baseline: dict[str, Any]) -> None:
    verdict = hold(baseline, sound)
    assert verdict.held, verdict.text
    assert (verdict.lost, verdict.gained) == ([], [])


def off_by_one(answer: Answer) -> Answer:
    moved = [{**entry, "start": entry["start"] + 1, "end": entry["end"] + 1} for entry in answer["citations"]]
    return {**answer, "citations": moved}


def without_citations(answer: Answer) -> Answer:
    bare = [{**statement, "citations": []} for statement in answer["statements"]]
    return {**answer, "citations": [], "statements": bare}


def first_citation_only(answer: Answer) -> Answer:
    kept = [{**statement, "citations": statement["citations"][:1]} for statement in answer["statements"]]
    used = {index for statement in kept for index in statement["citations"]}
    return {**answer, "statements": kept[:0], "citations": [answer["citations"][index] for index in sorted(used)][:1]}


def upgraded_verdict(answer: Answer) -> Answer:
    return {**answer, "answer": re.sub("原则(?:通过|同意)", "通过", answer["answer"])}


def wrong_numbers(answer: Answer) -> Answer:
    turned = {str(digit): str((digit + 1) % 10) for digit in range(10)}
    return {**answer, "answer": re.sub(r"\d", lambda match: turned[match[0]], answer["answer"])}


def refused(answer: Answer) -> Answer:
    return {**answer, "answer": "库中文件没有载明所问内容。", "refused": True, "statements": [], "citations": []}


def never_refused(answer: Answer) -> Answer:
    return {**answer, "refused": False}


def rambling(answer: Answer) -> Answer:
    return {**answer, "answer": answer["answer"] + "会议还讨论了其他事项。" * 40}


@pytest.mark.parametrize(
    ("defect", "fallen"),
    [
        pytest.param(off_by_one, "citation_verbatim", id="citations off by one"),
        pytest.param(without_citations, "citation_recall", id="citations dropped"),
        pytest.param(first_citation_only, "citation_recall", id="all citations but one dropped"),
        pytest.param(upgraded_verdict, "accuracy", id="verdicts upgraded"),
        pytest.param(wrong_numbers, "accuracy", id="wrong numbers"),
        pytest.param(refused, "false_refusal", id="refuse all"),
        pytest.param(never_refused, "refusal_recall", id="never refuse"),
        pytest.param(rambling, "short", id="ramble"),
    ],
)
def test_a_defect_of_the_answers_is_seen(
    defect: Callable[[Answer], Answer], fallen: str, samples_set: GoldSet, sound: Records, baseline: dict[str, Any]
) -> None:
    _seen(hold(baseline, observed(samples_set, sound, defect)), fallen)


def _seen(verdict: Verdict, fallen: str) -> None:
    """Assert that a measure fell and that its questions are named."""
    assert not verdict.held
    assert fallen in verdict.fallen, verdict.text
    named = verdict.worse[fallen]
    assert named
    assert all(identity in verdict.text for identity in named)


def test_leaving_out_the_checks_is_seen(bench: Bench, samples_set: GoldSet, baseline: dict[str, Any]) -> None:
    verdict = hold(baseline, records_of(samples_set, Unchecked(bench.product)))
    _seen(verdict, "refusal_recall")


def test_a_shuffled_retrieval_is_seen(samples_set: GoldSet, sound: Records, baseline: dict[str, Any]) -> None:
    drawn = random.Random(7)
    found = []
    for question, record in zip(samples_set.questions, sound, strict=True):
        passages = [Place(**place) for place in record["passages"]]
        drawn.shuffle(passages)
        found.append({**record, **observe(question, record["answer"], passages, samples_set.texts)})
    verdict = hold(baseline, found)
    _seen(verdict, "hit@1")
    assert "ndcg@10" in verdict.fallen


MATTERS = ("停车", "绿化", "供水", "校车", "养老", "菜场", "公厕", "路灯", "驿站", "河道")
LEADS = (
    "市城管局",
    "市园林局",
    "市水务局",
    "市教育局",
    "市民政局",
    "市商务局",
    "市住建局",
    "市交通局",
    "市总工会",
    "市财政局",
)


def minutes(number: int) -> str:
    """Return invented minutes of so many matters; the lead units move on by one from meeting to meeting."""
    lines = [f"云湖市人民政府常务会议纪要\n\n云政纪〔2021〕{number}号\n"]
    lines.append(f"2021年3月{number}日，市长周明主持召开市政府第{number}次常务会议。\n")
    for place, matter in enumerate(MATTERS):
        lead = LEADS[(place + number) % len(LEADS)]
        lines.append(f"{'一二三四五六七八九十'[place]}、讨论《{matter}管理办法》")
        lines.append(f"会议听取了市司法局局长李青《{matter}管理办法》起草情况的汇报。会议明确：")
        lines.append(f"1. {matter}管理由{lead}牵头，各镇配合。")
        lines.append(f"2. 全市安排{matter}专项资金{number}{place + 1}0万元。")
        lines.append("会议原则通过上述文件。\n")
    return "\n".join(lines)


@pytest.fixture
def invented(tmp_path: Path) -> GoldSet:
    """Two meetings about the same matters; each question is put to the first one, by a filter."""
    folder = tmp_path / "invented"
    folder.mkdir()
    names = {number: f"云政纪〔2021〕{number}号.txt" for number in (1, 2)}
    for number, name in names.items():
        (folder / name).write_text(minutes(number), "utf-8")
    rows = []
    for place, matter in enumerate(MATTERS):
        common = {"style": "formal", "difficulty": "easy", "split": "dev", "document": names[1], "refused": False}
        label, filters = "一二三四五六七八九十"[place], {"meeting": 1}
        lead, other = (LEADS[(place + number) % len(LEADS)] for number in (1, 2))
        sum_, wrong = f"1{place + 1}0万元", f"2{place + 1}0万元"
        for key, question, right, no, quote in (
            ("lead", f"{matter}管理由谁牵头？", lead, other, f"{matter}管理由{lead}牵头"),
            ("sum", f"{matter}专项资金安排多少万元？", sum_, wrong, f"安排{matter}专项资金{sum_}"),
        ):
            said = {"answers": [right], "must_include": [right], "must_not_include": [no]}
            evidence = [{"document": names[1], "item": label, "quote": quote}]
            kind = "lead_unit" if key == "lead" else "number"
            asked = {"id": f"{key}{place}", "question": question, "type": kind, "filters": filters}
            rows.append({**common, **asked, **said, "evidence": evidence})
    made = one_set(written_lines(tmp_path / "invented.jsonl", *rows), folder, name="invented")
    assert problems([made]) == []
    return made


class IgnoresFilters:
    """A product that searches and answers in the whole library, whatever it is narrowed to."""

    name = "product"

    def __init__(self, system: System) -> None:
        self._system = system

    def search(self, query: str, *, k: int, filters: object = None) -> list[Place]:
        return self._system.search(query, k=k)

    def ask(self, question: str, *, history: Sequence[str] = (), filters: object = None) -> Answer:
        return self._system.ask(question, history=history)


def test_a_retriever_that_ignores_filters_is_seen(invented: GoldSet, tmp_path: Path) -> None:
    with Bench(invented) as bench:
        sound = records_of(invented, bench.product)
        assert sum(record["correct"] for record in sound) >= 16, [r["id"] for r in sound if not r["correct"]]
        verdict = hold(accepted(sound, tmp_path), records_of(invented, IgnoresFilters(bench.product)))
    _seen(verdict, "accuracy")
    assert len(verdict.lost) >= 10


def drops_the_last_point(document: Document) -> Document:
    """Return a document as a parser would make it that overlooks the last point of every item, and its text with it."""
    items, gaps = [], []
    for item in document.items:
        last = item.points[-1]
        items.append(replace(item, points=item.points[:-1], end=last.start))
        gaps.append(Span(last.start, item.end))
    blank = "".join("　" if any(place in gap for gap in gaps) else sign for place, sign in enumerate(document.text))
    return replace(document, text=blank, items=tuple(items))


def test_a_parser_that_drops_the_last_point_is_seen(
    invented: GoldSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Bench(invented) as bench:
        baseline = accepted(records_of(invented, bench.product), tmp_path)
    sound_parse = Assistant.parse
    monkeypatch.setattr(Assistant, "parse", lambda self, path: drops_the_last_point(sound_parse(self, path)))
    monkeypatch.setattr(Bench, "_fill", lambda self, assistant: assistant.ingest([*self.gold.files.values()]))
    with Bench(invented) as bench:
        verdict = hold(baseline, records_of(invented, bench.product))
    _seen(verdict, "accuracy")
    assert {identity for identity, _ in verdict.lost} >= {f"sum{place}" for place in range(5)}


def test_a_question_of_another_wording_is_no_loss(sound: Records, baseline: dict[str, Any]) -> None:
    changed: list[Question | dict[str, Any]] = [{**record, "question": record["question"] + "？"} for record in sound]
    assert hold(baseline, changed).both == 0  # type: ignore[arg-type]
