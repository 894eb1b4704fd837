"""The evaluation tab: the latest run as its folder holds it, read plainly: what was measured, on how much, how sure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from pipeline.accounts import allows
from pipeline.config import ROOT
from pipeline.errors import JiyaoError
from pipeline.interface import theme
from pipeline.interface.history import History
from pipeline.interface.language import say
from pipeline.interface.ratings import render_ratings
from pipeline.interface.roles import needs
from pipeline.interface.shelving import role_of
from pipeline.interface.tables import Column, head_of
from pipeline.interface.wording import day, escape, note, plain

RUNS = ROOT / "eval" / "runs"
FIGURES, RECORDS = "summary.json", "records.jsonl"
MOST_FAILURES = 60

# What is shown of a run, in this order; a run may hold more. A higher figure is better but where it is noted.
_MEASURES = {
    "hit@1": "第一条就是依据",
    "hit@5": "前五条里有依据",
    "evidence_recall": "四千字内有依据",
    "accuracy": "回答正确",
    "precision": "答了的里面正确",
    "complete": "要点齐全",
    "refusal_recall": "应拒尽拒",
    "false_refusal": "误拒（越低越好）",
    "citation_verbatim": "引文逐字一致",
    "citation_supported": "引文支持答案",
}
_GROUPS = {
    "product": "本程序", "unchecked": "本程序，不核对", "no_record": "本程序，不用记录与台账",
    "no_context": "本程序，不加语境行", "windows": "本程序，按固定长度切分", "dense": "本程序，只用向量",
    "keywords": "本程序，只用关键词", "bm25": "jieba 分词 BM25", "stock": "LangChain 现成流水线",
    "dev": "开发题", "test": "留出题",
    "person": "人员", "number": "数字", "date": "日期", "unit": "单位", "decision": "议定事项", "list": "列举",
    "lead_unit": "牵头单位", "attendance": "出席列席", "verdict": "审议结论", "count": "计数", "cross_item": "跨议题",
    "cross_document": "跨文件", "comparison": "比较", "follow_up": "追问", "unanswerable": "不可答",
    "false_premise": "错误前提",
    "formal": "书面", "spoken": "口语", "abbreviation": "简称", "typo": "错别字", "few_shared_words": "少同词",
}  # fmt: skip
_STYLES = {"keywords": "关键词"}
_KINDS = {"split": "分组", "type": "题型", "style": "说法"}
_COMPARED = ("hit@1", "hit@5", "accuracy", "refusal_recall", "false_refusal", "citation_verbatim")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its folder, and what its figures file holds."""

    folder: Path
    tree: Mapping[str, Any]

    @property
    def systems(self) -> Mapping[str, Any]:
        """The figures of each system, the product first."""
        systems: Mapping[str, Any] = self.tree["systems"]
        return systems

    @property
    def product(self) -> Mapping[str, Any]:
        """The figures of the first system."""
        first: Mapping[str, Any] = next(iter(self.systems.values()))
        return first


def latest_run(runs: Path = RUNS) -> Run | None:
    """Return the latest run that was finished and can be read, or `None` where there is none.

    Args:
        runs: the folder that holds one folder for each run.
    """
    for path in sorted(runs.glob(f"*/{FIGURES}"), reverse=True):
        try:
            tree = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(tree, dict) and isinstance(tree.get("systems"), dict) and tree["systems"]:
            return Run(path.parent, tree)
    return None


def failures(run: Run) -> list[Mapping[str, Any]]:
    """Return the questions of the dev split that the first system answered wrongly; those held out are not shown."""
    first = next(iter(run.systems))
    return [
        record
        for record in _records(run.folder / RECORDS)
        if record.get("system") == first and record.get("split") == "dev" and not record.get("correct")
    ]


def _records(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a run; a broken line, as a kill leaves it, is passed over."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record


def render_evaluation(run: Run | None) -> str:
    """Return the tab as HTML; without a run it says how one is made."""
    if run is None:
        return (
            f'<section class="no-run"><h2>{say("还没有评测")}</h2><p>{say("在程序所在的文件夹运行：")}</p>'
            f"<pre>make eval</pre><p>{say('或')}</p><pre>python -m eval run</pre>"
            f'<p class="aside">{say("不用模型，约两分钟。跑完后回到这里即可看到结果。")}</p></section>'
        )
    return _head(run) + _measures(run.product["overall"]) + _groups(run.product) + _compared(run) + _failed(run)


def _head(run: Run) -> str:
    """Return what was run, when, on how many questions."""
    made = run.tree.get("provenance", {})
    mode = say("模型 {name}", name=made["model"]) if made.get("model") else say("摘录模式")
    facts = [
        day(str(made.get("made", ""))[:10]), mode, say("{n} 问", n=run.tree.get("questions", 0)),
        say("编码器 {name}", name=made.get("encoder", "—")), say("记录 {name}", name=run.folder.name),
    ]  # fmt: skip
    return (
        f'<header class="run"><h2>{say("最近一次评测")}</h2>'
        f"<p>{''.join(f'<span>{escape(fact)}</span>' for fact in facts if fact)}</p></header>"
    )


def _measures(overall: Mapping[str, Any]) -> str:
    """Return the product's measures as bars, each with its interval and the number of questions."""
    rows = "".join(_measure(say(name), overall[key]) for key, name in _MEASURES.items() if key in overall)
    return f'<section class="plot"><h3>{say("本程序")}</h3><ol class="figures">{rows}</ol>{_legend()}</section>'


def _legend() -> str:
    return f'<p class="aside">{say("细线是 95% 区间，n 是题数或引文数。")}</p>'


def _measure(name: str, figure: Mapping[str, Any]) -> str:
    """Return one figure as a bar with its interval."""
    value, low, high = (float(figure.get(key) or 0) for key in ("value", "low", "high"))
    said = f"{name}：{value:.1%}（{low:.1%}–{high:.1%}，n={figure.get('n', 0)}）"
    return (
        f'<li title="{escape(said)}"><span class="name">{escape(name)}</span>'
        f'<span class="track" role="img" aria-label="{escape(said)}">'
        f'<span class="bar" style="width:{value:.1%}"></span>'
        f'<span class="range" style="left:{low:.1%};width:{max(0.0, high - low):.1%}"></span></span>'
        f'<span class="value">{value:.1%}</span><small>n={figure.get("n", 0):,}</small></li>'
    )


def _groups(product: Mapping[str, Any]) -> str:
    """Return how many answers were right, by split, type and style of the question."""
    parts = []
    for kind, title in _KINDS.items():
        groups = product.get(kind) or {}
        rows = "".join(
            _measure(say((_STYLES if kind == "style" else {}).get(key) or _GROUPS.get(key, key)), own["accuracy"])
            for key, own in sorted(groups.items(), key=lambda pair: -float(pair[1]["accuracy"]["value"] or 0))
            if own.get("accuracy", {}).get("n")
        )
        if rows:
            heading = f"{say('回答正确')} · {say(title)}"
            parts.append(f'<section class="plot"><h3>{heading}</h3><ol class="figures">{rows}</ol></section>')
    return f'<div class="plots dense">{"".join(parts)}</div>' if parts else ""


def _compared(run: Run) -> str:
    """Return the other systems beside the product, measure by measure."""
    if len(run.systems) < 2:
        return ""
    shown = [key for key in _COMPARED if key in run.product["overall"]]
    columns = [Column("做法", "name"), *(Column(_MEASURES[key], "figure", number=True) for key in shown)]
    rows = "".join(
        f"<tr{' class=own' if place == 0 else ''}><td>{escape(say(_GROUPS.get(name, name)))}</td>"
        + "".join(_cell(own["overall"].get(key)) for key in shown)
        + "</tr>"
        for place, (name, own) in enumerate(run.systems.items())
    )
    return (
        f'<h3 class="over">{say("与别的做法相比，同一批题")}</h3><div class="wide" tabindex="0" role="region" '
        f'aria-label="{say("与别的做法相比，同一批题")}"><table class="grid figures-table" data-table="systems">'
        f"{head_of(columns)}<tbody>{rows}</tbody></table></div>"
    )


def _cell(figure: Mapping[str, Any] | None) -> str:
    """Return a figure as a cell that sorts by its value."""
    if not figure or figure.get("value") is None or not figure.get("n"):
        return '<td class="right"></td>'
    return f'<td class="right" data-value="{float(figure["value"]):.4f}">{float(figure["value"]):.1%}</td>'


def _failed(run: Run) -> str:
    """Return the dev questions that were answered wrongly, each with its answer and why it counts as wrong."""
    found: Sequence[Mapping[str, Any]] = failures(run)
    if not found:
        return ""
    columns = (Column("问题", "asked"), Column("回答", "told"), Column("为何算错", "why"))
    rows = "".join(
        f"<tr><td>{escape(one.get('question', ''))}<small>{escape(one.get('id', ''))}</small></td>"
        f"<td>{escape(str((one.get('answer') or {}).get('answer', ''))[:300])}</td>"
        f"<td>{escape('；'.join(map(str, one.get('reasons') or [])))}</td></tr>"
        for one in found[:MOST_FAILURES]
    )
    title = say("开发题里答错的 {n} 问", n=len(found))
    cut = f'<p class="aside">{say("只列出前 {n} 问。", n=MOST_FAILURES)}</p>' if len(found) > MOST_FAILURES else ""
    return (
        f'<details class="failed"><summary>{title}</summary><div class="wide" tabindex="0" role="region" '
        f'aria-label="{escape(title)}"><table class="grid" data-table="failures">{head_of(columns)}'
        f"<tbody>{rows}</tbody></table></div>{cut}</details>"
    )


class Evaluating:
    """The tab of the evaluation; it is read anew whenever it is opened.

    Args:
        home: the library's folder, where what readers thought of answers is kept.
    """

    def __init__(self, home: Path) -> None:
        self.history = History(home)

    def lay_out(self, tab: gr.Tab) -> None:
        """Lay out the tab; the caller stands in it."""
        self.tab = tab
        self.shown = theme.place("evaluation")
        self.ratings = theme.place("ratings")

    def bind(self, top: gr.HTML) -> None:
        """Bind the events of the tab; in another language, chosen on the bar `top`, it is shown anew."""
        for opened in (self.tab.select, top.switch_language):
            opened(self.open, None, [self.shown, self.ratings], **theme.FAST)

    @needs("reader")
    def open(self, request: gr.Request) -> tuple[str, str]:
        """Show the latest run, and to an editor what readers thought of answers."""
        if not allows(role_of(request), "editor"):
            return render_evaluation(latest_run()), ""
        try:
            rated = render_ratings(self.history.remarks())
        except JiyaoError as error:
            rated = note(plain(error), tone="bad")
        return render_evaluation(latest_run()), rated
