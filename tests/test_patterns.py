"""Patterns that are compiled late: they do what those of `re` do, and every constant of the product compiles."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator

import pytest

from pipeline.config import ROOT
from pipeline.patterns import _Uncompiled, compiled


def _constants(value: object) -> Iterator[_Uncompiled]:
    """Yield the patterns of a constant, however deep in its tuples and tables."""
    if isinstance(value, _Uncompiled):
        yield value
    elif isinstance(value, dict):
        yield from _constants(tuple(value))
        yield from _constants(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _constants(part)


def test_every_pattern_of_the_product_compiles() -> None:
    seen = 0
    for file in sorted((ROOT / "pipeline").rglob("*.py")):
        if "compiled(" not in file.read_text(encoding="utf-8") or file.name == "patterns.py":
            continue
        name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for constant in _constants(list(vars(importlib.import_module(name)).values())):
            assert isinstance(constant.groups, int), constant
            seen += 1
    assert seen > 800


def test_it_does_what_re_does() -> None:
    late, early = compiled("(?P<a>b)c", re.IGNORECASE), re.compile("(?P<a>b)c", re.IGNORECASE)
    text = "xBCbc"
    assert late.pattern == early.pattern
    assert [one.span() for one in late.finditer(text)] == [one.span() for one in early.finditer(text)]
    assert late.sub("-", text) == early.sub("-", text) == "x--"
    assert late.search(text, 2)["a"] == "b"  # type: ignore[index]
    assert (late.groups, late.groupindex, late.flags) == (early.groups, early.groupindex, early.flags)
    assert late.fullmatch(text) is early.fullmatch(text) is None
    assert late.search.__self__ is late.match.__self__  # type: ignore[attr-defined]


def test_a_wrong_one_is_noticed_at_its_first_use() -> None:
    wrong = compiled("(")
    assert repr(wrong) == "compiled('(')"
    with pytest.raises(re.error):
        wrong.search("x")
