"""Writes a run as one HTML page that asks nothing of the outside: plots, figures, every failure beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from eval.export import reference
from eval.gold import STYLES, TYPES
from eval.plots import bars, differences
from eval.records import RunFolder, load_records
from eval.systems import SYSTEMS
from eval.totals import COSTS, MEASURES, SUMMARY_MEASURES

AROUND = 80
"""Characters of the document shown on either side of a quote."""
SHOWN = ("accuracy", "evidence_recall", "hit@1", "refusal_recall", "false_refusal")
"""Measures that are plotted for every system."""
WORTH = ("accuracy", "accuracy_strict", "evidence_recall")
"""Measures by which the systems are held against the first."""
_STYLE = """
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; color: #222; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2rem } h3 { font-size: 1rem }
table { border-collapse: collapse; width: 100% }
td, th { padding: .25rem .6rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top }
svg.plot { display: block; width: 100%; height: auto; font-size: 12px } svg text { fill: #222 }
svg .full { fill: #f1f3f3 } svg .bar { fill: #7aa3a3 } svg .span { stroke: #222; stroke-width: 1.5 }
svg .grid { stroke: #ddd } svg .zero { stroke: #999 } svg circle { fill: #7aa3a3 } svg .axis, svg .n { fill: #666 }
details { border: 1px solid #ddd; border-radius: .4rem; margin: .5rem 0; padding: .4rem .8rem }
summary { cursor: pointer }
dl { display: grid; grid-template-columns: 6rem 1fr; gap: .2rem .8rem } dt { color: #666 }
dd { margin: 0; white-space: pre-wrap } dd.why { color: #a22 }
blockquote { margin: .2rem 0; padding-left: .6rem; border-left: 3px solid #9bb; white-space: pre-wrap; color: #666 }
mark { background: #fdf3c4; color: #222 }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } }
"""
_SPLITS = {"dev": "开发题", "test": "留出题"}
Texts = Mapping[str, Mapping[str, str]]


def write_report(run: Path, *, out: Path | None = None, with_test: bool = False) -> Path:
    """Write the page of a run beside its records, or to `out`, and return where.

    Args:
        run: the run's folder.
        out: the page's file.
        with_test: show the failures of the test split too; who reads them must not tune on them.

    Raises:
        MissingFile: no such run, or one that was not finished.
    """
    folder = RunFolder(run)
    records = load_records(run)
    target = out or run / "report.html"
    target.write_text(page(folder.figures(), records, folder.texts(), with_test=with_test), "utf-8")
    return target


def page(
    figures: Mapping[str, Any], records: Sequence[Mapping[str, Any]], texts: Texts, *, with_test: bool = False
) -> str:
    """Return the page: what was run, the systems side by side, the first one's figures, and its failures."""
    made = figures["provenance"]
    (name, first), *_ = figures["systems"].items()
    failing = [record for record in records if record["system"] == name and not record["correct"]]
    kept_back = [] if with_test else [record for record in failing if record["split"] == "test"]
    shown = [record for record in failing if record not in kept_back]
    title = f"评测报告 {made['made']}"
    model = f"，模型 {made['model']}" if made["model"] else "，不用模型"
    split = "、".join(f"{_SPLITS[key]} {own['accuracy']['n']}" for key, own in first["split"].items())
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{figures['questions']} 题（{escape(split)}），编码器 {escape(made['encoder'])}{escape(model)}，"
        f"金标集 {escape(made['gold'])}。条为数值，横线为 95% 区间，n 为样本数。</p>",
        *_systems(figures),
        "<h2>各项指标</h2>",
        _table(figures["systems"]),
        *_groups(first),
        *_summaries(figures["summaries"]),
        f"<h2>答错的 {len(shown)} 题</h2>",
        f"<p>另有留出题 {len(kept_back)} 题答错，不在此展示，以免照着改。</p>" if kept_back else "",
        *(_failure(record, texts.get(record["set"], {})) for record in shown),
    ]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    body = "".join(parts)
    return f'<!doctype html>\n<html lang="zh-CN"><head>{head}<style>{_STYLE}</style></head><body>{body}</body></html>\n'


def _systems(figures: Mapping[str, Any]) -> Iterable[str]:
    """Yield the plots that hold the systems against each other."""
    if figures["worth"]:
        yield "<h2>每一部分值多少</h2><p>本程序减去各系统之差（百分点），同题成对比较；右边为正，即本程序更好。</p>"
        for measure in WORTH:
            rows = [(SYSTEMS.get(name, name), worth.get(measure)) for name, worth in figures["worth"].items()]
            yield f"<h3>{escape(MEASURES[measure])}之差</h3>{differences(rows, title=f'{MEASURES[measure]}之差')}"
    for measure in SHOWN:
        systems = figures["systems"].items()
        rows = [(SYSTEMS.get(name, name), own["overall"].get(measure)) for name, own in systems]
        yield f"<h3>{escape(MEASURES[measure])}</h3>{bars(rows, title=MEASURES[measure])}"


def _groups(first: Mapping[str, Any]) -> Iterable[str]:
    """Yield the plots of the first system's accuracy by group."""
    names: dict[str, Mapping[str, str]] = {"type": TYPES, "style": STYLES, "split": _SPLITS}
    titles = {"split": "按部分", "type": "按题型", "style": "按问法", "document": "按文件"}
    for group, title in titles.items():
        known = names.get(group, {})
        rows = [(known.get(name, name), own.get("accuracy")) for name, own in first[group].items()]
        yield f"<h2>{title}：回答正确率</h2>{bars([(name[-16:], one) for name, one in rows], title=title)}"


def _summaries(styles: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    """Yield the figures of the summaries and what they leave out."""
    for style, own in styles.items():
        rows = [(label, own.get(name)) for name, label in SUMMARY_MEASURES.items()]
        missing = "".join(
            f"<li>{escape(identity)}：{escape('；'.join(points))}</li>" for identity, points in own["missing"].items()
        )
        told = f"<details><summary>没有写到的要点</summary><ul>{missing}</ul></details>" if missing else ""
        yield f"<h2>摘要（{escape(style)}）</h2>{bars(rows, title=f'摘要 {style}')}{told}"


def _table(systems: Mapping[str, Any]) -> str:
    """Return a table of every measure, one column for each system; hover tells interval and n."""
    head = "".join(f"<th>{escape(SYSTEMS.get(name, name))}</th>" for name in systems)
    lines = []
    for measure, label in {**MEASURES, **COSTS}.items():
        values = [own["overall"].get(measure) for own in systems.values()]
        if any(values):
            cells = "".join(f"<td>{_cell(value, share=measure in MEASURES)}</td>" for value in values)
            lines.append(f"<tr><td>{escape(label)}</td>{cells}</tr>")
    return f"<table><tr><th></th>{head}</tr>{''.join(lines)}</table>"


def _cell(value: Mapping[str, float] | None, *, share: bool) -> str:
    """Return a figure whose interval and n are told on hover."""
    if value is None:
        return ""
    low, middle, high = (value[name] * (100 if share else 1) for name in ("low", "value", "high"))
    return f'<span title="[{low:.1f}–{high:.1f}] n={value["n"]}">{middle:.1f}</span>'


def _failure(record: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """Return one failure: question, answer, what was wanted, why it is wrong, and both sides' sources."""
    answer = record["answer"] or {"answer": record["error"], "citations": [], "refused": False}
    wanted = "应拒答" if record["refused"] else reference(record)
    lines = [
        ("此前", "\n".join(record["history"])),
        ("回答", f"{'（拒答）' if answer['refused'] else ''}{answer['answer']}"),
        ("应答", wanted),
    ]
    named = "".join(f"<dt>{name}</dt><dd>{escape(str(text))}</dd>" for name, text in lines if text)
    why = f'<dt>原因</dt><dd class="why">{escape("；".join(record["reasons"]))}</dd>'
    mine = ((entry["file"], entry.get("item"), entry["quote"], entry["start"]) for entry in answer["citations"])
    gold = ((entry["document"], entry["item"], entry["quote"], None) for entry in record["evidence"])
    sources = _sources("所引", mine, texts) + _sources("依据", gold, texts)
    kind = f"{record['id']} · {TYPES.get(record['type'], record['type'])}"
    title = f"<summary>{escape(kind)}：{escape(record['question'])}</summary>"
    return f"<details>{title}<dl>{named}{why}{sources}</dl></details>"


def _sources(name: str, sources: Iterable[tuple[str, str | None, str, int | None]], texts: Mapping[str, str]) -> str:
    """Return quotes, each marked within what stands around it, with the file and the item."""
    quotes = []
    for file, item, quote, start in sources:
        text = texts.get(file, "")
        at = text.find(quote) if start is None else start
        whole = text[at : at + len(quote)] == quote
        before, after = (text[max(0, at - AROUND) : at], text[at + len(quote) :][:AROUND]) if whole else ("", "")
        where = f"{escape(file)}{f'，{escape(item)}' if item else ''}"
        quotes.append(f"{where}<blockquote>{escape(before)}<mark>{escape(quote)}</mark>{escape(after)}</blockquote>")
    return f"<dt>{name}</dt><dd>{''.join(quotes)}</dd>" if quotes else ""
