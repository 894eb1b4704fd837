"""What a meeting is called with its number, wherever that stands: in its name, beside it, in the name of the file."""

from __future__ import annotations

from pathlib import PurePath

from pipeline.minutes import Meeting
from pipeline.patterns import compiled


def numbered(meeting: str | None, number: int | None, *, file: str = "") -> str | None:
    """Return the name of a meeting with its number, where that stands beside it or only in the name of the file.

    >>> numbered("县委常委会会议", 92), numbered("市政府第4次常务会议", 4)
    ('县委常委会会议（第92次）', '市政府第4次常务会议')
    >>> numbered("校长办公会", None, file="校长办公会纪要（第7次）.txt"), numbered(None, 7)
    ('校长办公会（第7次）', None)
    """
    if meeting is None or _NTH.search(meeting):
        return meeting
    told = [int(found) for found in _FILED_NTH.findall(PurePath(file).stem)] if number is None else [number]
    return f"{meeting}（第{told[0]}次）" if len(told) == 1 else meeting


def meeting_words(meeting: Meeting) -> str | None:
    """Return the meeting's name with its session and number where the name does not hold them already.

    >>> meeting_words(Meeting(name="市政府常务会议", number=4))
    '市政府常务会议（第4次）'
    """
    if meeting.name is None and meeting.number is None:
        return None
    name = meeting.name or "会议"
    if meeting.session and meeting.session not in name:
        nth = "" if meeting.number is None or _NTH.search(name) else f"，第{meeting.number}次"
        return f"{name}（{meeting.session}{nth}）"
    return numbered(name, meeting.number)


_NTH = compiled(r"第?[^第次，。]{1,6}次")
_FILED_NTH = compiled(r"第([0-9]{1,4})次(?!修|审|上会)")
