"""The table of meanings: each has a word that states it, and every such word is among its forms."""

from __future__ import annotations

from pipeline.generation.checking.reading.meanings import GROUPS


def test_each_meaning_has_words_and_forms() -> None:
    assert all(words and set(words) <= set(forms) for words, forms in GROUPS)


def test_a_form_in_brackets_states_nothing_itself() -> None:
    words, forms = next(group for group in GROUPS if "听证" in group[0])
    assert words == ("听证",)
    assert "听证" in forms
