"""A parsed document becomes one line of JSON for the catalogue, and the same document again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.minutes import Document, Span

if TYPE_CHECKING:
    from cattrs import Converter


def to_record(document: Document) -> str:
    """Return a document as JSON without its text, which the catalogue keeps beside it.

    >>> to_record(Document(file="a.txt", text="无", kind="other", name="a", head=Span(0, 1)))
    '{"file":"a.txt","kind":"other","name":"a","head":{"start":0,"end":1}}'
    """
    tree = _converter().unstructure(document)
    del tree["text"]
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=32)  # the same few documents answer again and again; a record of 100 kB takes some 4 ms
def from_record(record: str, text: str) -> Document:
    """Return the document that `to_record` was given; nobody may change it.

    Raises:
        ValueError: the record is no JSON, or not that of a document.
    """
    try:
        return _converter().structure({**json.loads(record), "text": text}, Document)
    except (KeyError, TypeError) as error:
        raise ValueError(f"no record of a document: {error}") from error


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return the converter of the domain model; what equals its default is left out."""
    import cattrs

    converter = cattrs.Converter(omit_if_default=True, detailed_validation=False)
    # Half of a record is spans: by hand they cost a third of what the general way does.
    converter.register_structure_hook(Span, lambda value, _: Span(value["start"], value["end"]))
    converter.register_structure_hook_func(_is_spans, _structure_spans)
    return converter


def _is_spans(kind: Any) -> bool:
    """Tell whether a type is that of the `spans` fields."""
    return bool(kind == Mapping[str, Span])


def _structure_spans(value: Mapping[str, Mapping[str, int]], _: Any) -> dict[str, Span]:
    """Return the `spans` of a part."""
    return {name: Span(place["start"], place["end"]) for name, place in value.items()}
