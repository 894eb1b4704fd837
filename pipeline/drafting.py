"""Drafts of many documents at once: several at a time, one failure never stops the rest, a stopped run resumes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import JiyaoError
from pipeline.generation.exports import summary_text
from pipeline.generation.folder import DraftFolder, stamp
from pipeline.reports import DraftReport, Failure, OnProgress, surprise, tell

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Style, Summary
    from pipeline.retrieval.catalogue import Entry

EXTRACTIVE = "extractive"
"""What a stamp calls the maker of a draft without a model."""


def write_drafts(
    entries: Sequence[Entry],
    summarize: Callable[[Entry], Summary],
    *,
    out: Path,
    style: Style,
    formats: Sequence[str] = ("md",),
    jobs: int = 1,
    on_progress: OnProgress | None = None,
) -> DraftReport:
    """Write the summary of each document into a folder, one file for each format.

    Args:
        entries: the documents.
        summarize: makes the summary of one; called from several threads.
        out: the folder; made where it is missing.
        style: part of the name of each file.
        formats: md and json.
        jobs: how many documents at once.
        on_progress: called after each document.

    Raises:
        BadRequest: the folder cannot be made.
    """
    folder = DraftFolder(out)
    stems = folder.names({entry.document_id: Path(entry.file).stem for entry in entries})
    written: list[str] = []
    skipped: list[str] = []
    failed: list[Failure] = []

    def write(entry: Entry) -> tuple[list[str], list[str]]:
        """Return the files of one document that were written, and those that were up to date."""
        files = {f"{stems[entry.document_id]}.{style}.{format}": format for format in formats}
        made_of = stamp(sha256=entry.sha256, style=style, maker=EXTRACTIVE)
        if folder.is_current(files, made_of):
            return [], list(files)
        summary = summarize(entry)
        folder.write({file: summary_text(summary, format=format) for file, format in files.items()}, made_of)
        return list(files), []

    with ThreadPoolExecutor(jobs) as pool:
        running = {pool.submit(write, entry): entry for entry in entries}
        try:
            for done, finished in enumerate(as_completed(running), start=1):
                file = running[finished].file
                try:
                    new, there = finished.result()
                    written += new
                    skipped += there
                except JiyaoError as error:
                    failed.append(Failure(file, str(error)))
                except Exception as error:  # noqa: BLE001 - one document must not cost the others; it is reported
                    failed.append(surprise(file, error))
                tell(on_progress, done, len(entries), file)
        except KeyboardInterrupt:  # what is written stays; what has not begun is left for the next run
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return DraftReport(written=tuple(sorted(written)), skipped=tuple(sorted(skipped)), failed=tuple(failed))
