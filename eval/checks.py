"""Holds the check of statements against whole sentences that invent and others that rephrase, kind by kind."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from eval.metrics import figure
from pipeline.config import ROOT
from pipeline.errors import BadRequest
from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.source import Source

FOLDER = ROOT / "eval" / "data" / "checks"
_HEADING = re.compile(r"[*#\s]*(?:议题|第?[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、．项 ]?)[^。；\n]{0,60}\**$")
SETS: dict[str, bool] = {"inventions": True, "paraphrases": False}  # file → whether each sentence must be flagged


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check made of one sentence: its set, id, kind, wording, and the messages of what it found."""

    set: str
    id: str
    kind: str
    statement: str
    messages: tuple[str, ...]

    @property
    def wrong(self) -> bool:
        """Whether an invention passed, or a paraphrase was flagged."""
        return bool(self.messages) != SETS[self.set]


def score(folder: Path = FOLDER) -> list[Verdict]:
    """Check every sentence of a folder's `inventions.jsonl` and `paraphrases.jsonl` against its quotes.

    Each quote is a place of its own, as two items of a document are; a heading belongs to the quote after it. What the
    stamp of the document states (its name,
    and number, meeting and date where the record gives them) may be stated beside it.

    Raises:
        BadRequest: the folder does not hold both files, or a line is no record.
    """
    found = []
    for name in SETS:
        for number, line in enumerate(_lines(folder / f"{name}.jsonl"), start=1):
            try:
                row = json.loads(line)
                stamp = "\n".join([PurePath(row["document"]).stem, *map(str, row.get("context", {}).values())])
                sources = [Source(quote, stamp) for quote in _places(row["quotes"])]
                problems = check_sources(row["statement"], sources)
            except (ValueError, KeyError, TypeError) as error:
                problem = f"{name}.jsonl 第 {number} 行不是一条记录（{type(error).__name__}）"
                raise BadRequest(problem, instead="应有 id、document、quotes、statement、kind") from None
            messages = tuple(problem.message for problem in problems)
            found.append(Verdict(name, str(row["id"]), row["kind"], row["statement"], messages))
    return found


def _places(quotes: Sequence[str]) -> Iterator[str]:
    """Yield the quotes, each heading together with the quote that follows it."""
    heading = ""
    for quote in quotes[:-1]:
        if _HEADING.match(quote):
            heading += f"{quote}\n"
            continue
        yield f"{heading}{quote}"
        heading = ""
    yield f"{heading}{quotes[-1]}"


def _lines(file: Path) -> list[str]:
    try:
        return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError:
        raise BadRequest(f"没有 {file.name}", instead="请指明放有两个文件的文件夹，如 eval/data/checks") from None


def table(verdicts: Sequence[Verdict]) -> str:
    """Return the figures: inventions that passed and paraphrases that were flagged, by kind, with n and interval."""
    lines = []
    for name, title in (("inventions", "编造而未标出"), ("paraphrases", "转述而被标出")):
        own = [verdict for verdict in verdicts if verdict.set == name]
        kinds = sorted({verdict.kind for verdict in own})
        lines += [_row(title, own), *(_row(f"  {kind}", [one for one in own if one.kind == kind]) for kind in kinds)]
    return "\n".join(lines)


def _row(title: str, verdicts: Sequence[Verdict]) -> str:
    """Return one line: how many of how many, the share and its 95 % interval."""
    found = figure([[float(verdict.wrong)] for verdict in verdicts])
    if found is None:
        return f"{title}\t—"
    wrong = sum(verdict.wrong for verdict in verdicts)
    return f"{title}\t{wrong}/{found.n}\t{found.value:.1%}\t{found.low:.1%}–{found.high:.1%}"


def misses(verdicts: Iterable[Verdict]) -> str:
    """Return each sentence that came out wrong, a paraphrase with what was found in it."""
    return "\n".join(
        "\t".join((verdict.set, verdict.id, verdict.kind, verdict.statement, "；".join(verdict.messages)))
        for verdict in verdicts
        if verdict.wrong
    )


def command(arguments: argparse.Namespace) -> int:
    """Score a folder, print the figures and, where asked for, each sentence that came out wrong; exit code 0."""
    verdicts = score(arguments.folder)
    if arguments.misses:
        print(misses(verdicts))
    print(table(verdicts))
    return 0
