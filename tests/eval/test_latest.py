"""The latest run is handed out as plain values."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.latest import latest
from pipeline.errors import MissingFile

from .conftest import Keep, Written


def test_the_latest_run_as_plain_values(keep: Keep, written: Written, silent: Written) -> None:
    keep(silent, name="20260101-000000")
    folder = keep(written, silent, name="20260102-000000")
    silent.name = "product"
    found = latest(folder.parent)
    assert (found.folder, found.mode, found.model, found.questions) == (folder, "extractive", "", 4)
    product, stock = found.systems
    assert (product.key, product.name, product.product_better_by) == ("product", "本程序", None)
    assert product.figures["accuracy"].value == 0.5
    assert stock.product_better_by is not None
    assert stock.product_better_by.value == 0.25
    assert set(product.figures) <= set(found.labels)
    types = {group.name: group.accuracy.value for group in found.groups if group.kind == "type"}
    assert types["人员"] == 1.0
    assert [(failure.id, failure.reasons) for failure in found.failures] == [("t2", ("缺少：6月底",))]  # t4 is of test


def test_before_the_first_run_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="找不到文件"):
        latest(tmp_path)
