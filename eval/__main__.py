"""The third door: `python -m eval run`, `compare`, `report`, `validate` and `parsing`."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.gold import DOCUMENTS, GOLD, load_questions, load_texts, problems
from pipeline.errors import JiyaoError

DONE, IN_PART, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 done but something does not hold, 2 nothing could be done."""
    parsed = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = parsed.command
    try:
        return command(parsed)
    except JiyaoError as error:
        print(error, file=sys.stderr)
        return FAILED


def validate(arguments: argparse.Namespace) -> int:
    """Check the gold set: every quote in its document and its item, ids unique, types known."""
    questions = load_questions(arguments.gold)
    found = problems(questions, load_texts(arguments.documents))
    print("\n".join(found) if found else f"{len(questions)} 道题，全部成立。")
    return FAILED if found else DONE


def run(arguments: argparse.Namespace) -> int:
    """Ask every question, save the records, print the figures."""
    from eval.baselines import StockPipeline
    from eval.run import RUNS, Product, System, provenance, save, select, throwaway_library
    from eval.run import run as ask_all
    from eval.summary import summarize, table_text

    questions = load_questions(arguments.gold)
    texts = load_texts(arguments.documents)
    if found := problems(questions, texts):
        print("金标集有误，先改正：", *found, sep="\n", file=sys.stderr)
        return FAILED
    chosen = select(questions, only=arguments.only, limit=arguments.limit)
    with throwaway_library(arguments.documents, texts) as assistant, _Progress("评测") as step:
        encoder = assistant.settings.encoder
        systems: list[System] = [Product(assistant)]
        if arguments.baseline:
            systems.append(StockPipeline(texts, encoder=encoder))
        records = ask_all(chosen, systems, texts, on_progress=step)
    summary = summarize(records, systems=[system.name for system in systems])
    summary = {"provenance": provenance(arguments.gold, texts, encoder=encoder), **summary}
    folder = arguments.out or RUNS / datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
    save(records, summary, folder)
    print(table_text(summary))
    print(f"答错 {len(summary['failing'])} 题：{' '.join(summary['failing']) or '无'}\n记录：{folder}")
    for fault, ids in summary["faults"].items():
        print(f"出错 {' '.join(ids)}：{fault}", file=sys.stderr)
    if summary["not_verbatim"]:
        print(f"引文与原文不一致：{' '.join(summary['not_verbatim'])}", file=sys.stderr)
    return IN_PART if summary["faults"] or summary["not_verbatim"] else DONE


def compare(arguments: argparse.Namespace) -> int:
    """Print the gains and losses from one run to another."""
    from eval.compare import compare as held_against
    from eval.compare import load_records

    print(held_against(load_records(arguments.before), load_records(arguments.after)).text)
    return DONE


def report(arguments: argparse.Namespace) -> int:
    """Write a run as one HTML page."""
    from eval.report import write_report

    print(write_report(arguments.run, out=arguments.out))
    return DONE


def parsing(arguments: argparse.Namespace) -> int:
    """Hold the parser against expected records, field by field."""
    from eval.parsing import misses, score_batch, table

    scores = [one for folder in arguments.folders for one in score_batch(folder)]
    if arguments.misses:
        print(misses(scores))
    print(table(scores))
    return DONE


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


def _natural(text: str) -> int:
    """Read a whole number of at least one."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval", description="用金标集评测问答")
    commands = parser.add_subparsers(required=True, metavar="run|compare|report|validate|parsing")
    sets = argparse.ArgumentParser(add_help=False)
    sets.add_argument("--gold", type=Path, default=GOLD, metavar="FILE", help="金标集，每行一题")
    sets.add_argument("--documents", type=Path, default=DOCUMENTS, metavar="DIR", help="金标集所据的文件")

    added = commands.add_parser("run", parents=[sets], help="逐题问答并评分")
    added.add_argument("--limit", type=_natural, metavar="N", help="只问前 N 题")
    added.add_argument("--only", action="append", default=[], metavar="TYPE", help="只问一种题型，可重复")
    added.add_argument("--out", type=Path, metavar="DIR", help="记录写到哪里（默认 eval/runs/时间）")
    added.add_argument("--no-baseline", dest="baseline", action="store_false", help="不跑对照系统")
    added.set_defaults(command=run)

    added = commands.add_parser("compare", help="两次评测逐题对照")
    added.add_argument("before", type=Path, metavar="A", help="先前一次的文件夹")
    added.add_argument("after", type=Path, metavar="B", help="后来一次的文件夹")
    added.set_defaults(command=compare)

    added = commands.add_parser("report", help="把一次评测写成一个网页")
    added.add_argument("run", type=Path, nargs="?", metavar="RUN", help="评测的文件夹（默认最近一次）")
    added.add_argument("--out", type=Path, metavar="FILE", help="网页写到哪里（默认在评测的文件夹里）")
    added.set_defaults(command=report)

    added = commands.add_parser("parsing", help="把结构分析与应有的记录逐项对照")
    added.add_argument(
        "folders", type=Path, nargs="+", metavar="DIR", help="一批文件（docs 与 expected），如 eval/data/parsing/a"
    )
    added.add_argument("--misses", action="store_true", help="列出每一处不符")
    added.set_defaults(command=parsing)

    added = commands.add_parser("validate", parents=[sets], help="检查金标集")
    added.set_defaults(command=validate)
    return parser


if __name__ == "__main__":
    sys.exit(main())
