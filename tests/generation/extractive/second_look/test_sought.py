"""What a question looks for in an item is what its title does not say; rare words of the item weigh more."""

from __future__ import annotations

from pipeline.assistant import Assistant
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.second_look.sought import Sought, sought_in
from pipeline.retrieval.tokens import fold
from tests.generation.extractive.second_look.meeting import TODAY
from tests.libraries import composing_of

SAID = ("会议原则同意该方案,由县城管局按会议意见修改后印发实施。", "试开放结束后由县统计局作专项评价。")


def sought(reeds: Assistant, text: str) -> Sought:
    """Return what a question looks for in the item on the park."""
    composing = composing_of(reeds, text, today=TODAY)
    entry, document = next(iter(composing.catalogue.documents_named([reeds.entries()[0].document_id])))
    return sought_in(composing.question, Source(entry, document), document.items[2], [fold(one) for one in SAID])


def test_the_name_of_the_item_is_not_looked_for(reeds: Assistant) -> None:
    looked = sought(reeds, "江滩公园由哪个部门评价？")
    assert [one.word for one in looked.words] == ["评价"] and looked.kind.kind == "unit"


def test_what_speaks_of_it_bears_more(reeds: Assistant) -> None:
    looked = sought(reeds, "江滩公园由哪个部门评价？")
    passed, judged = (looked.borne(fold(one)) for one in SAID)
    assert judged > passed == 0.0


def test_a_character_bears_a_little(reeds: Assistant) -> None:
    looked = sought(reeds, "江滩公园由哪个部门评一评？")
    assert 0 < looked.borne(fold(SAID[1])) < sought(reeds, "江滩公园由哪个部门评价？").borne(fold(SAID[1]))
