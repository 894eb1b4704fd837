"""Who of the leaders a matter is given to, where what was told of it names units alone: 让哪位领导扛这事."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.fitting import names_somebody
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue

WHICH_LEADER = compiled(
    r"(?:哪|那)(?:一)?[位名个](?:分管|主要|[市县区镇乡局院校][级里]?)?"
    r"(?:的)?(?:领导|同志|负责人|[常副党委员组]*(?:[市县区镇乡局厅处科院校所站]长|主任|书记|委员|主席|总经理|经理|总监))"
    r"|让谁(?:来)?(?:扛|挑|管|牵头|负责|盯|挂帅|带队)"
)
IN_CHARGE = compiled(r"牵头|负责|分管|挂帅|包[案保抓联]|督办|带队|组长|总?指挥|统筹|主抓|协调|盯|监督|召集")


def with_whoever_is_in_charge(question: Question, draft: Draft, catalogue: Catalogue) -> Draft:
    """Return an answer that names nobody, where a leader is asked for, as the one sentence of its item that does.

    As it is where its item names nobody in charge, or several sentences do.
    """
    if draft.refused or draft.route != "passages" or not WHICH_LEADER.search(question.text):
        return draft
    found = rests_on(draft.quotes, catalogue)
    if found is None or names_somebody(draft.said, found[0]):
        return draft
    source, item = found
    naming = [
        place
        for place in sentences(source.document, item.span)
        if IN_CHARGE.search(said := source.document.quote(place)) and names_somebody(said, source)
    ]
    if len(naming) != 1:
        return draft
    return replace(draft, sentences=(passages.told(source, naming[0]),))
