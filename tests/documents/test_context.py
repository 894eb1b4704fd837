from __future__ import annotations

from pipeline.documents.context import Context
from tests.documents.paper import paper


def test_a_record_of_a_meeting_is_the_rule() -> None:
    context = Context(paper("会议同意。"))
    assert (context.with_outcomes, context.obliged, context.votes_decide) == (True, True, False)
    assert (context.date, context.chair, context.people) == (None, None, frozenset())
