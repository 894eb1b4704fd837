"""Drafts of many documents at once: several at a time, one failure never stops the rest, a stopped run resumes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import JiyaoError
from pipeline.generation.exports import summary_file
from pipeline.generation.folder import DraftFolder, stamp
from pipeline.reports import DraftReport, Failure, OnProgress, surprise, tell

if TYPE_CHECKING:
    from pipeline.generation.summary.summarize import Style
    from pipeline.retrieval.catalogue import Entry
    from pipeline.rewording import Maker


def write_drafts(
    entries: Sequence[Entry],
    maker: Maker,
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
        maker: makes the summary of one, with a model or without.
        out: the folder; made where it is missing.
        style: part of the name of each file.
        formats: md, json and docx.
        jobs: how many documents at once.
        on_progress: called first with how many are there already, then after each document.

    Raises:
        BadRequest: the folder cannot be made, or another process writes there.
    """
    written: list[str] = []
    failed: list[Failure] = []
    with DraftFolder(out) as folder:
        skipped, wanted = _planned(entries, folder, style=style, formats=formats, maker=maker.name)
        summarize = maker.using(folder.replies()) if wanted else None

        def write(paper: _Paper) -> Iterable[str]:
            """Write what is missing of one document and return the names of its files."""
            assert summarize is not None
            summary = summarize(paper.entry)
            contents = {file: summary_file(summary, format=format) for file, format in paper.files.items()}
            folder.write(contents, paper.stamp)
            return paper.files

        def ended(paper: _Paper, files: Future[Iterable[str]]) -> None:
            """Take down what became of one document."""
            failure = _failure(paper, files)
            if failure is None:
                written.extend(files.result())
            else:
                failed.append(failure)

        _each(wanted, write, jobs=jobs, ended=ended, there=len(entries) - len(wanted), on_progress=on_progress)
    files = {"written": tuple(sorted(written)), "skipped": tuple(sorted(skipped))}
    return DraftReport(**files, failed=tuple(sorted(failed, key=lambda one: one.file)), calls=maker.calls)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document whose drafts are to be written: the format of each file, and the stamp that it gets."""

    entry: Entry
    files: Mapping[str, str]
    stamp: str


def _failure(paper: _Paper, files: Future[Iterable[str]]) -> Failure | None:
    """Return why a document could not be drafted, or `None` where it was; an interruption is raised."""
    try:
        files.result()
    except JiyaoError as error:
        return Failure(paper.entry.file, str(error))
    except Exception as error:  # noqa: BLE001 - one document must not cost the others; it is reported
        return surprise(paper.entry.file, error)
    return None


def _planned(
    entries: Sequence[Entry], folder: DraftFolder, *, style: str, formats: Sequence[str], maker: str
) -> tuple[list[str], list[_Paper]]:
    """Return the files that are up to date, and the documents of which some are not."""
    stems = folder.names({entry.document_id: Path(entry.file).stem for entry in entries})
    skipped: list[str] = []
    wanted: list[_Paper] = []
    for entry in entries:
        made_of = stamp(sha256=entry.sha256, style=style, maker=maker)
        files = {f"{stems[entry.document_id]}.{style}.{format}": format for format in formats}
        there = [file for file in files if folder.is_current(file, made_of)]
        skipped += there
        if len(there) < len(files):
            wanted.append(_Paper(entry, {file: files[file] for file in files if file not in there}, made_of))
    return skipped, wanted


def _each(
    papers: Sequence[_Paper],
    write: Callable[[_Paper], Iterable[str]],
    *,
    jobs: int,
    ended: Callable[[_Paper, Future[Iterable[str]]], None],
    there: int,
    on_progress: OnProgress | None,
) -> None:
    """Write several documents at a time; when interrupted, what has begun comes to its end and nothing else begins."""
    total = there + len(papers)
    tell(on_progress, there, total, "")
    with ThreadPoolExecutor(jobs) as pool:
        running = {pool.submit(write, paper): paper for paper in papers}
        try:
            for done, future in enumerate(as_completed(running), start=there + 1):
                ended(running[future], future)
                tell(on_progress, done, total, running[future].entry.file)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
