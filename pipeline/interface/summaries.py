"""The summaries screen: a document drafted item by item, each sentence with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from pipeline.interface.wording import escape, heading, source_value, stamp

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Style

STYLES: dict[Style, str] = {"brief": "简要", "full": "完整", "tasks": "任务清单"}
"""The styles of a draft and their names on the screen."""

_FIDELITY = {"numbers": "数字", "dates": "日期", "units": "单位", "names": "姓名", "verdicts": "结论"}


def summary_style(name: str | None) -> Style:
    """Return the style that a browser asks for; brief where it names none of ours."""
    return next((style for style in STYLES if style == name), "brief")


def render_summary(summary: Mapping[str, Any], *, name: str, document_id: str, style: str) -> str:
    """Return a draft as HTML.

    Args:
        summary: the `summarize` JSON.
        name: the document's name, the heading of the draft.
        document_id: the document, for the download link.
        style: brief, full or tasks, for the download link.
    """
    link = f"download/summary.md?{urlencode({'document_id': document_id, 'style': style})}"
    items = "".join(_item(item, summary["citations"]) for item in summary["items"])
    return (
        f'<article class="draft"><header><h2>{escape(name)}</h2>'
        f'<p class="facts"><span>{escape(_coverage(summary["coverage"], style))} · '
        f"{escape(_fidelity(summary['fidelity']))}</span>"
        f'<a class="quiet" href="{escape(link)}" download>下载 Markdown</a></p></header>'
        f"{_missing(summary['coverage'], style)}{items or '<p class=aside>这份文件里没有可摘要的事项。</p>'}</article>"
    )


def _item(item: Mapping[str, Any], citations: Sequence[Mapping[str, Any]]) -> str:
    """Return one item of the draft with its sentences, and what the text does not state."""
    sentences = "".join(_sentence(sentence, citations) for sentence in item["sentences"])
    title = heading(item["label"], item["title"])
    said = f'<p class="aside">{escape(item["note"])}</p>' if item.get("note") else ""
    return f"<section>{f'<h3>{escape(title)}</h3>' if title else ''}<ul>{sentences}</ul>{said}</section>"


def _sentence(sentence: Mapping[str, Any], citations: Sequence[Mapping[str, Any]]) -> str:
    """Return one sentence; its numbers open its sources."""
    chips = "".join(
        f'<button class="chip" {_source(citations[index], index)} '
        f'aria-label="来源 {index + 1}：{escape(stamp(citations[index]))}，打开原文">{index + 1}</button>'
        for index in sentence["citations"]
        if 0 <= index < len(citations)
    )
    flagged = sentence["check"] == "flagged"
    doubt = '<span class="doubt">未能与原文核对一致</span>' if flagged else ""
    return f"<li{' class=flagged' if flagged else ''}>{escape(sentence['text'])}{chips}{doubt}</li>"


def _source(citation: Mapping[str, Any], index: int) -> str:
    """Return the attributes of a button that opens a citation."""
    return source_value(citation["document_id"], citation["start"], citation["end"], number=index + 1)


def _coverage(coverage: Mapping[str, Any], style: str) -> str:
    """Return what the draft covers, in words; a brief one is not meant to tell the points."""
    names = {"items": "议题", "points": "要求", "other_matters": "其他事项"}
    if style == "brief":
        del names["points"]
    return "，".join(
        f"{name} {coverage[key][0]}/{coverage[key][1]}"
        for key, name in names.items()
        if coverage.get(key) and coverage[key][1]
    )


def _fidelity(fidelity: Mapping[str, Any]) -> str:
    """Return how the draft's figures and names compare with the text, in words."""
    invented = {
        name: fidelity[key]["invented"] for key, name in _FIDELITY.items() if fidelity.get(key, {}).get("invented")
    }
    checked = sum(fidelity.get(key, {}).get("checked", 0) for key in _FIDELITY)
    if invented:
        return "原文没有的：" + "；".join(f"{name} {'、'.join(map(str, found))}" for name, found in invented.items())
    return f"已核对 {checked} 处数字、日期、单位、姓名与结论，均见于原文"


def _missing(coverage: Mapping[str, Any], style: str) -> str:
    """Return what the draft leaves out, so that nothing is lost silently; a brief one leaves out much by design."""
    missing = [str(part) for part in coverage.get("missing") or []]
    if not missing:
        return ""
    why = "简要稿不逐条展开" if style == "brief" else "未写入草稿"
    said = escape("、".join(missing))
    return f'<details class="left-out"><summary>{why}：{len(missing)} 处</summary><p>{said}</p></details>'
