"""Which files a list of paths stands for: those of readable formats, each once, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.documents.read import READABLE
from pipeline.errors import JiyaoError, MissingFile, NothingToRead
from pipeline.reports import Failure


def gather(paths: Iterable[Path | str]) -> tuple[list[Path], list[Failure]]:
    """Return the files that paths stand for, and the paths that stand for none.

    A folder is looked through with everything below it, for files of a readable format. A file that is named itself is
    returned whatever its format: reading it will say what is wrong.

    >>> gather(["no/such/纪要.txt"])[1][0].reason
    '找不到文件：no/such/纪要.txt。请检查路径。'
    """
    files: dict[Path, None] = {}
    failed: list[Failure] = []
    for path in map(Path, paths):
        error: JiyaoError | None = None
        if path.is_dir():
            found = [file for file in _walk(path) if file.suffix.lower() in READABLE]
            files.update(dict.fromkeys(found))
            error = None if found else NothingToRead(str(path), formats=" ".join(sorted(READABLE)))
        elif path.exists():
            files[path.absolute()] = None
        else:
            error = MissingFile(str(path))
        if error:
            failed.append(Failure(path.name or str(path), str(error)))
    return list(files), failed


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files under a folder in the order of their names, without hidden ones and an office program's locks."""
    for where, folders, names in os.walk(folder.absolute()):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith((".", "~$")))
