"""Holds summaries against the key points of each item: what they tell, and whether they invent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from eval.gold import ItemPoints
from eval.metrics import verbatim
from eval.scorers import folded, holds, plain

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.generation.summary.summarize import Style

STYLES: tuple[Style, ...] = ("full", "brief")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_TITLE = re.compile(r"《[^《》]+》")


def score_summaries(
    points: Sequence[ItemPoints], assistant: Assistant, texts: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield for each item and style which of its key points the summary tells; the first of a document tells more.

    A key point is told where one entry of the summary that bears the item's label, else one sentence, holds all its
    strings. The first score of a document and style also says how true the summary is: `faithful` holds 1 for each
    sentence whose figures and titles all stand in the quotes that it cites, `verbatim` 1 for each citation that is the
    text at its place.
    """
    for style in STYLES:
        for document in dict.fromkeys(entry.document for entry in points):
            document_id = assistant.show(document)[0].document_id
            (summary,) = assistant.summarize([document_id], style=style)
            tree = summary.to_json()
            told = {"faithful": faithful(tree), "verbatim": verbatim(tree["citations"], texts)}
            for entry in points:
                if entry.document == document:
                    yield {**_score(entry, tree, style), **told}
                    told = {"faithful": [], "verbatim": []}


def faithful(summary: Mapping[str, Any]) -> list[float]:
    """Return for each sentence of a summary 1 where its figures and titles stand in its quotes, else 0.

    This is on purpose cruder than the product's own check, and independent of it. A count of as many quotes as are
    cited is a figure that follows.
    """
    found = []
    for item in summary["items"]:
        for sentence in item["sentences"]:
            quotes = [str(summary["citations"][index]["quote"]) for index in sentence["citations"]]
            source, said = folded("\n".join(quotes)), folded(str(sentence["text"]))
            figures = [figure for figure in _FIGURE.findall(said) if figure != str(len(quotes))]
            facts = [*figures, *_TITLE.findall(said)]
            found.append(float(bool(quotes) and all(fact in source for fact in facts)))
    return found


def _score(entry: ItemPoints, summary: Mapping[str, Any], style: str) -> dict[str, Any]:
    """Return which key points of one item a summary tells."""
    own = [item for item in summary["items"] if item["label"] is not None and item["label"] == entry.item]
    if own:
        passages = ["\n".join([item["title"], *(one["text"] for one in item["sentences"])]) for item in own]
    else:
        passages = [one["text"] for item in summary["items"] for one in item["sentences"]]
    wanted = [point for point in entry.points if style == "full" or point.brief]
    covered = [any(_tells(passage, point.must_include) for passage in passages) for point in wanted]
    return {
        "id": entry.id,
        "set": entry.set,
        "split": entry.split,
        "document": entry.document,
        "item": entry.item,
        "style": style,
        "covered": [float(one) for one in covered],
        "missing": [point.point for point, one in zip(wanted, covered, strict=True) if not one],
    }


def _tells(passage: str, needed: Sequence[str]) -> bool:
    """Tell whether a passage holds every string, as it stands or with numbers in one form."""
    return all(holds(plain(passage), plain(entry)) or holds(folded(passage), folded(entry)) for entry in needed)
