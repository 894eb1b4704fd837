"""A judge stands beside the scores, says why, and is left out where it cannot be read."""

from __future__ import annotations

import json

import pytest
from langchain_core.language_models import FakeListChatModel

from eval.judge import JudgeSettings, judge_model, judge_run
from pipeline.errors import BadRequest

from .conftest import Keep, Written


def test_a_judge_agrees_differs_or_says_nothing(keep: Keep, written: Written) -> None:
    replies = [
        '{"right": true, "reason": "相符"}',
        '好的：{"right": true, "reason": "要素齐全"}',
        "我不知道",
        '{"right": "yes"}',
    ]
    folder = keep(written)
    judged = judge_run(folder, FakeListChatModel(responses=replies))
    assert [(one.id, one.right, one.scored) for one in judged.opinions] == [
        ("t1", True, True),
        ("t2", True, False),
        ("t3", None, True),
        ("t4", None, False),
    ]
    assert judged.right is not None
    assert judged.agreement is not None
    assert (judged.right.value, judged.right.n) == (1.0, 2)
    assert judged.agreement.value == 0.5
    for told in ("不一致 t2：评判对，要素齐全", "未评 t3：回复无法读取", "与自动评分一致 50.0%"):
        assert told in judged.text
    kept = [json.loads(line) for line in (folder / "judge.jsonl").read_text("utf-8").splitlines()]
    assert kept[0] == {"id": "t1", "right": True, "reason": "相符", "scored": True, "held_out": False}


def test_a_judge_that_is_away_is_no_verdict(keep: Keep, written: Written) -> None:
    class Away(FakeListChatModel):
        def _call(self, *_: object, **__: object) -> str:
            raise ConnectionError

    judged = judge_run(keep(written), Away(responses=[""]))
    assert [one.right for one in judged.opinions] == [None] * 4
    assert "没有应答" in judged.opinions[0].reason
    assert judged.right is None


def test_the_judge_has_settings_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_MODEL", "openai:product")
    monkeypatch.delenv("JIYAO_JUDGE_MODEL", raising=False)
    with pytest.raises(BadRequest, match="没有设评判模型。请设 JIYAO_JUDGE_MODEL"):
        judge_model()
    monkeypatch.setenv("JIYAO_JUDGE_MODEL", "openai:judge")
    monkeypatch.setenv("JIYAO_JUDGE_MODEL_BASE_URL", "http://127.0.0.1:1/v1")
    assert JudgeSettings().model == "openai:judge"
    assert getattr(judge_model(), "model_name", "") == "judge"
