"""What a draft says about itself."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.exports.proof import maker_words, proof_lines
from pipeline.generation.summary.summarize import summarize
from tests.generation.papers import minutes


def test_coverage_fidelity_and_what_a_model_could_not_say() -> None:
    summary = replace(summarize("d1", minutes()), notice="有 2 句话，模型的改写未能与原文核对上，保留原拟写。")
    lines = proof_lines(summary)
    assert lines[0] == "覆盖：事项 3/3，要求 5/5，其他事项 2/2。"
    assert "出处中没有的：无。" in lines
    assert lines[-1].startswith("有 2 句话")


def test_who_wrote_it() -> None:
    summary = summarize("d1", minutes())
    assert maker_words(summary) == "未用模型，由原文拟写"
    assert maker_words(replace(summary, mode="model", model="m")) == "由模型 m 改写，逐句与原文核对"
