"""A progress bar on a terminal, with rate and time left; silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable

_FORMAT = "{desc} {percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt} [已用 {elapsed}，还要 {remaining}，{rate_fmt}]{postfix}"


class Progress:
    """A bar for work on files; inside `with` it is a function that moves it to `done` of `total`.

    What was done before the first move does not count for the rate, so that a run that resumes tells the time left of
    the work that is left.
    """

    def __init__(self, verb: str) -> None:
        from tqdm import tqdm

        self._bar = tqdm(
            desc=verb, unit="份", file=sys.stderr, disable=not sys.stderr.isatty(), leave=False, bar_format=_FORMAT
        )
        self._begun = False

    def __enter__(self) -> Callable[[int, int, str], None]:
        return self.move

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def move(self, done: int, total: int, what: str) -> None:
        """Move the bar and name the file at hand."""
        self._bar.total = total
        if not self._begun:
            self._bar.initial = self._bar.n = done
            self._bar.refresh()
            self._begun = True
        self._bar.set_postfix_str(what[:30], refresh=False)
        self._bar.update(done - self._bar.n)
        if done == total:
            self._bar.refresh()
