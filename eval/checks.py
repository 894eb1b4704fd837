"""Holds the check of statements against whole sentences that invent and others that rephrase, kind by kind."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

from eval.metrics import figure
from pipeline.config import ROOT
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.errors import BadRequest
from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reread.second import second_reading
from pipeline.generation.cite import Citation
from pipeline.minutes import Document

FOLDER = ROOT / "eval" / "data" / "checks"
PAPERS = (ROOT / "data" / "minutes", *sorted((ROOT / "eval" / "data" / "parsing").glob("*/docs")))
_MAX_BYTES = 50_000_000
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


def score(folder: Path = FOLDER, *, by_rules: bool = False) -> list[Verdict]:
    """Check every sentence of a folder's `inventions.jsonl` and `paraphrases.jsonl` against its quotes.

    A quote is cited as an answer cites it: with the item of the document in which it stands, and with the stamp of the
    document (its name, number, meeting and date, and what the record gives as context). Where the document is not at
    hand, each quote is a place of its own, and a heading belongs to the quote after it.

    Args:
        folder: where the two files are.
        by_rules: leave out the second reading, which a model's sentences go through after the rules.

    Raises:
        BadRequest: the folder does not hold both files, or a line is no record.
    """
    found = []
    for name in SETS:
        for number, line in enumerate(_lines(folder / f"{name}.jsonl"), start=1):
            try:
                row = json.loads(line)
                stamped = [str(value) for value in row.get("context", {}).values()]
                sources = sources_in(row["document"], row["quotes"], stamped)
                problems = check_sources(row["statement"], sources)
                problems = problems if by_rules else second_reading(row["statement"], sources, problems)
            except (ValueError, KeyError, TypeError) as error:
                problem = f"{name}.jsonl 第 {number} 行不是一条记录（{type(error).__name__}）"
                raise BadRequest(problem, instead="应有 id、document、quotes、statement、kind") from None
            messages = tuple(problem.message for problem in problems)
            found.append(Verdict(name, str(row["id"]), row["kind"], row["statement"], messages))
    return found


def sources_in(name: str, quotes: Sequence[str], stamped: Sequence[str]) -> list[Source]:
    """Return what the quotes of a document can prove, as the product places them."""
    document = _document(name)
    if document is None or not all(quote in document.text for quote in quotes):
        stamp = "\n".join([PurePath(name).stem, *stamped])
        return [Source(quote, stamp) for quote in _places(quotes)]
    citations = []
    for quote in quotes:
        start = document.text.index(quote)
        item = document.item_at(start)
        citation = Citation(
            document_id=name,
            file=name,
            document_number=document.document_number,
            meeting="\n".join([document.meeting.name or "", *stamped]) or None,
            date=document.meeting.date,
            item=(item.label or str(item.start)) if item else None,
            item_title=item.title if item else None,
            quote=quote,
            start=start,
            end=start + len(quote),
            page=None,
        )
        citations.append(citation)
    return sources_of(citations)


@lru_cache
def _document(name: str) -> Document | None:
    """Return a document of the evaluation or of the samples by the name of its file, or `None`."""
    path = next((path for folder in PAPERS if (path := folder / PurePath(name).name).is_file()), None)
    return parse(read_file(path, max_bytes=_MAX_BYTES)) if path else None


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
    verdicts = score(arguments.folder, by_rules=arguments.by_rules)
    if arguments.misses:
        print(misses(verdicts))
    print(table(verdicts))
    return 0
