"""What each command of the evaluation does, from its parsed arguments to what it prints and its exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eval.records import RUNS, RunFolder, latest_run, load_records
from eval.sets import GoldSet, choose, decided_set, load_sets, one_set, questions_of
from pipeline.errors import BadRequest

DONE, IN_PART, FAILED = 0, 1, 2
NAMED = 60
"""Questions answered wrongly that a run names by their ids at most."""


def validate(arguments: argparse.Namespace) -> int:
    """Check the gold sets: every quote in its document and its item, every answer in its quotes, ids unique."""
    from eval.validate import problems

    sets = _sets(arguments)
    found = problems(sets, with_test=arguments.with_test)
    count = sum(len(one.questions) for one in sets)
    keys = sum(len(entry.points) for one in sets for entry in one.points)
    decided = sum(len(one.decisions) for one in sets)
    print("\n".join(found) if found else f"{count} 道题、{keys} 个摘要要点、{decided} 条台账决定，全部成立。")
    return FAILED if found else DONE


def run(arguments: argparse.Namespace) -> int:
    """Ask every question, save each record as it comes, print the tables; or go on with a run that was cut off."""
    from eval.run import new_name
    from eval.run import run as ask_all
    from eval.systems import USUAL
    from eval.tables import tables
    from pipeline.config import load_settings

    if arguments.resume:
        folder = RunFolder(_named(arguments.resume))
        plan = folder.resume()
    else:
        folder = RunFolder(arguments.out or RUNS / new_name())
        systems = ["product"] if arguments.product_only else arguments.systems or list(USUAL)
        everywhere = bool(arguments.systems or arguments.product_only)
        plan = {"gold": arguments.gold and str(arguments.gold), "documents": str(arguments.documents)}
        plan |= {"points": arguments.points and str(arguments.points), "sets": arguments.set}
        plan |= {"systems": systems, "everywhere": everywhere}
        plan |= {"split": arguments.split, "only": arguments.only, "limit": arguments.limit, "mode": arguments.mode}
    sets = _valid(_planned(plan))
    settings = load_settings()
    made = _provenance(plan, sets, settings)
    if arguments.resume:
        _same(plan["provenance"], made)
    else:
        plan["provenance"] = made
        folder.begin(plan, sets)
    try:
        with _Progress("评测") as step:
            named = {"systems": plan["systems"], "everywhere": plan.get("everywhere", True), "mode": plan["mode"]}
            ask_all(sets, folder, **named, jobs=arguments.jobs, on_progress=step)
    except KeyboardInterrupt:
        print(f"已中断。接着跑：python -m eval run --resume {folder.folder}", file=sys.stderr)
        return FAILED
    figures = finish(folder, sets)
    print(tables(figures))
    return _told(figures, folder)


def finish(folder: RunFolder, sets: Sequence[GoldSet]) -> dict[str, Any]:
    """Add up the records of a run that has them all, write its figures and return them.

    Raises:
        BadRequest: no question was chosen.
    """
    from eval.totals import total

    plan = folder.plan()
    order = {question.id: place for place, question in enumerate(questions_of(sets))}
    if not order:
        raise BadRequest("没有一道题", instead="请放宽 --split、--only 或 --set")
    records = sorted(load_records(folder.folder), key=lambda record: order[record["id"]])
    figures = total(records, systems=plan["systems"], summaries=folder.summaries())
    figures = {"provenance": plan["provenance"], "split": plan["split"], **figures}
    folder.finish(figures)
    return figures


def compare(arguments: argparse.Namespace) -> int:
    """Print the gains and losses from one run to another."""
    from eval.compare import compare as held_against

    before, after = (load_records(_named(one), system=arguments.system) for one in (arguments.before, arguments.after))
    print(held_against(before, after, with_test=arguments.with_test).text)
    return DONE


def report(arguments: argparse.Namespace) -> int:
    """Write a run as one HTML page."""
    from eval.report import write_report

    print(write_report(_named(arguments.run), out=arguments.out, with_test=arguments.with_test))
    return DONE


def accept(arguments: argparse.Namespace) -> int:
    """Make a run the one below which quality must not fall."""
    from eval.gate import accept as accepted

    print(accepted(_named(arguments.run), arguments.baseline))
    return DONE


def gate(arguments: argparse.Namespace) -> int:
    """Hold a run against the last accepted one; fails where quality fell beyond noise."""
    from eval.gate import hold, load_baseline

    verdict = hold(load_baseline(arguments.baseline), load_records(_named(arguments.run), system="product"))
    print(verdict.text)
    return DONE if verdict.held else IN_PART


def export(arguments: argparse.Namespace) -> int:
    """Write a run as the samples that ragas reads."""
    from eval.export import write_samples

    folder = _named(arguments.run)
    print(write_samples(folder, out=arguments.out or folder / "ragas.jsonl", system=arguments.system))
    return DONE


def judge(arguments: argparse.Namespace) -> int:
    """Let a judge model look at a run, beside the scores that need none."""
    from eval.judge import judge_model, judge_run

    with _Progress("评判") as step:
        print(judge_run(_named(arguments.run), judge_model(), on_progress=step).text)
    return DONE


def public(arguments: argparse.Namespace) -> int:
    """Run a public set that the user has in a folder."""
    from eval.formats import read_public
    from eval.public import run_public

    sets = read_public(arguments.format, arguments.folder, limit=arguments.limit)
    with _Progress("公开集") as step:
        results = [run_public(one, mode=arguments.mode, on_progress=step) for one in sets]
    for result in results:
        print(result.text)
    if arguments.out:
        arguments.out.write_text(json.dumps([one.to_json() for one in results], ensure_ascii=False, indent=1), "utf-8")
    return DONE


def parsing(arguments: argparse.Namespace) -> int:
    """Hold the parser against expected records, field by field."""
    from eval.parsing import misses, score_batch, table

    scores = [one for folder in arguments.folders for one in score_batch(folder)]
    if arguments.misses:
        print(misses(scores))
    print(table(scores))
    return DONE


def units(arguments: argparse.Namespace) -> int:
    """Hold the roster of units and the reading of duties against expected answers."""
    from eval.parsing import misses, table
    from eval.units import score_units

    scores = score_units(arguments.folder)
    if arguments.misses:
        print(misses(scores))
    print(table(scores))
    return DONE


def ledger(arguments: argparse.Namespace) -> int:
    """Hold the decision ledger against its gold: verdicts, units, time limits."""
    from eval.ledger import misses, score_ledger, table
    from eval.tables import aligned

    if bool(arguments.decisions) != bool(arguments.documents):
        raise BadRequest("--decisions 与 --documents 要一起写", instead="一份台账文件，一个放文件的文件夹")
    if arguments.decisions:
        sets = [decided_set(arguments.decisions, arguments.documents)]
    else:
        sets = load_sets(names=arguments.set)
    scores = score_ledger(_valid(sets))
    if arguments.misses:
        print(misses(scores, with_test=arguments.with_test))
    print(aligned(table(scores)))
    return DONE


def _sets(arguments: argparse.Namespace) -> list[GoldSet]:
    """Return the sets that the arguments name."""
    if arguments.gold is not None:
        return [one_set(arguments.gold, arguments.documents, points=arguments.points)]
    return load_sets(names=arguments.set)


def _planned(plan: dict[str, Any]) -> list[GoldSet]:
    """Return the sets of a plan with the questions that it chooses."""
    paths = {name: Path(plan[name]) if plan[name] else None for name in ("gold", "documents", "points")}
    sets = _sets(argparse.Namespace(set=plan["sets"], **paths))
    return choose(sets, split=plan["split"], only=plan["only"], limit=plan["limit"])


def _valid(sets: list[GoldSet]) -> list[GoldSet]:
    """Return the sets, where they hold.

    Raises:
        BadRequest: something is wrong with them.
    """
    from eval.validate import problems

    if found := problems(sets):
        raise BadRequest("\n".join(["金标集有误：", *found]), instead="请先改正（python -m eval validate）")
    return sets


def _provenance(plan: dict[str, Any], sets: list[GoldSet], settings: Any) -> dict[str, Any]:
    """Return what a run rests on."""
    from eval.records import provenance

    return provenance(sets, encoder=settings.encoder, mode=plan["mode"], model=settings.model)


def _same(before: dict[str, Any], now: dict[str, Any]) -> None:
    """Raise `BadRequest` where a run would go on upon other ground than it began."""
    for field, name in (("gold", "题目"), ("documents", "文件"), ("encoder", "编码器"), ("model", "模型")):
        if before[field] != now[field]:
            raise BadRequest(f"{name}已改动，不能接着跑", instead="请重新评测")


def _named(run: Path | None) -> Path:
    """Return the folder of a run: a path, a name under eval/runs, or the latest where none is named."""
    if run is None:
        return latest_run()
    return run if run.exists() or not (RUNS / run).exists() else RUNS / run


def _told(figures: dict[str, Any], folder: RunFolder) -> int:
    """Print what is wrong and where the records are; return the exit code."""
    failing = figures["failing"]
    told = " ".join(failing) if len(failing) <= NAMED else "逐题见 python -m eval report"
    print(f"答错 {len(failing)} 题：{told or '无'}\n记录：{folder.folder}")
    for fault, ids in figures["faults"].items():
        print(f"出错 {' '.join(ids)}：{fault}", file=sys.stderr)
    if figures["not_verbatim"]:
        print(f"引文与原文不一致：{' '.join(figures['not_verbatim'])}", file=sys.stderr)
    return IN_PART if figures["faults"] or figures["not_verbatim"] else DONE


class _Progress:
    """A progress bar on a terminal, silence elsewhere."""

    def __init__(self, verb: str) -> None:
        from tqdm import tqdm

        self._bar = tqdm(desc=verb, unit="题", file=sys.stderr, disable=not sys.stderr.isatty(), leave=False)

    def __enter__(self) -> Callable[[int, int, str], None]:
        return self._move

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def _move(self, done: int, total: int, what: str) -> None:
        self._bar.total = total
        self._bar.set_postfix_str(what[:24], refresh=False)
        self._bar.update(done - self._bar.n)
