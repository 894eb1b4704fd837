"""Shorthand of the tests: a passage, the blocks and the paper of a text."""

from __future__ import annotations

from pipeline.documents.text.clean import Paper, Passage, fold, prepare
from pipeline.documents.text.outline import Block, blocks_of


def passage(text: str) -> Passage:
    return Passage(fold(text), range(len(text)))


def paper(text: str) -> Paper:
    return prepare(text, file="test.txt")


def blocks(text: str) -> list[Block]:
    return blocks_of(paper(text).paragraphs)
