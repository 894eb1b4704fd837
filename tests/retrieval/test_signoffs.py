"""Sign-offs are kept in order, outlive what they were signed on, and an old catalogue without them reads as none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LibraryDamaged
from pipeline.retrieval.catalogue import FILE
from pipeline.retrieval.register import Register
from pipeline.retrieval.schema import writing
from pipeline.retrieval.signoffs import SignOff, SignOffs
from tests.retrieval.examples import minutes


def _act(**changed: object) -> SignOff:
    cells: dict[str, object] = {
        "document_id": "d1",
        "document_number": "甲政纪〔2021〕1号",
        "row": "d1:一:1",
        "item_title": "《停车管理办法》",
        "text": "由市城管局牵头。",
        "field": "lead_units",
        "action": "correct",
        "value": ("市城管局", "市公安局"),
        "former": ("市城管局",),
        "by": "李敏",
        "at": "2021-03-09T01:00:00+00:00",
    }
    return SignOff(**(cells | changed))  # type: ignore[arg-type]


def test_acts_come_back_as_they_were_kept_and_numbered_in_order(tmp_path: Path) -> None:
    signoffs = SignOffs(tmp_path)
    assert signoffs.all() == []
    signoffs.add([_act(), _act(field="outcome", action="confirm", value=None, former=None)])
    signoffs.add([_act(field="next_step", value="报市委", former=None)])
    assert [act.number for act in signoffs.all()] == [1, 2, 3]
    assert [act.value for act in signoffs.all()] == [("市城管局", "市公安局"), None, "报市委"]
    assert signoffs.all()[0] == _act(number=1)


def test_all_acts_of_a_signing_are_kept_or_none(tmp_path: Path) -> None:
    signoffs = SignOffs(tmp_path)
    with pytest.raises(LibraryDamaged, match="NOT NULL"):
        signoffs.add([_act(), _act(by=None)])
    assert signoffs.all() == []


def test_a_catalogue_of_an_older_version_reads_as_unsigned_and_can_be_signed(tmp_path: Path) -> None:
    with writing(tmp_path / FILE) as connection:
        connection.execute("DROP TABLE signoffs")
    assert SignOffs(tmp_path).all() == []
    SignOffs(tmp_path).add([_act()])
    assert len(SignOffs(tmp_path).all()) == 1


def test_taking_a_document_out_leaves_its_signatures(tmp_path: Path) -> None:
    register = Register(tmp_path)
    added = register.enter(minutes(), source=tmp_path / "甲.txt", sha256="0")
    SignOffs(tmp_path).add([_act(document_id=added.document_id)])
    register.take_out([added.document_id])
    assert [act.document_id for act in SignOffs(tmp_path).all()] == [added.document_id]
