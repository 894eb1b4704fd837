"""What an item needs to know of its document: the text, the date, who was there, what its kind allows."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documents.text.clean import Paper


@dataclass(frozen=True, slots=True)
class Context:
    """What an item needs to know of its document.

    Attributes:
        paper: the text.
        date: the ISO date of the meeting, for deadlines without a year.
        with_outcomes: whether verdicts are looked for (in the record of a meeting).
        obliged: whether 各区镇应… names a lead (in decisions, not in narratives).
        votes_decide: whether the counts of a vote stand for the verdict (a board's resolution).
        people: the names on the attendance lists.
        units: the units on those lists.
        chair: who takes the chair, and so may speak for the meeting.
    """

    paper: Paper
    date: str | None = None
    with_outcomes: bool = True
    obliged: bool = True
    votes_decide: bool = False
    people: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    chair: str | None = None

    @property
    def there(self) -> frozenset[str]:
        """Who can be told to act by a bare name: the people and the units on the lists."""
        return self.people | self.units
