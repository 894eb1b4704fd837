"""The ledger as files of a library."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.errors import BadRequest
from pipeline.filing import LedgerFiles
from pipeline.retrieval.catalogue import Filters


@pytest.fixture
def assistant(sample_home: Path) -> Assistant:
    return Assistant(load_settings(home=sample_home))


def _links(content: bytes) -> set[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(content))["台账"]
    column = [cell.value for cell in sheet[1]].index("文件") + 1
    cells = [sheet.cell(line, column) for line in range(2, sheet.max_row + 1)]
    return {cell.hyperlink.target for cell in cells if cell.hyperlink}


def test_a_file_for_this_machine_links_to_the_sources_and_another_does_not(
    assistant: Assistant, tmp_path: Path, samples: Path
) -> None:
    files = assistant.ledger_files(Filters(meeting=50))
    files.write(tmp_path / "台账.xlsx", format="xlsx")
    [link] = _links((tmp_path / "台账.xlsx").read_bytes())
    assert link.startswith("file://")
    assert not _links(files.content(format="xlsx"))


def test_text_and_content_are_the_same_rows(assistant: Assistant) -> None:
    files = assistant.ledger_files(Filters(meeting=50))
    assert json.loads(files.text(format="json")) == json.loads(files.content(format="json"))
    assert files.content(format="csv").startswith(b"\xef\xbb\xbf")


def test_a_notice_for_each_unit_that_leads(assistant: Assistant, tmp_path: Path) -> None:
    files = assistant.ledger_files(Filters(meeting=4))
    names = files.write_notices(tmp_path / "out" / "通知")
    assert {file.name for file in (tmp_path / "out" / "通知").iterdir()} == set(names)
    assert [name for name, _ in files.notices()] == names
    assert len(names) > 5


def test_what_cannot_be_written_is_said(assistant: Assistant, tmp_path: Path) -> None:
    files = assistant.ledger_files(Filters(meeting=4))
    (tmp_path / "file").write_text("")
    with pytest.raises(BadRequest, match="无法写入"):
        files.write(tmp_path / "no" / "台账.csv", format="csv")
    with pytest.raises(BadRequest, match="无法写入文件夹"):
        files.write_notices(tmp_path / "file" / "out")
    empty = LedgerFiles([], assistant.catalogue, assistant.settings.today)
    with pytest.raises(BadRequest, match="没有写明牵头单位的任务"):
        empty.write_notices(tmp_path / "out")
    assert not (tmp_path / "out").exists()
