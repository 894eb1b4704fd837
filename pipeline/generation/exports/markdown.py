"""Summaries and the ledger as Markdown, every number with its source below."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.generation.cite import Citation
from pipeline.generation.columns import one_line
from pipeline.generation.decisions.ledger import LedgerRow
from pipeline.generation.decisions.signing import signed_words
from pipeline.generation.exports.cells import CHANGED, SHOWN, changes_words, links_words, shown_cells
from pipeline.generation.exports.proof import maker_words, proof_lines
from pipeline.generation.exports.tasks import stamp_words
from pipeline.generation.summary.summarize import Summary, SummaryItem, SummarySentence
from pipeline.generation.wording import NOT_STATED, STYLE_NAMES, stamp
from pipeline.patterns import compiled

_SPECIAL = compiled(r"([\\`*_<>\[\]|~])")
_LIST_MARK = compiled(r"^(\s*)([#+>-]|\d+[.)])(?=\s|$)")


def summary_markdown(summary: Summary) -> str:
    """Return a summary as Markdown: stamp, items, numbered sources verbatim, what was checked."""
    first = summary.citations[0] if summary.citations else None
    lines = [f"# {_escaped(one_line(summary.name))}", ""]
    lines.append(f"> {_escaped(_stamp(first)) if first and not summary.topic else summary.notice or NOT_STATED}")
    lines.append(f"> {STYLE_NAMES[summary.style]} · {_escaped(maker_words(summary))}")
    for item in summary.items:
        lines += ["", *_item_lines(item, paragraph=summary.style == "brief")]
    lines += ["", "## 核对", "", *(f"- {_escaped(line)}" for line in proof_lines(summary))]
    if summary.citations:
        lines += ["", "## 出处", ""]
        lines += [_source_line(number, citation) for number, citation in enumerate(summary.citations, start=1)]
    return "\n".join(lines) + "\n"


def ledger_markdown(rows: Sequence[LedgerRow]) -> str:
    """Return the ledger as a Markdown table under each document's stamp, with signatures and links if there are any."""
    lines = ["# 决定台账"]
    last = None
    extra = [
        (name, words)
        for name, words, any_of in (
            ("签认", signed_words, any(row.confirmed for row in rows)),
            ("同一事项", links_words, any(row.links for row in rows)),
            (CHANGED, changes_words, any(row.changes for row in rows)),
        )
        if any_of
    ]
    heads = (*SHOWN, *(name for name, _ in extra))
    for row in rows:
        if row.document_id != last:
            last = row.document_id
            marked = stamp_words(row)
            lines += ["", f"## {_escaped(marked)}", "", f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
        shown = [*shown_cells(row), *(words(row) for _, words in extra)]
        lines.append(f"| {' | '.join(map(_escaped, shown))} |")
    return "\n".join(lines) + "\n"


def _stamp(citation: Citation) -> str:
    """Return the stamp of a citation's document."""
    return stamp(
        document_number=citation.document_number,
        meeting=citation.meeting,
        date=citation.date,
        file=citation.file,
        body=citation.body,
        meeting_number=citation.meeting_number,
    )


def _item_lines(item: SummaryItem, *, paragraph: bool) -> list[str]:
    """Return one entry: heading and sentences as a list, or one paragraph; then what the text does not state."""
    lines = []
    if not paragraph:
        label = (
            f"{item.label}、" if item.label and not item.label.isascii() else f"{item.label}. " if item.label else ""
        )
        lines += [f"## {_escaped(item.heading) if item.heading else label + _escaped(one_line(item.title))}", ""]
        lines += [
            f"- {f'（{sentence.point}）' if sentence.point else ''}{_sentence(sentence)}" for sentence in item.sentences
        ]
    else:
        lines.append("".join(_sentence(sentence) for sentence in item.sentences))
    return [*lines, "", f"（{item.note}）"] if item.note else lines


def _sentence(sentence: SummarySentence) -> str:
    """Return a sentence with the numbers of its sources, and a warning where it is not proven."""
    marks = _ranges([index + 1 for index in sentence.citations])
    return f"{_escaped(sentence.text)}{'（未能核实）' if sentence.check == 'flagged' else ''}{marks}"


def _ranges(numbers: Sequence[int]) -> str:
    """Return the numbers of sources in brackets, three and more in a row as a range.

    >>> _ranges([1, 3, 4, 5, 9])
    '[1,3–5,9]'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs]
    return f"[{','.join(named)}]" if named else ""


def _source_line(number: int, citation: Citation) -> str:
    """Return one numbered source: the quote to the character, and where it stands."""
    item = f"，第{citation.item}项" if citation.item else ""
    page = f"，第{citation.page}页" if citation.page else ""
    quote = _escaped(citation.quote).replace("\n", "\n    ")  # a line end of the text stays one
    return f"{number}. “{quote}”（{_escaped(_stamp(citation))}{item}{page}；{citation.start}–{citation.end}）"


def _escaped(text: str) -> str:
    """Return a text that Markdown shows as it is.

    >>> _escaped("“1+N”机制<b>*")
    '“1+N”机制\\\\<b\\\\>\\\\*'
    """
    return _LIST_MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
