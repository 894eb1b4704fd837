"""The labels that Gradio draws itself: found on the built page, put into the language of the settings or the reader."""

from __future__ import annotations

from typing import Any

import gradio as gr

from pipeline.interface.english import ENGLISH
from pipeline.interface.language import say

_NAMES = ("label", "placeholder", "info")
"""What a component may show of our own words; of a button it is the value, of a list its choices."""


class Labels:
    """Every label of a page that has an English wording, as it was written."""

    def __init__(self) -> None:
        self._written: list[tuple[Any, dict[str, Any]]] = []

    def gather(self, page: gr.Blocks) -> None:
        """Find the labels of a page that is laid out, and put them into the language of the settings."""
        found = ((block, _wordings(block)) for block in page.blocks.values())
        self._written = [(block, wordings) for block, wordings in found if wordings]
        for block, wordings in self._written:
            for name, value in _said(wordings).items():
                setattr(block, name, value)

    @property
    def components(self) -> list[Any]:
        """The components that show them, the outputs of a handler that returns `updates`."""
        return [block for block, _ in self._written]

    def updates(self) -> list[Any]:
        """Return one update for each component, in the language of now."""
        return [gr.update(**_said(wordings)) for _, wordings in self._written]


def _wordings(block: Any) -> dict[str, Any]:
    """Return the attributes of a component whose words are all in the table."""
    names = (*_NAMES, "value") if isinstance(block, gr.Button) else _NAMES
    found: dict[str, Any] = {
        name: text for name in names if isinstance(text := getattr(block, name, None), str) and text in ENGLISH
    }
    choices = getattr(block, "choices", None)
    if isinstance(choices, list) and choices and all(name in ENGLISH for name, _ in choices):
        found["choices"] = choices
    return found


def _said(wordings: dict[str, Any]) -> dict[str, Any]:
    """Return attributes in the language of now."""
    return {
        name: [(say(label), given) for label, given in value] if name == "choices" else say(value)
        for name, value in wordings.items()
    }
