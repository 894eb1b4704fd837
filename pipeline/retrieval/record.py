"""A parsed document becomes one line of JSON for the catalogue, and the same document again."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pipeline.minutes import Document

if TYPE_CHECKING:
    from cattrs import Converter
    from msgspec.json import Decoder

_T = TypeVar("_T")
_making = threading.Lock()
_made: dict[type, Decoder[Any]] = {}


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
        return decoder(Document).decode(f'{{"text":{json.dumps(text)},{record[1:]}')
    except msgspec.MsgspecError as error:
        raise ValueError(f"no record of a document: {error}") from error


def decoder(kind: type[_T]) -> Decoder[_T]:
    """Return what reads JSON as a class, made once.

    One thread at a time makes one: two that look at the same class for the first time crash the process (msgspec 0.22,
    seen where a batch began with eight drafts at once).

    >>> from pipeline.minutes import Span
    >>> decoder(Span).decode('{"start": 0, "end": 2}')
    Span(start=0, end=2)
    """
    from msgspec.json import Decoder

    with _making:
        if kind not in _made:
            _made[kind] = Decoder(kind)
        return cast("Decoder[_T]", _made[kind])


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return the converter of the domain model; what equals its default is left out."""
    import cattrs

    return cattrs.Converter(omit_if_default=True)
