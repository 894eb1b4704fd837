"""A parsed document becomes one line of JSON for the catalogue, and the same document again."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.minutes import Document

if TYPE_CHECKING:
    from cattrs import Converter


def to_record(document: Document) -> str:
    """Return a document as JSON without its text, which the catalogue keeps beside it.

    >>> from pipeline.minutes import Span
    >>> to_record(Document(file="a.txt", text="无", kind="other", name="a", head=Span(0, 1)))
    '{"file":"a.txt","kind":"other","name":"a","head":{"start":0,"end":1}}'
    """
    tree = _converter().unstructure(document)
    del tree["text"]
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=32)  # the same few documents answer again and again
def from_record(record: str, text: str) -> Document:
    """Return the document that `to_record` was given; nobody may change it.

    Raises:
        ValueError: the record is no JSON, or not that of a document.
    """
    import msgspec  # a list over the whole library reads every record: cattrs takes three times as long

    try:
        return msgspec.json.decode(f'{{"text":{json.dumps(text)},{record[1:]}', type=Document)
    except msgspec.MsgspecError as error:
        raise ValueError(f"no record of a document: {error}") from error


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return the converter of the domain model; what equals its default is left out."""
    import cattrs

    return cattrs.Converter(omit_if_default=True)
