"""What makes the summaries of a batch: without a model the draft, with one its words, each call counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import load_settings
from pipeline.errors import CallsSpent
from pipeline.generation.paid.journal import Journal
from pipeline.generation.summary.summarize import Summary, summarize
from pipeline.minutes import EXAMPLE_MINUTES
from pipeline.retrieval.catalogue import Entry
from pipeline.rewording import Maker
from tests.servers.scripted import says, serving
from tests.test_drafting import an_entry


def _draft(entry: Entry) -> Summary:
    return summarize(entry.document_id, EXAMPLE_MINUTES)


def test_without_a_model_the_draft_stands(tmp_path: Path) -> None:
    maker = Maker(load_settings(), draft=_draft, document=lambda _: EXAMPLE_MINUTES)
    entry = an_entry("d1", file="甲.txt")
    assert maker.using(Journal(tmp_path / "j"))(entry) == _draft(entry)
    assert (maker.name, maker.calls) == ("extractive", 0)


def test_with_a_model_each_document_is_one_call_and_a_second_run_none(tmp_path: Path) -> None:
    with serving([says('{"statements": []}')]) as server:
        settings = load_settings(model="openai:scripted", model_base_url=server.url)
        for run in range(2):
            maker = Maker(settings, draft=_draft, document=lambda _: EXAMPLE_MINUTES, max_calls=2)
            make = maker.using(Journal(tmp_path / "j"))
            made = [make(an_entry(name, file=f"{name}.txt", sha256=name)) for name in ("d1", "d2")]
            assert [summary.model for summary in made] == ["openai:scripted"] * 2
            assert maker.calls == (2 if run == 0 else 0)
        assert len(server.requests) == 2
        more = Maker(settings, draft=_draft, document=lambda _: EXAMPLE_MINUTES, max_calls=1).using(
            Journal(tmp_path / "k")
        )
        more(an_entry("d1", file="1.txt"))
        with pytest.raises(CallsSpent, match="已调用 1 次"):
            more(an_entry("d2", file="2.txt", sha256="other"))


def test_drafts_of_other_models_are_other_drafts() -> None:
    def name(**settings: str) -> str:
        return Maker(load_settings(**settings), draft=_draft, document=lambda _: EXAMPLE_MINUTES).name

    names = {name(), name(model="openai:a"), name(model="openai:b"), name(model="openai:a", model_base_url="http://x")}
    assert len(names) == 4
    assert not any("secret" in name(model="openai:a", model_api_key="secret") for name in [name])
