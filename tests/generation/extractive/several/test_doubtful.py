"""Whether one place answers two questions."""

from __future__ import annotations

import datetime

from pipeline.generation.draft import Draft, Searched, Sentence
from pipeline.generation.extractive.several.doubtful import doubtful
from pipeline.generation.extractive.several.splitting import Side
from pipeline.generation.understanding.question import understand


def _side(text: str) -> Side:
    return Side(understand(text, entries=(), today=datetime.date(2024, 1, 1)))


def _draft(text: str) -> Draft:
    return Draft(route="passages", searched=Searched(1, {}), sentences=(Sentence(text, ()),))


def test_one_sentence_may_hold_both_figures() -> None:
    both = _draft("清理船只9艘，涉及27户。")
    assert not doubtful((both, both), (_side("清理多少艘船"), _side("涉及多少户")))


def test_one_figure_answers_only_one() -> None:
    one = _draft("清理船只9艘。")
    assert doubtful((one, one), (_side("清理多少艘船"), _side("涉及多少户")))
