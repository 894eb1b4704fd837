"""What a verdict grants beyond its first clause: the sum, the limit, the term, the share and the condition."""

from __future__ import annotations

from pipeline.documents.text.sentences import sentences
from pipeline.minutes import Item
from pipeline.patterns import compiled

_SIGNS = str.maketrans("；！？：（），", ";!?:(),")
_ENDS = " \t\u3000\n。，,、；;：:"
# 「；其中县财政补助300万元」, and what a colon counts off: the sentence goes on behind its semicolon
_LISTS = compiled("[^。;!?\n]*[:]")
_GOES_ON = compiled(r"\s*(?:其中|其余|另外?(?!有|据)|余下|剩余|不足|所需|但|同时(?!要求))")


def granted_to(item: Item, text: str, end: int) -> int:
    """Return where ends what a meeting grants with the verdict that ends at a place of a document's text.

    The sentence of a verdict says it: 「同意给予补贴，每年不超过80万元，试行两年」. Where a task or another verdict
    begins, the grant has ended; so it has at a semicolon, unless what stands behind it goes on.

    Args:
        item: the item of the verdict.
        text: the text in which it stands.
        end: where the wording of the verdict ends.
    """
    others = [one.start for one in (*item.points, *item.outcomes) if one.start >= end]
    bound = min([*others, item.end])
    flat = text[end:bound].translate(_SIGNS)
    if not flat or text[end - 1] in "。；;！？\n" or flat[0] in "。;!?\n":
        return end
    stop, last = 0, -1
    for start, after in sentences(flat.split("\n", 1)[0]):
        listed = last >= 0 and _LISTS.match(flat, 0, stop) is not None
        if last >= 0 and (flat[last] != ";" or not (listed or _GOES_ON.match(flat, start))):
            break
        stop, last = after, after - 1
    told = len(flat[:stop].rstrip(_ENDS))
    return end + told if told else end
