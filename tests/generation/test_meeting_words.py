"""What a meeting is called with its number."""

from __future__ import annotations

import pytest

from pipeline.generation.meeting_words import meeting_words, numbered
from pipeline.minutes import Meeting


@pytest.mark.parametrize(
    ("meeting", "words"),
    [
        pytest.param(Meeting(name="市政府第4次常务会议", number=4), "市政府第4次常务会议", id="number in the name"),
        pytest.param(Meeting(name="董事会会议", session="四届", number=51), "董事会会议（四届，第51次）", id="session"),
        pytest.param(Meeting(number=7), "会议（第7次）", id="number only"),
        pytest.param(Meeting(), None, id="nothing stated"),
    ],
)
def test_meeting_words(meeting: Meeting, words: str | None) -> None:
    assert meeting_words(meeting) == words


@pytest.mark.parametrize(
    ("name", "number", "file", "called"),
    [
        pytest.param("区委常委会会议", 31, "", "区委常委会会议（第31次）", id="beside the name"),
        pytest.param("第31次区委常委会会议", 31, "", "第31次区委常委会会议", id="within it"),
        pytest.param("院务会议", None, "院务会议纪要（第6次）.docx", "院务会议（第6次）", id="of the file"),
        pytest.param("院务会议", None, "院务会议纪要第2次修改稿.docx", "院务会议", id="a draft's own count"),
        pytest.param("院务会议", None, "第5次与第6次院务会议.docx", "院务会议", id="of several"),
        pytest.param(None, 31, "第31次.docx", None, id="no meeting"),
    ],
)
def test_a_meeting_is_called_with_its_number(name: str | None, number: int | None, file: str, called: str) -> None:
    assert numbered(name, number, file=file) == called
