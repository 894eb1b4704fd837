"""The summaries screen: a document drafted item by item, each sentence beside its source and open to be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.interface.language import mark, retold, say
from pipeline.interface.tables import choice, send
from pipeline.interface.wording import escape, heading, named_apart, render_empty, source_value, stamp

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Style

STYLES: dict[Style, str] = {"brief": "简要", "full": "完整", "tasks": "任务清单"}
"""The styles of a draft and their names on the screen."""

_FIDELITY = {"numbers": "数字", "dates": "日期", "units": "单位", "names": "姓名", "verdicts": "结论"}
_MOST_QUOTE = 260
_MOST_SOURCES = 4


def summary_style(name: str | None) -> Style:
    """Return the style that a browser asks for; brief where it names none of ours."""
    return next((style for style in STYLES if style == name), "brief")


def render_choosing(entries: Sequence[Any], *, chosen: str = "") -> str:
    """Return the form that asks for a draft.

    Args:
        entries: the documents to choose from, `catalogue.Entry` objects.
        chosen: the id of the one chosen now.
    """
    if not entries:
        return render_empty()
    ordered = sorted(entries, key=lambda entry: entry.date or "", reverse=True)
    documents = [(one.document_id, named_apart(one)) for one in ordered]
    styles = [(style, say(name)) for style, name in STYLES.items()]
    return (
        '<form class="controls" data-send="draft_summary" id="choose-draft">'
        + choice("document", say("文件"), documents, chosen=chosen).replace('"control"', '"control wide-control"', 1)
        + choice("style", say("详略"), styles, chosen="brief")
        + f'<button type="submit" class="solid" id="draft-go">{say("起草摘要")}</button></form>'
        + f'<p class="aside before">{say("简要是一段话，完整逐议题分条，任务清单只列交办事项。")}</p>'
    )


def render_summary(summary: Mapping[str, Any], *, name: str, formats: Sequence[str] = ("md",)) -> str:
    """Return a draft as HTML, every sentence open to be edited.

    Args:
        summary: the `summarize` JSON.
        name: the document's name, the heading of the draft.
        formats: the formats that it can be had in.
    """
    number, items = 0, []
    for item in summary["items"]:
        items.append(_item(item, summary["citations"], number, under=name))
        number += len(item["sentences"])
    style = str(summary["style"])
    words = {"docx": "Word", "md": "Markdown", "json": "JSON"}
    taking = "".join(
        send("take_draft", {"format": format}, words[format], label=f"{say('下载')} {words[format]}")
        for format in words
        if format in formats
    )
    notice = f'<p class="aside">{escape(retold(summary["notice"]))}</p>' if summary.get("notice") else ""
    told = f"{_coverage(summary['coverage'], style)} · {_fidelity(summary['fidelity'])}"
    nothing = f'<p class="aside">{say("这份文件里没有可摘要的事项。")}</p>'
    return (
        f'<article class="draft" data-draft="1"><header><h2>{escape(name)}</h2><div class="tools">'
        f'<p class="count">{escape(told)}</p>'
        f'<span class="downloads"><span>{say("下载")}</span>{taking}</span></div>'
        f'<p class="aside">{say("点击句子可以修改，清空即删去；改动会与右侧出处重新核对。")}</p>{notice}</header>'
        f"{_doubts(summary['coverage'])}{_missing(summary['coverage'], style)}{''.join(items) or nothing}"
        f'<div class="changed-bar" hidden><span></span>'
        f'<button type="button" class="solid" data-check="1">{say("核对并保留改动")}</button>'
        f'<button type="button" class="quiet" data-revert="1">{say("放弃改动")}</button></div></article>'
    )


def _item(item: Mapping[str, Any], citations: Sequence[Mapping[str, Any]], first: int, *, under: str) -> str:
    """Return one item of the draft with its sentences, and what the text does not state.

    A part that is called as the draft `under` which it stands (the meeting itself) needs no heading.
    """
    rows = "".join(_sentence(sentence, citations, first + place) for place, sentence in enumerate(item["sentences"]))
    title = heading(item["label"], item["title"])
    said = f'<p class="aside">{escape(retold(item["note"]))}</p>' if item.get("note") else ""
    above = f"<h3>{escape(title)}</h3>" if title not in ("", under) else ""
    return f"<section>{above}<ul class='beside'>{rows}</ul>{said}</section>"


def _sentence(sentence: Mapping[str, Any], citations: Sequence[Mapping[str, Any]], number: int) -> str:
    """Return one sentence beside its sources; those that do not bear it are said."""
    cited = [index for index in sentence["citations"] if 0 <= index < len(citations)]
    sources = "".join(_source(citations[index], index) for index in cited[:_MOST_SOURCES])
    rest = "".join(_source(citations[index], index) for index in cited[_MOST_SOURCES:])
    if rest:
        more = say("其余 {n} 处来源", n=len(cited) - _MOST_SOURCES)
        sources += f"<li><details><summary>{more}</summary><ol>{rest}</ol></details></li>"
    flagged = sentence["check"] == "flagged"
    why = mark("；").join(retold(str(problem.get("message", ""))) for problem in sentence.get("problems") or [])
    said = say("未能与原文核对一致") + (f"{mark('：')}{why}" if why else "")
    doubt = f'<p class="doubt" role="status">{escape(said)}</p>' if flagged else ""
    return (
        f'<li class="pair{" flagged" if flagged else ""}"><div><div class="sentence" role="textbox" tabindex="0" '
        f'contenteditable="plaintext-only" aria-multiline="true" aria-label="{say("第 {n} 句", n=number + 1)}" '
        f'data-sentence="{number}">{escape(sentence["text"])}</div>{doubt}</div>'
        f'<ol class="proofs" aria-label="{say("出处")}">{sources}</ol></li>'
    )


def _source(citation: Mapping[str, Any], index: int) -> str:
    """Return one source: its number, its wording, where it stands."""
    quote = str(citation["quote"])
    shown = quote if len(quote) <= _MOST_QUOTE else quote[: _MOST_QUOTE - 2] + "……"
    opening = source_value(citation["document_id"], citation["start"], citation["end"], number=index + 1)
    label = say("来源 {n}：{where}，打开原文", n=index + 1, where=stamp(citation))
    return (
        f'<li><button class="chip" {opening} aria-label="{escape(label)}">{index + 1}</button>'
        f"<q>{escape(shown)}</q></li>"
    )


def _coverage(coverage: Mapping[str, Any], style: str) -> str:
    """Return what the draft covers, in words; a brief one is not meant to tell the points."""
    names = {"items": "议题", "points": "要求", "other_matters": "其他事项"}
    if style == "brief":
        del names["points"]
    return mark("，").join(
        f"{say(name)} {coverage[key][0]}/{coverage[key][1]}"
        for key, name in names.items()
        if coverage.get(key) and coverage[key][1]
    )


def _fidelity(fidelity: Mapping[str, Any]) -> str:
    """Return how the draft's figures and names compare with the text, in words."""
    invented = {
        say(name): fidelity[key]["invented"] for key, name in _FIDELITY.items() if fidelity.get(key, {}).get("invented")
    }
    checked = sum(fidelity.get(key, {}).get("checked", 0) for key in _FIDELITY)
    if invented:
        told = mark("；").join(f"{name} {'、'.join(map(str, found))}" for name, found in invented.items())
        return say("原文没有的：{told}", told=told)
    return say("已核对 {n} 处数字、日期、单位、姓名与结论，均见于原文", n=checked)


def _doubts(coverage: Mapping[str, Any]) -> str:
    """Return where the numbers of the items show that something may not have been read."""
    doubts = "".join(f"<li>{escape(retold(str(one)))}</li>" for one in coverage.get("doubts") or [])
    return f'<div class="note check"><b>{say("请核对")}</b><ul>{doubts}</ul></div>' if doubts else ""


def _missing(coverage: Mapping[str, Any], style: str) -> str:
    """Return what the draft leaves out, so that nothing is lost silently; a brief one leaves out much by design."""
    missing = [str(part) for part in coverage.get("missing") or []]
    if not missing:
        return ""
    why = (
        say("简要稿不逐条展开：{n} 处", n=len(missing))
        if style == "brief"
        else say("未写入草稿：{n} 处", n=len(missing))
    )
    said = escape("、".join(missing))
    return f'<details class="left-out"><summary>{why}</summary><p>{said}</p></details>'
