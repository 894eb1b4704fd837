"""Where a body that is set up has its seat: the office with which 专班设在市民政局 leaves the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.documents.duties.beside import Duty
from pipeline.documents.duties.party_lists import open_list
from pipeline.patterns import compiled

_SEAT = compiled(
    r"(?:专班|领导小组|工作组|小组|指挥部|联席会议|委员会|办公室|秘书处|工作站|日常工作)(?:的)?(?:日常工作|办公地点|办公室)?(?:仍|继续|统一|改|暂)?设(?:在|于)"
)
_HEADED = compiled("[组队]长|指挥|召集|牵头|负责|主持")
"""Who heads the body, told before its seat, leads it."""


def seated(text: str, start: int, end: int, duties: Sequence[Duty]) -> Iterator[Duty]:
    """Yield the office at which a sentence seats a body, as the one that leads, where none is told to before it.

    >>> text = "同意成立专班,专班设在市民政局"
    >>> [text[slice(*one.place)] for one in seated(text, 0, len(text), [])]
    ['市民政局']
    """
    for seat in _SEAT.finditer(text, start, end):
        led = any(one.part == "lead" and one.place[0] < seat.start() for one in duties)
        if led or _HEADED.search(text, start, seat.start()):
            return
        places, _ = open_list(text, seat.end(), end)
        yield from (Duty(place, "lead", seat.start()) for place in places)
