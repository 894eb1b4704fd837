"""The third door: `python -m eval run`, `compare`, `report`, `validate`, `accept`, `gate`, `public` and others."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from eval import checks, commands, withheld
from eval.gold import SPLITS
from eval.systems import SYSTEMS
from pipeline.config import ROOT
from pipeline.errors import JiyaoError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 done but something does not hold, 2 nothing could be done."""
    parsed = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = parsed.command
    try:
        return command(parsed)
    except JiyaoError as error:
        print(error, file=sys.stderr)
        return commands.FAILED


def _natural(text: str) -> int:
    """Read a whole number of at least one."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval", description="用金标集评测问答与摘要")
    added = parser.add_subparsers(required=True, metavar="COMMAND")
    sets = argparse.ArgumentParser(add_help=False)
    sets.add_argument("--set", action="append", default=[], metavar="NAME", help="只用一个题集，可重复（默认全部）")
    sets.add_argument("--gold", type=Path, metavar="FILE", help="不用题集清单，只用这一个题目文件")
    sets.add_argument("--documents", type=Path, default=ROOT / "data" / "minutes", metavar="DIR", help="它所据的文件")
    sets.add_argument("--points", type=Path, metavar="FILE", help="这些文件的摘要要点")
    _running(added, sets)
    _reading(added)
    found = added.add_parser("validate", parents=[sets], help="检查金标集")
    found.add_argument("--with-test", action="store_true", help="留出题的错处也写出原文（看过就不要照着改）")
    found.set_defaults(command=commands.validate)
    return parser


def _running(added: argparse._SubParsersAction[argparse.ArgumentParser], sets: argparse.ArgumentParser) -> None:
    """Add the commands that ask questions."""
    found = added.add_parser("run", parents=[sets], help="逐题问答并评分")
    found.add_argument("--split", choices=(*SPLITS, "all"), default="all", help="开发题、留出题或全部")
    found.add_argument("--mode", choices=("extractive", "model"), default="extractive", help="不用模型，或用所设的模型")
    found.add_argument("--limit", type=_natural, metavar="N", help="只问前 N 题")
    found.add_argument("--only", action="append", default=[], metavar="TYPE", help="只问一种题型，可重复")
    found.add_argument(
        "--systems", action="append", choices=tuple(SYSTEMS), metavar="NAME", help=f"只测这些系统：{'、'.join(SYSTEMS)}"
    )
    found.add_argument("--product-only", action="store_true", help="不测对照系统")
    found.add_argument("--jobs", type=_natural, default=min(os.cpu_count() or 1, 4), metavar="N", help="同时用几个进程")
    found.add_argument("--out", type=Path, metavar="DIR", help="记录写到哪里（默认 eval/runs/时间）")
    found.add_argument("--resume", type=Path, metavar="RUN", help="接着跑一次中断了的评测，其余参数照它原来的")
    found.set_defaults(command=commands.run)

    found = added.add_parser("public", help="评测用户自备的公开数据集")
    found.add_argument("format", help="cmrc、rgb、domainrag、crud、stard 或 beir")
    found.add_argument("folder", type=Path, metavar="DIR", help="数据集所在的文件夹")
    found.add_argument("--limit", type=_natural, metavar="N", help="只问前 N 题")
    found.add_argument("--mode", choices=("extractive", "model"), default="extractive", help="不用模型，或用所设的模型")
    found.add_argument("--out", type=Path, metavar="FILE", help="结果另存为 JSON")
    found.set_defaults(command=commands.public)

    found = added.add_parser("parsing", help="把结构分析与应有的记录逐项对照")
    found.add_argument(
        "folders", type=Path, nargs="+", metavar="DIR", help="一批文件（docs 与 expected），如 eval/data/parsing/a"
    )
    found.add_argument("--misses", action="store_true", help="列出每一处不符")
    found.set_defaults(command=commands.parsing)

    found = added.add_parser("units", help="单位的名称、简称与曾用名，句中的单位、牵头与配合，与应有的对照")
    found.add_argument("folder", type=Path, metavar="DIR", help="如 eval/data/units")
    found.add_argument("--misses", action="store_true", help="列出每一处不符")
    found.set_defaults(command=commands.units)

    found = added.add_parser("ledger", help="把台账与人工抄录的决定逐条对照：结论、牵头、配合、时限")
    found.add_argument("--set", action="append", default=[], metavar="NAME", help="只用一个题集，可重复（默认全部）")
    found.add_argument("--decisions", type=Path, metavar="FILE", help="清单之外的一份台账（JSONL）")
    found.add_argument("--documents", type=Path, metavar="DIR", help="它所据的文件，与 --decisions 同用")
    found.add_argument("--misses", action="store_true", help="列出每一处不符（留出题除外）")
    found.add_argument("--with-test", action="store_true", help="留出题的不符之处也列出（看过就不要照着改）")
    found.set_defaults(command=commands.ledger)

    found = added.add_parser("checks", help="逐句核对编造的句子和转述的句子，看漏标与误标")
    found.add_argument("folder", type=Path, nargs="?", default=checks.FOLDER, metavar="DIR", help="试卷的文件夹")
    found.add_argument("--misses", action="store_true", help="列出每一句判错的")
    found.add_argument("--by-rules", action="store_true", help="只用规则，不用学来的第二遍")
    found.set_defaults(command=checks.command)

    found = added.add_parser("withheld", help="抽走每道可答题的依据再问，看还有多少作答（该拒答）")
    found.add_argument("--set", action="append", default=[], metavar="NAME", help="只用一个题集，可重复（默认全部）")
    found.add_argument("--sample", type=_natural, metavar="N", help="每个题集的开发题、留出题各至多问 N 题，均匀取")
    found.add_argument("--jobs", type=_natural, default=min(os.cpu_count() or 1, 4), metavar="N", help="同时用几个进程")
    found.add_argument("--misses", action="store_true", help="列出作了答又与标准答案不合的（留出题除外）")
    found.set_defaults(command=withheld.command)


def _reading(added: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that read a run; where none is named it is the latest."""
    one = argparse.ArgumentParser(add_help=False)
    one.add_argument("run", type=Path, nargs="?", metavar="RUN", help="评测的文件夹（默认最近一次）")

    found = added.add_parser("compare", help="两次评测逐题对照")
    found.add_argument("before", type=Path, metavar="A", help="先前一次的文件夹")
    found.add_argument("after", type=Path, metavar="B", help="后来一次的文件夹")
    found.add_argument("--system", default="product", choices=tuple(SYSTEMS), metavar="NAME", help="对照哪个系统")
    found.add_argument("--with-test", action="store_true", help="留出题的得失也写出原文（看过就不要照着改）")
    found.set_defaults(command=commands.compare)

    found = added.add_parser("report", parents=[one], help="把一次评测写成一个网页")
    found.add_argument("--out", type=Path, metavar="FILE", help="网页写到哪里（默认在评测的文件夹里）")
    found.add_argument("--with-test", action="store_true", help="也展示留出题的错处（看过就不要照着改）")
    found.set_defaults(command=commands.report)

    baseline = argparse.ArgumentParser(add_help=False)
    baseline.add_argument("--baseline", type=Path, metavar="FILE", help="认可的成绩（默认 eval/data/baseline.json）")
    found = added.add_parser("accept", parents=[one, baseline], help="认可一次评测，此后不得低于它")
    found.set_defaults(command=commands.accept)
    found = added.add_parser("gate", parents=[one, baseline], help="与认可的成绩对照，退步超出偶然则失败")
    found.set_defaults(command=commands.gate)

    found = added.add_parser("export", parents=[one], help="写成 ragas 能读的 JSONL")
    found.add_argument("--system", default="product", choices=tuple(SYSTEMS), metavar="NAME", help="哪个系统的回答")
    found.add_argument("--out", type=Path, metavar="FILE", help="写到哪里（默认在评测的文件夹里）")
    found.set_defaults(command=commands.export)

    found = added.add_parser("judge", parents=[one], help="请评判模型看一遍（JIYAO_JUDGE_MODEL），不代替其他指标")
    found.set_defaults(command=commands.judge)


if __name__ == "__main__":
    sys.exit(main())
