"""Shows wrong answers as HTML: what was said and wanted at the left, the sources of both at the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from eval.export import reference
from eval.gold import STYLES, TYPES

AROUND = 80
"""Characters of the document shown on either side of a quote."""
LONGEST = 400
"""Characters of a quote shown; the stock pipeline cites a thousand at a time."""

Texts = Mapping[str, Mapping[str, str]]
Record = Mapping[str, Any]


def failures(records: Sequence[Record], texts: Texts) -> Iterator[str]:
    """Yield the failures under a heading for each set and type, most frequent types first.

    Args:
        records: the records of questions that were answered wrongly.
        texts: the documents of each set by base name.
    """
    for name in dict.fromkeys(record["set"] for record in records):
        own = [record for record in records if record["set"] == name]
        yield f"<h3>{escape(name)} <small>{len(own)} 题</small></h3>"
        groups: dict[str, list[Record]] = {}
        for record in own:
            groups.setdefault(record["type"], []).append(record)
        for kind, some in sorted(groups.items(), key=lambda group: -len(group[1])):
            inside = "".join(_failure(record, texts.get(name, {})) for record in some)
            title = f"{escape(TYPES.get(kind, kind))} <small>{len(some)} 题</small>"
            yield f'<details class="group"><summary>{title}</summary>{inside}</details>'


def _failure(record: Record, texts: Mapping[str, str]) -> str:
    """Return one failure: question, answer, what was wanted, why it is wrong, and both sides' sources."""
    answer = record["answer"] or {"answer": record["error"], "citations": [], "refused": False}
    wanted = "应拒答" if record["refused"] else reference(record)
    lines: list[tuple[str, str, str]] = [
        ("此前", "\n".join(record["history"]), ""),
        ("回答", f"{'（拒答）' if answer['refused'] else ''}{answer['answer']}", ""),
        ("应答", wanted, ""),
        ("原因", "；".join(record["reasons"]), "why"),
        ("检索", _rank(record), ""),
    ]
    told = "".join(f'<dt>{name}</dt><dd class="{kind}">{escape(text)}</dd>' for name, text, kind in lines if text)
    mine = ((entry["file"], entry.get("item"), entry["quote"], entry["start"]) for entry in answer["citations"])
    gold = ((entry["document"], entry["item"], entry["quote"], None) for entry in record["evidence"])
    sources = _sources("依据", gold, texts) + _sources("所引", mine, texts)
    style = STYLES.get(str(record["style"]), str(record["style"]))
    marks = (
        f'<span class="mark">{escape(record["id"])}</span> {escape(record["question"])} <small>{escape(style)}</small>'
    )
    held = f'<div class="sources">{sources}</div>' if sources else ""
    return (
        f'<details class="failure"><summary>{marks}</summary><div class="beside"><dl>{told}</dl>{held}</div></details>'
    )


def _rank(record: Record) -> str:
    """Return where the first evidence was among the passages found, nothing where there is none to find."""
    scores = record["scores"].get("mrr")
    if not scores:
        return ""
    return f"依据最先见于第 {round(1 / scores[0])} 段" if scores[0] else "所检索的各段里没有依据"


def _sources(name: str, sources: Iterable[tuple[str, str | None, str, int | None]], texts: Mapping[str, str]) -> str:
    """Return quotes, each marked within what stands around it, with the file and the item."""
    shown = []
    for file, item, quote, start in sources:
        text = texts.get(file, "")
        at = text.find(quote) if start is None else start
        whole = bool(quote) and at >= 0 and text[at : at + len(quote)] == quote
        before, after = (text[max(0, at - AROUND) : at], text[at + len(quote) :][:AROUND]) if whole else ("", "")
        cut = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}……（共 {len(quote)} 字）"
        where = f"{escape(file)}{f' · {escape(item)}' if item else ''}{'' if whole else ' · 与原文不一致'}"
        marked = f"{escape(before)}<mark>{escape(cut)}</mark>{escape(after if cut == quote else '')}"
        shown.append(f"<figcaption>{where}</figcaption><blockquote>{marked}</blockquote>")
    return f"<figure><h4>{name}</h4>{''.join(shown)}</figure>" if shown else ""
