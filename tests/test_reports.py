"""The reports: counts and the JSON of the public interface."""

from pipeline.reports import DraftReport, Failure, Filed, IngestReport, RemoveReport


def test_ingest_json_has_the_fields_of_the_public_interface() -> None:
    report = IngestReport(
        added=(Filed("d1", "a.txt"),), duplicates=(Filed("d1", "b.txt"),), failed=(Failure("c.txt", "文件是空的"),)
    )
    assert report.to_json() == {
        "added": [{"document_id": "d1", "file": "a.txt"}],
        "replaced": [],
        "unchanged": [],
        "duplicates": [{"document_id": "d1", "file": "b.txt"}],
        "failed": [{"file": "c.txt", "reason": "文件是空的"}],
    }
    assert report.done == 2


def test_remove_json() -> None:
    report = RemoveReport(removed=("d1",), failed=(Failure("d9", "库中没有"),))
    assert report.to_json() == {"removed": ["d1"], "failed": [{"file": "d9", "reason": "库中没有"}]}


def test_drafts_that_were_there_count_as_done() -> None:
    report = DraftReport(written=("a.brief.md",), skipped=("b.brief.md",))
    assert report.done == 2
    assert report.to_json()["skipped"] == ["b.brief.md"]
