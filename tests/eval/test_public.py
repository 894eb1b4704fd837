"""A public set is put to the product: what it finds, and with a model what it answers and refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from langchain_core.language_models import FakeListChatModel

from eval.formats import PublicQuestion, PublicSet, read_public
from eval.public import MEASURES, run_public
from pipeline.errors import BadRequest

from .test_formats import FORMS, rgb


@pytest.mark.parametrize(("format", "write", "documents"), FORMS)
def test_every_form_runs(format: str, write: Callable[[Path], None], documents: int, tmp_path: Path) -> None:
    write(tmp_path)
    result = run_public(read_public(format, tmp_path)[0])
    assert (result.documents, result.questions) == (documents, 1)
    assert set(result.figures) == set(MEASURES)
    assert result.figures["R@10"].value == 1.0
    assert "nDCG@10" in result.text
    assert json.loads(json.dumps(result.to_json()))["figures"]["RR@10"]["n"] == 1


def test_the_right_document_stands_first() -> None:
    gold = PublicSet(name="小")
    places = [gold.add(f"{street}路的停车位有{number}个。") for number, street in enumerate("甲乙丙丁戊己庚辛", 10)]
    gold.questions = [PublicQuestion(id="1", question="丁路的停车位有几个？", relevant=(places[3],))]
    assert gold.add("甲路的停车位有10个。 ") == places[0]  # the same text again
    result = run_public(gold)
    assert (result.figures["Success@1"].value, result.figures["nDCG@10"].value) == (1.0, 1.0)


def test_a_model_answers_and_the_negatives_are_refused(tmp_path: Path) -> None:
    rgb(tmp_path)
    answering, rejecting = read_public("rgb", tmp_path)
    reply = {"refused": False, "statements": [{"text": "停车管理办法由城管局牵头。", "sources": [1]}]}
    answering.questions = [PublicQuestion(id="0", question="停车管理办法由谁牵头？", answers=(("城管局", "城管"),))]
    model = FakeListChatModel(responses=[json.dumps(reply, ensure_ascii=False)])
    result = run_public(answering, mode="model", model=model)
    assert result.answers[0]["answer"]
    assert result.figures["answered"].value == 1.0
    rejecting.questions = [PublicQuestion(id="0", question="停车管理办法由谁牵头？", refused=True)]
    refused = run_public(rejecting, mode="model", model=model)
    assert list(refused.figures) == ["rejected"]
    assert refused.answers[0]["right"] is refused.answers[0]["refused"]


def test_a_mode_that_cannot_be_had_is_told() -> None:
    with pytest.raises(BadRequest, match="没有 guess 这种方式"):
        run_public(PublicSet(name="空"), mode="guess")
    with pytest.raises(BadRequest, match="没有设模型"):
        run_public(PublicSet(name="空"), mode="model")


def test_documents_that_cannot_be_read_are_counted() -> None:
    gold = PublicSet(name="小")
    place = gold.add("甲路的停车位有10个。")
    gold.documents["空"] = " "
    gold.questions = [PublicQuestion(id="1", question="甲路的停车位有几个？", relevant=(place,))]
    result = run_public(gold)
    assert (result.documents, result.unread, result.to_json()["unread"]) == (2, 1, 1)
    assert "2 份文件（1 份读不进来）" in result.text
    nothing = PublicSet(name="无", documents={"空": ""}, questions=gold.questions)
    with pytest.raises(BadRequest, match="无 没有一份文件读得进来"):
        run_public(nothing)
