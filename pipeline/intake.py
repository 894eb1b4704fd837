"""The walk of a file into the library: gather → read → clean → parse → extract → chunk → encode → library.add."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.documents.duties.roster import use_file
from pipeline.documents.read import READABLE, TELLING
from pipeline.errors import DocumentError, JiyaoError, MissingFile, NothingToRead
from pipeline.reports import Failure, Filed, IngestReport, OnProgress, surprise, tell
from pipeline.retrieval.thesaurus import use_units

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.minutes import Document
    from pipeline.retrieval.library import Library

_OF_A_PAGE = ("_files", ".files")  # the folder of pictures beside a web page that was saved


def take_in(
    paths: Iterable[Path | str],
    *,
    library: Library,
    parse: Callable[[Path], Document],
    on_progress: OnProgress | None = None,
) -> IngestReport:
    """Read files and folders into a library; one bad file never stops the rest.

    Args:
        paths: files, and folders that are looked through for files of a readable format.
        library: where the documents go; nothing of it is made before the first good file.
        parse: reads one file and returns its structure.
        on_progress: called before each file and after the last.

    Raises:
        LibraryError: the library cannot be written.
        EncoderError: the encoder cannot be loaded.
    """
    files, failed = gather(paths)
    filed: dict[str, list[Filed]] = {"added": [], "replaced": [], "unchanged": [], "duplicate": []}
    with library.batch():
        for position, path in enumerate(files):
            tell(on_progress, position, len(files), path.name)
            try:
                document = parse(path)
                sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            except DocumentError as error:
                failed.append(Failure(path.name, str(error)))
                continue
            except Exception as error:  # noqa: BLE001 - one file must not cost the others; it is reported
                failed.append(surprise(path.name, error))
                continue
            added = library.add(document, source=path, sha256=sha256)
            filed[added.status].append(Filed(added.duplicate_of or added.document_id, path.name))
    tell(on_progress, len(files), len(files), "")
    duplicates = tuple(filed.pop("duplicate"))
    kept = {status: tuple(entries) for status, entries in filed.items()}
    return IngestReport(**kept, duplicates=duplicates, failed=tuple(failed))


def gather(paths: Iterable[Path | str]) -> tuple[list[Path], list[Failure]]:
    """Return the files that paths stand for, each once, and the paths that stand for none.

    >>> gather(["no/such/纪要.txt"])[1][0].reason
    '找不到文件：no/such/纪要.txt。请检查路径。'
    """
    files: dict[Path, None] = {}
    failed: list[Failure] = []
    for path in map(Path, paths):
        try:
            files.update(dict.fromkeys(files_of(path)))
        except JiyaoError as error:
            failed.append(Failure(path.name or str(path), str(error)))
    return list(files), failed


def files_of(path: Path) -> list[Path]:
    """Return the files that one path stands for, in the order of their names.

    A folder is looked through with everything below it, for files of a readable format that are neither hidden nor an
    office program's lock, nor belong to a saved web page. A file that may hold a document in another format (.doc,
    .wps, a photograph, an archive) is returned too, and one that is named itself whatever it is: reading it says what
    is wrong, so that none is left out in silence.

    Raises:
        MissingFile: nothing stands there.
        NothingToRead: a folder without any readable file.
    """
    if not path.is_dir():
        if not path.exists():
            raise MissingFile(str(path))
        return [path.absolute()]
    found: list[Path] = []
    for where, folders, names in os.walk(path.absolute()):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(_OF_A_PAGE))
        found += (Path(where, name) for name in sorted(names) if not name.startswith((".", "~$")))
    known = [file for file in found if file.suffix.lower() in READABLE | TELLING]
    if not known:
        raise NothingToRead(str(path), formats=" ".join(sorted(READABLE)))
    return known


def heed_units(settings: Settings) -> None:
    """Let the user's own units be known to the parser and to the search.

    Raises:
        SettingsError: their file cannot be read, or a line of it is no kind of unit.
    """
    use_file(settings.units_file, required=bool(settings.units))
    use_units(settings.units_file)
