"""An answer as the public interface has it."""

from __future__ import annotations

from pipeline.assistant import Assistant
from pipeline.generation.answered import finished, prove
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive.evidence import Source


def test_a_model_s_flagged_sentence_stays_out_of_the_wording(sources: list[Source], invented: Assistant) -> None:
    wording = "会议同意该规定，由市政府印发实施。"
    start = sources[0].document.text.index(wording)
    quote = Quote(sources[0].document_id, start, start + len(wording))
    draft = Draft(
        route="passages",
        searched=Searched(1),
        sentences=(Sentence("会议同意该规定。", (quote,)), Sentence("会议批准该规定。", (quote,))),
    )
    model = prove(draft, "通过了吗？", invented.catalogue, mode="model", model="m", prompt_hash="abc")
    assert model.answer == "会议同意该规定。"
    assert [statement.text for statement in model.flagged] == ["会议批准该规定。"]
    written = model.to_json()
    assert (written["mode"], written["model"], written["prompt_hash"]) == ("model", "m", "abc")
    assert prove(draft, "通过了吗？", invented.catalogue).answer == "会议同意该规定。\n会议批准该规定。"


def test_an_entry_of_a_list_ends_as_a_sentence() -> None:
    quote = Quote("d1", 0, 9)
    assert finished(Sentence("由水务局清理河道；", (quote,))) == Sentence("由水务局清理河道。", (quote,))
    assert finished(Sentence("赞成5票；反对1票", (quote,))).text == "赞成5票；反对1票"
