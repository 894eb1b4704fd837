"""Writes a run as one HTML page that asks nothing of the outside: plots, figures, every failure beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from eval.failures import Texts, failures
from eval.gold import STYLES, TYPES
from eval.plots import bars, differences
from eval.records import RunFolder, load_records
from eval.systems import SYSTEMS
from eval.tables import COLUMNS, HEADS
from eval.totals import COSTS, MEASURES, SUMMARY_MEASURES

CARDS = {
    "accuracy": "回答正确",
    "accuracy_strict": "答对且引对",
    "hit@1": "第一段即依据",
    "evidence_recall": "4000字内有依据",
    "refusal_recall": "应拒尽拒",
    "false_refusal": "误拒（越低越好）",
}
"""Measures that head the page, with a short name."""
WORTH = ("accuracy", "accuracy_strict", "evidence_recall")
"""Measures by which the systems are held against the first."""
_SPLITS = {"dev": "开发", "test": "留出"}
_PARTS = {
    "parts": "对照",
    "measures": "指标",
    "groups": "分组",
    "summaries": "摘要",
    "cost": "代价",
    "failures": "错题",
}
_STYLES = {"full": "逐个议题（full）", "brief": "一段话（brief）"}
_DIFFICULTIES = {"easy": "易", "medium": "中", "hard": "难"}
Tree = Mapping[str, Any]


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


def page(figures: Tree, records: Sequence[Tree], texts: Texts, *, with_test: bool = False) -> str:
    """Return the page: what was run, the systems side by side, the first one's figures, and its failures."""
    made: Tree = figures["provenance"]
    name, first = next(iter(figures["systems"].items()))
    failing = [record for record in records if record["system"] == name and not record["correct"]]
    kept_back = [] if with_test else [record for record in failing if record["split"] == "test"]
    shown = [record for record in failing if record not in kept_back]
    parts = {
        "parts": _systems(figures),
        "measures": [_measures(first)],
        "groups": _groups(first),
        "summaries": _summaries(figures["summaries"]),
        "cost": _cost(figures),
        "failures": [
            f"<h2>答错的 {len(shown)} 题</h2>",
            f"<p>另有留出题 {len(kept_back)} 题答错，不在此展示，以免照着改。</p>" if kept_back else "",
            *failures(shown, texts),
        ],
    }
    sections = {key: "".join(part) for key, part in parts.items()}
    links = "".join(f'<a href="#{key}">{_PARTS[key]}</a>' for key, text in sections.items() if text)
    body = "".join(f'<section id="{key}">{text}</section>' for key, text in sections.items() if text)
    title = f"评测报告 {made['made'][:16].replace('T', ' ')}"
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    style = Path(__file__).with_name("report.css").read_text("utf-8")
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head>{head}<title>{escape(title)}</title><style>{style}</style></head>'
        f"<body><h1>{escape(title)}</h1>{_about(figures)}<nav>{links}</nav>{_cards(first)}{body}</body></html>\n"
    )


def _about(figures: Tree) -> str:
    """Return what was run, in a sentence or two."""
    made = figures["provenance"]
    model = f"模型 {made['model']}" if made["model"] else "不用模型"
    sets = {name: own["accuracy"]["n"] for name, own in next(iter(figures["systems"].values()))["set"].items()}
    told = "、".join(f"{name} {count}" for name, count in sets.items())
    return (
        f"<p>{figures['questions']} 题（{escape(told)}），{escape(model)}，编码器 {escape(made['encoder'])}。"
        f"数值为百分数，方括号里是 95% 区间，n 是样本数。"
        f"<span class='soft'>金标集 {escape(made['gold'])}</span></p>"
    )


def _cards(first: Tree) -> str:
    """Return the measures that matter most, for each split."""
    cards = []
    for measure, title in CARDS.items():
        own = {split: view[measure] for split, view in first["split"].items() if measure in view}
        lines = "".join(
            f'<div><span class="tag">{_SPLITS.get(split, split)}</span><b>{value["value"] * 100:.1f}</b>'
            f"<small>{_span(value)}</small></div>"
            for split, value in own.items()
        )
        cards.append(f'<div class="card"><h4>{escape(title)}</h4>{lines}</div>' if lines else "")
    return f'<div class="cards">{"".join(cards)}</div>'


def _systems(figures: Tree) -> Iterable[str]:
    """Yield what holds the systems against each other, where there is more than one."""
    if not figures["worth"]:
        return
    compared = figures["compared"]
    sets = escape("、".join(compared["sets"]))
    yield f"<h2>每一部分值多少</h2><p>各系统答同样的 {compared['questions']} 题（{sets}）。"
    yield "下图是本程序减去该系统之差（百分点，同题成对）：右边为正，即本程序更好；灰色的差可能只是偶然。</p>"
    for measure in WORTH:
        rows = [(SYSTEMS.get(name, name), worth.get(measure)) for name, worth in figures["worth"].items()]
        yield f"<h3>{escape(MEASURES[measure])}之差</h3>{differences(rows, title=f'{MEASURES[measure]}之差')}"
    yield f"<h3>各系统</h3>{_table(compared['systems'], names=SYSTEMS)}"
    for measure in ("accuracy", "evidence_recall"):
        rows = [(SYSTEMS.get(name, name), own.get(measure)) for name, own in compared["systems"].items()]
        yield f"<h3>{escape(MEASURES[measure])}</h3>{bars(rows, title=MEASURES[measure])}"


def _measures(first: Tree) -> str:
    """Return a table of every measure of the first system, over everything and by split."""
    views = {"全部": first["overall"], **{_SPLITS.get(name, name): own for name, own in first["split"].items()}}
    head = "".join(f"<th>{escape(name)}</th>" for name in views)
    lines = [
        f"<tr><td>{escape(label)}</td>{''.join(f'<td>{_cell(own.get(measure))}</td>' for own in views.values())}</tr>"
        for measure, label in MEASURES.items()
        if measure in first["overall"]
    ]
    return f'<h2>各项指标</h2><div class="wide"><table><tr><th></th>{head}</tr>{"".join(lines)}</table></div>'


def _groups(first: Tree) -> Iterable[str]:
    """Yield the first system's figures by group: accuracy as a plot, the measures of the tables in full."""
    titles = {"set": "按题集", "type": "按题型", "style": "按问法", "difficulty": "按难度", "document": "按文件"}
    known: dict[str, Mapping[str, str]] = {"type": TYPES, "style": STYLES, "difficulty": _DIFFICULTIES}
    yield "<h2>分组：回答正确率</h2>"
    for group, title in titles.items():
        names, own = known.get(group, {}), first[group]
        told = _table(own, names=names)
        if group == "document":
            yield f"<details><summary>{title}（{len(own)} 份）</summary>{told}</details>"
            continue
        rows = [(names.get(name, name), view.get("accuracy")) for name, view in own.items()]
        yield f"<h3>{title}</h3>{bars(rows, title=title)}"
        yield f"<details><summary>{title}的其他指标</summary>{told}</details>"


def _summaries(styles: Tree) -> Iterable[str]:
    """Yield the figures of the summaries and what they leave out."""
    if styles:
        yield "<h2>摘要</h2>"
    for style, own in styles.items():
        rows = []
        for measure, label in SUMMARY_MEASURES.items():
            rows += [(f"{label} · {_SPLITS.get(name, name)}", view.get(measure)) for name, view in own["split"].items()]
        missing = "".join(
            f"<li>{escape(identity)}：{escape('；'.join(points))}</li>" for identity, points in own["missing"].items()
        )
        told = f"<details><summary>没有写到的要点（开发）</summary><ul>{missing}</ul></details>" if missing else ""
        yield f"<h3>{escape(_STYLES.get(style, style))}</h3>{bars(rows, title=f'摘要 {style}')}{told}"


def _cost(figures: Tree) -> Iterable[str]:
    """Yield how long the answers of each system took, and what a model cost."""
    yield "<h2>用时与代价</h2><p>每题平均；用时随机器和当时的忙闲而异。</p>"
    head = "".join(f"<th>{name}</th>" for name in ("中位毫秒", "95% 在此之内", "最长", *COSTS.values()))
    lines = []
    for name, own in figures["systems"].items():
        times = [f"{value:.0f}" for value in figures["milliseconds"][name].values()]
        costs = [_cell(own["overall"].get(cost), share=False) for cost in COSTS]
        cells = "".join(f"<td>{cell}</td>" for cell in (*times, *costs))
        lines.append(f"<tr><td>{escape(SYSTEMS.get(name, name))}</td>{cells}</tr>")
    yield f'<div class="wide"><table><tr><th></th>{head}</tr>{"".join(lines)}</table></div>'


def _table(views: Mapping[str, Tree], *, names: Mapping[str, str]) -> str:
    """Return a table of systems or groups, one a line, with the measures that tell them apart."""
    head = "".join(f"<th>{escape(HEADS[measure])}</th>" for measure in COLUMNS)
    lines = [
        f"<tr><td>{escape(names.get(name, name))}</td>"
        f"{''.join(f'<td>{_cell(own.get(measure))}</td>' for measure in COLUMNS)}</tr>"
        for name, own in views.items()
    ]
    return f'<div class="wide"><table><tr><th></th>{head}</tr>{"".join(lines)}</table></div>'


def _cell(value: Mapping[str, float] | None, *, share: bool = True) -> str:
    """Return a figure with its interval and n below it."""
    if value is None:
        return ""
    return f"{value['value'] * (100 if share else 1):.1f}<small>{_span(value, share=share)}</small>"


def _span(value: Mapping[str, float], *, share: bool = True) -> str:
    """Return the interval and n of a figure."""
    low, high = (value[name] * (100 if share else 1) for name in ("low", "high"))
    return f"[{low:.1f}, {high:.1f}] n={value['n']}"
