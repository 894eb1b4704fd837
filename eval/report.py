"""Writes a run as one HTML page that asks nothing of the outside: the figures with their intervals, every failure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from eval.compare import load_records
from eval.gold import STYLES, TYPES
from eval.run import RUNS
from eval.summary import MEASURES
from pipeline.errors import MissingFile

_STYLE = """
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 72rem; margin: 2rem auto;
  padding: 0 1rem; color: #222; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } td.n { white-space: nowrap } svg { display: block }
td, th { padding: .25rem .6rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top }
details { border: 1px solid #ddd; border-radius: .4rem; margin: .5rem 0; padding: .4rem .8rem }
summary { cursor: pointer }
dl { display: grid; grid-template-columns: 6rem 1fr; gap: .2rem .8rem } dt { color: #666 }
dd { margin: 0; white-space: pre-wrap } dd.why { color: #a22 }
blockquote { margin: .2rem 0; padding-left: .6rem; border-left: 3px solid #9bb; white-space: pre-wrap }
"""


def write_report(run: Path | None = None, *, out: Path | None = None) -> Path:
    """Write the page of a run (the latest where none is named) beside its records, or to `out`, and return where.

    Raises:
        MissingFile: no such run, or none at all.
    """
    folder = run or _latest()
    records = load_records(folder)
    source = folder / "summary.json"
    if not source.is_file():
        raise MissingFile(str(source))
    target = out or folder / "report.html"
    target.write_text(page(json.loads(source.read_text("utf-8")), records), "utf-8")
    return target


def page(summary: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> str:
    """Return the page: what was run, the figures of each system, the first one's by group, and the failures."""
    made = summary["provenance"]
    (_, first), *_ = summary["systems"].items()
    failing = [record for record in records if not record["correct"]]
    title = f"评测报告 {made['made']}"
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{summary['questions']} 题，编码器 {escape(made['encoder'])}，金标集 {escape(made['gold'])}。</p>",
        "<p>条为数值，横线为 95% 区间。</p>",
        *(f"<h2>{escape(name)}</h2>{_figures(figures['overall'])}" for name, figures in summary["systems"].items()),
        f"<h2>按题型</h2>{_groups(first['type'], TYPES)}",
        f"<h2>按问法</h2>{_groups(first['style'], STYLES)}",
        f"<h2>按文件</h2>{_groups(first['document'], {})}",
        f"<h2>答错的 {len(failing)} 题</h2>",
        *map(_failure, failing),
    ]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="zh-CN"><head>{head}</head><body>{"".join(parts)}</body></html>\n'


def _latest() -> Path:
    """Return the folder of the latest run."""
    runs = sorted(path.parent for path in RUNS.glob("*/summary.json"))
    if not runs:
        raise MissingFile(str(RUNS / "*" / "summary.json"))
    return runs[-1]


def _figures(figures: Mapping[str, Mapping[str, float]]) -> str:
    """Return a table of figures, one a line, each with its bar."""
    return _table(["", "%", "n", ""], ([MEASURES.get(name, name), *_cells(value)] for name, value in figures.items()))


def _groups(groups: Mapping[str, Mapping[str, Mapping[str, float]]], names: Mapping[str, str]) -> str:
    """Return a table of answer accuracy, one group a line."""
    rows = ([names.get(group, group), *_cells(figures["accuracy"])] for group, figures in groups.items())
    return _table(["回答正确率", "%", "n", ""], rows)


def _cells(value: Mapping[str, float]) -> list[str]:
    """Return a figure as value, n and a bar with its interval; the bar is markup."""
    low, middle, high = (value[name] * 100 for name in ("low", "value", "high"))
    bar = (
        '<svg width="204" height="14" role="img"><rect x="2" y="3" width="200" height="8" fill="#eee"/>'
        f'<rect x="2" y="3" width="{middle * 2:.1f}" height="8" fill="#7aa"/>'
        f'<line x1="{2 + low * 2:.1f}" x2="{2 + high * 2:.1f}" y1="7" y2="7" stroke="#222"/></svg>'
    )
    return [f"{middle:.1f} [{low:.1f}–{high:.1f}]", str(value["n"]), bar]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the last cell of a row is markup, the others are text."""
    lines = [f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>"]
    for *texts, markup in rows:
        lines.append(f"<tr>{''.join(f'<td class=n>{escape(cell)}</td>' for cell in texts)}<td>{markup}</td></tr>")
    return f"<table>{''.join(lines)}</table>"


def _failure(record: Mapping[str, Any]) -> str:
    """Return one failure: question, answer, what was wanted, why it is wrong, and both sides' sources."""
    answer = record["answer"] or {"answer": record["error"], "citations": [], "refused": False}
    wanted = "应拒答" if record["refused"] else "；".join([*record["answers"][:1], *record["must_include"]])
    lines = [
        ("此前", "\n".join(record["history"])),
        ("回答", f"{'（拒答）' if answer['refused'] else ''}{answer['answer']}"),
        ("应答", wanted),
    ]
    named = "".join(f"<dt>{name}</dt><dd>{escape(str(text))}</dd>" for name, text in lines if text)
    why = f'<dt>原因</dt><dd class="why">{escape("；".join(record["reasons"]))}</dd>'
    mine = _sources("所引", ((entry["file"], entry.get("item"), entry["quote"]) for entry in answer["citations"]))
    gold = _sources("依据", ((entry["document"], entry["item"], entry["quote"]) for entry in record["evidence"]))
    kind = f"{record['id']} · {TYPES.get(record['type'], record['type'])}"
    title = f"<summary>{escape(kind)}：{escape(record['question'])}</summary>"
    return f"<details>{title}<dl>{named}{why}{mine}{gold}</dl></details>"


def _sources(name: str, sources: Iterable[tuple[str, str | None, str]]) -> str:
    """Return quotes with the file and the item that they stand in."""
    quotes = [
        f"{escape(file)}{f'，{escape(item)}' if item else ''}<blockquote>{escape(quote)}</blockquote>"
        for file, item, quote in sources
    ]
    return f"<dt>{name}</dt><dd>{''.join(quotes)}</dd>" if quotes else ""
