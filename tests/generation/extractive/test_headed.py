"""Minutes are found by an issue that stands in the head of their text alone."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.headed import by_head, shown_issues
from pipeline.generation.understanding.question import understand


@pytest.mark.parametrize(
    ("text", "missing", "filters"),
    [
        pytest.param("柳浦街道第6期党工委会谁主持", None, {"body": "柳浦街道", "meeting": "6"}, id="the issue"),
        pytest.param(
            "柳浦街道第4期党工委会谁主持", "第4期党工委会", {"body": "柳浦街道"}, id="another, that the text speaks of"
        ),
        pytest.param("柳浦街道党工委会谁主持", None, {"body": "柳浦街道"}, id="none named"),
    ],
)
def test_the_head_tells_which_minutes_are_meant(
    offices: Assistant, text: str, missing: str | None, filters: dict[str, str]
) -> None:
    question = understand(text, entries=offices.entries(), today=datetime.date(2024, 12, 31))
    scope = by_head(question, offices.catalogue).scope
    assert (scope.missing, scope.filters) == (missing, filters)


def test_only_the_head_shows_an_issue(offices: Assistant) -> None:
    entry = next(one for one in offices.entries() if one.file.startswith("liupu"))
    assert shown_issues(offices.catalogue.document(entry.document_id)) == {6}
