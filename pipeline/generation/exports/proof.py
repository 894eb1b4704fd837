"""What a draft says about itself at its end: what it covers, what it leaves out, how its facts compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.summary.fidelity import MEASURES
from pipeline.generation.wording import MEASURE_NAMES

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Summary


def proof_lines(summary: Summary) -> list[str]:
    """Return what is covered, what is left out, and how the facts compare with their sources, a sentence each.

    >>> from pipeline.generation.summary.summarize import summarize
    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> proof_lines(summarize("d0", EXAMPLE_MINUTES))[0]
    '覆盖：事项 1/1，要求 1/1。'
    """
    covered = summary.coverage
    points = {} if summary.style == "brief" else {"要求": covered.points}  # a brief draft is of items
    counts = {"事项": covered.items, **points, "其他事项": covered.other_matters}
    lines = ["覆盖：" + "，".join(f"{name} {done}/{of}" for name, (done, of) in counts.items() if of) + "。"]
    lines += [f"请核对：{'；'.join(covered.doubts)}。"] if covered.doubts else []
    if summary.style == "full" and covered.missing:
        lines.append(f"未写入：{'、'.join(covered.missing)}。")
    elif covered.missing:
        lines.append(f"按文体略去 {len(covered.missing)} 处；完整内容见“完整”文体。")
    facts = {MEASURE_NAMES[name]: getattr(summary.fidelity, name) for name in MEASURES}
    lines.append("核对：" + "，".join(f"{name} {fact.checked} 处" for name, fact in facts.items()) + "。")
    invented = [f"{name} {'、'.join(fact.invented)}" for name, fact in facts.items() if fact.invented]
    lines.append(f"出处中没有的：{'；'.join(invented)}。" if invented else "出处中没有的：无。")
    flagged = sum(1 for sentence in summary.sentences if sentence.check == "flagged")
    lines += [f"未能核实的句子：{flagged} 句，已在句后注明。"] if flagged else []
    return lines + ([summary.notice] if summary.notice and not summary.topic else [])


def maker_words(summary: Summary) -> str:
    """Return who wrote a summary: no model, or which."""
    if summary.mode == "extractive":
        return "未用模型，由原文拟写"
    return f"由模型 {summary.model} 改写，逐句与原文核对" if summary.model else "由模型拟写"
