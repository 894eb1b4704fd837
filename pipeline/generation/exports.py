"""Summaries and the ledger as text that leaves the program: Markdown, JSON, CSV, and a table for the terminal."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence

from pipeline.errors import BadRequest, NotBuiltYet
from pipeline.generation.cite import Citation
from pipeline.generation.columns import one_line, table
from pipeline.generation.ledger import LedgerRow, ledger_json
from pipeline.generation.summary.fidelity import MEASURES
from pipeline.generation.summary.summarize import Summary, SummaryItem, SummarySentence
from pipeline.generation.wording import MEASURE_NAMES, NOT_STATED, STYLE_NAMES, outcome_name, stamp
from pipeline.minutes import Document

SUMMARY_FORMATS = ("md", "json")
LEDGER_FORMATS = ("table", "json", "csv", "md")
_LATER = {"docx": "请用 md 或 json", "xlsx": "请用 csv，电子表格软件可以直接打开"}

_SPECIAL = re.compile(r"([\\`*_<>\[\]|~])")
_LIST_MARK = re.compile(r"^(\s*)([#+>-]|\d+[.)])(?=\s|$)")
# A spreadsheet takes a cell that opens with one of these for a formula; a tab or a line end before it changes nothing.
_FORMULA = re.compile(r"^[\s\x00]*[=+\-@＝＋－＠]")


def summary_text(summary: Summary, *, format: str = "md") -> str:
    """Return a summary in a format of `SUMMARY_FORMATS`.

    Raises:
        NotBuiltYet: DOCX.
        BadRequest: no such format.
    """
    if format == "json":
        return json.dumps(summary.to_json(), ensure_ascii=False, indent=1) + "\n"
    if format == "md":
        return summary_markdown(summary)
    raise _no_format(format, SUMMARY_FORMATS)


def summary_markdown(summary: Summary) -> str:
    """Return a summary as Markdown: stamp, items, numbered sources verbatim, what was checked."""
    first = summary.citations[0] if summary.citations else None
    lines = [f"# {_escaped(one_line(summary.name))}", ""]
    lines.append(f"> {_escaped(_stamp(first)) if first else NOT_STATED}")
    lines.append(
        f"> {STYLE_NAMES[summary.style]} · {'未用模型，由原文拟写' if summary.mode == 'extractive' else '由模型拟写'}"
    )
    for item in summary.items:
        lines += ["", *_item_lines(item, paragraph=summary.style == "brief")]
    lines += ["", "## 核对", "", *_proof_lines(summary)]
    if summary.citations:
        lines += ["", "## 出处", ""]
        lines += [_source_line(number, citation) for number, citation in enumerate(summary.citations, start=1)]
    return "\n".join(lines) + "\n"


def ledger_text(
    rows: Sequence[LedgerRow], *, format: str = "table", documents: Mapping[str, Document] | None = None
) -> str:
    """Return the ledger in a format of `LEDGER_FORMATS`; CSV comes without the byte order mark that Excel needs.

    Args:
        rows: the decisions.
        format: table, json, csv or md.
        documents: documents by id, for the page beside each place in JSON.

    Raises:
        NotBuiltYet: XLSX.
        BadRequest: no such format.
    """
    if format == "json":
        return json.dumps(ledger_json(rows, documents), ensure_ascii=False, indent=1) + "\n"
    if format == "csv":
        return _ledger_csv(rows)
    if format == "md":
        return _ledger_markdown(rows)
    if format == "table":
        return _ledger_table(rows)
    raise _no_format(format, LEDGER_FORMATS)


def safe_cell(value: str) -> str:
    """Return a cell that a spreadsheet takes for text, whatever it opens with.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("原则通过")
    ("'=HYPERLINK(1)", '原则通过')
    """
    return f"'{value}" if _FORMULA.match(value) else value


def _no_format(format: str, legal: Sequence[str]) -> BadRequest | NotBuiltYet:
    """Return the error for a format that is not written, or not yet."""
    if format in _LATER:
        return NotBuiltYet(f"{format.upper()} 格式", instead=_LATER[format])
    return BadRequest(f"没有“{format}”这种格式", instead=f"可选：{'、'.join(legal)}")


def _stamp(citation: Citation) -> str:
    """Return the stamp of a citation's document."""
    return stamp(
        document_number=citation.document_number, meeting=citation.meeting, date=citation.date, file=citation.file
    )


def _item_lines(item: SummaryItem, *, paragraph: bool) -> list[str]:
    """Return one entry: heading and sentences as a list, or one paragraph; then what the text does not state."""
    lines = []
    if not paragraph:
        label = (
            f"{item.label}、" if item.label and not item.label.isascii() else f"{item.label}. " if item.label else ""
        )
        lines += [f"## {label}{_escaped(one_line(item.title))}", ""]
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


def _proof_lines(summary: Summary) -> list[str]:
    """Return what is covered, what is left out, and how the facts compare with their sources."""
    covered = summary.coverage
    counts = {"事项": covered.items, "要求": covered.points, "其他事项": covered.other_matters}
    lines = ["- 覆盖：" + "，".join(f"{name} {done}/{of}" for name, (done, of) in counts.items() if of) + "。"]
    if summary.style == "full" and covered.missing:
        lines.append(f"- 未写入：{_escaped('、'.join(covered.missing))}。")
    elif covered.missing:
        lines.append(f"- 按文体略去 {len(covered.missing)} 处；完整内容见 full 文体。")
    facts = {MEASURE_NAMES[name]: getattr(summary.fidelity, name) for name in MEASURES}
    lines.append("- 核对：" + "，".join(f"{name} {fact.checked} 处" for name, fact in facts.items()) + "。")
    invented = [f"{name} {'、'.join(fact.invented)}" for name, fact in facts.items() if fact.invented]
    lines.append(f"- 出处中没有的：{_escaped('；'.join(invented))}。" if invented else "- 出处中没有的：无。")
    flagged = sum(1 for sentence in summary.sentences if sentence.check == "flagged")
    return [*lines, f"- 未能核实的句子：{flagged} 句，已在句后注明。"] if flagged else lines


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


_COLUMNS = (
    *("行号", "文件", "发文字号", "会议", "日期", "议题", "议题名称", "条目", "内容", "结论", "结论原文", "牵头单位"),
    *("配合单位", "时限", "时限日期", "下一步", "起", "止", "已确认"),
)


def _cells(row: LedgerRow) -> list[str]:
    """Return a row as text, one cell a column of `_COLUMNS`; what is not stated is empty."""
    cells = [
        row.row,
        row.file,
        row.document_number,
        row.meeting,
        row.date,
        row.item,
        row.item_title,
        row.point,
        row.text,
        outcome_name(row.outcome) if row.outcome else None,
        row.outcome_text,
        "、".join(row.lead_units),
        "、".join(row.support_units),
        row.deadline_text,
        row.deadline_date,
        row.next_step,
        str(row.start),
        str(row.end),
        "、".join(row.confirmed),
    ]
    return [one_line(cell or "") for cell in cells]


def _ledger_csv(rows: Sequence[LedgerRow]) -> str:
    """Return the ledger as CSV with a head, every cell plain text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    writer.writerows([safe_cell(cell) for cell in _cells(row)] for row in rows)
    return buffer.getvalue()


_SHOWN = ("行号", "议题名称", "内容", "结论", "牵头单位", "时限", "下一步")


def _shown(row: LedgerRow) -> list[str]:
    """Return the cells of a row that a person looks at first, 未载明 where the text states nothing."""
    named = dict(zip(_COLUMNS, _cells(row), strict=True))
    return [named[column] or ("—" if column == "下一步" else NOT_STATED) for column in _SHOWN]


def _ledger_table(rows: Sequence[LedgerRow]) -> str:
    """Return the ledger as an aligned table for the terminal."""
    if not rows:
        return "没有符合条件的决定。\n"
    return f"{table(_SHOWN, [_shown(row) for row in rows], widest=30)}\n共 {len(rows)} 条。\n"


def _ledger_markdown(rows: Sequence[LedgerRow]) -> str:
    """Return the ledger as a Markdown table under each document's stamp."""
    lines = ["# 决定台账"]
    last = None
    for row in rows:
        if row.document_id != last:
            last = row.document_id
            marked = stamp(document_number=row.document_number, meeting=row.meeting, date=row.date, file=row.file)
            lines += ["", f"## {_escaped(marked)}", "", f"| {' | '.join(_SHOWN)} |", f"|{' --- |' * len(_SHOWN)}"]
        lines.append(f"| {' | '.join(_escaped(cell) for cell in _shown(row))} |")
    return "\n".join(lines) + "\n"
