"""What makes the summaries of a batch: the draft alone, or a model that puts it into better words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.generation.paid.journal import Journal
    from pipeline.generation.paid.meter import Meter
    from pipeline.generation.summary.summarize import Summary
    from pipeline.minutes import Document
    from pipeline.retrieval.catalogue import Entry

EXTRACTIVE = "extractive"
"""The maker of a draft without a model."""

Draft = Callable[["Entry"], "Summary"]


class Maker:
    """Makes the summaries of a run: drafted from the record, then reworded where the settings name a model.

    Args:
        settings: name the model, or none.
        draft: drafts the summary of a document without a model.
        document: returns a parsed document by its id.
        max_calls: how often the model may be called in all; `None` for no limit.
        per_minute: how often the model may be called in a minute; `None` for no limit.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        draft: Draft,
        document: Callable[[str], Document],
        max_calls: int | None = None,
        per_minute: int | None = None,
    ) -> None:
        self.settings = settings
        self._draft = draft
        self._document = document
        self._meter = _meter(settings, max_calls, per_minute)

    @property
    def name(self) -> str:
        """What tells the drafts of one maker from those of another: no model, or which, served where, which prompt."""
        if self._meter is None:
            return EXTRACTIVE
        from pipeline.generation.summary.reworded import draft_prompt

        return f"{self._served}|{draft_prompt().hash}"

    @property
    def calls(self) -> int:
        """How often the model was called so far, attempts that failed included."""
        return self._meter.calls if self._meter else 0

    def using(self, replies: Journal) -> Draft:
        """Return what makes the summary of one document, from several threads if need be.

        Args:
            replies: where the replies of the model are kept; one that is there is not paid for again.

        Raises:
            SettingsError: the model's name is not known.
            PromptError: the prompt is missing or its variables do not agree.
        """
        if self._meter is None:
            return self._draft
        from pipeline.generation.model.chat_model import load_model
        from pipeline.generation.paid.calls import PaidCalls
        from pipeline.generation.summary.reworded import draft_prompt, reworded

        # Without the client's own attempts, which nobody would count.
        model = load_model(self.settings, max_retries=0, limiter=self._meter)
        assert model is not None
        asked, prompt = PaidCalls(model, maker=self._served, replies=replies, meter=self._meter), draft_prompt().hash

        def make(entry: Entry) -> Summary:
            """Return the summary of one document; raises `ModelError` where the model does not answer."""
            drafted = self._draft(entry)
            documents = {name: self._document(name) for name in drafted.document_ids}
            about = f"{entry.sha256}|{drafted.style}|{prompt}"
            return reworded(
                drafted,
                documents,
                model=self.settings.model,
                ask=lambda messages, schema: asked(messages, schema=schema, of=about),
            )

        return make

    @property
    def _served(self) -> str:
        return f"{self.settings.model}@{self.settings.model_base_url}"


def _meter(settings: Settings, most: int | None, per_minute: int | None) -> Meter | None:
    """Return what counts the calls, or `None` where there is no model to call."""
    if not settings.model:
        return None
    from pipeline.generation.paid.meter import Meter

    return Meter(settings.model, most=most, per_minute=per_minute)
