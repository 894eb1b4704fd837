"""A cross-encoder reads question and passage together and has a say in the order of the best; off by default."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pipeline.errors import RerankerError

DEPTH = 20
"""How many of the best are read again."""
WEIGHT = 1.0
"""What the reranker's certainty (0 to 1) counts beside the weighed sum, in which the matter counts 1 as well."""


class Reranker(Protocol):
    """What every reranker offers."""

    def rate(self, query: str, passages: Sequence[str]) -> list[float]:
        """Return for each passage how well it answers, 0 to 1."""


class CrossEncoderReranker:
    """A sentence-transformers cross-encoder with one output; read-only."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def rate(self, query: str, passages: Sequence[str]) -> list[float]:
        """Return for each passage how well it answers, 0 to 1; a number that is not finite counts as 0."""
        if not passages:
            return []
        pairs = [(query, passage) for passage in passages]
        raw = [float(score) for score in self._model.predict(pairs, show_progress_bar=False)]
        return [min(1.0, max(0.0, score)) if math.isfinite(score) else 0.0 for score in raw]


@lru_cache(maxsize=1)
def load_reranker(name: str) -> Reranker:
    """Load a cross-encoder, once, by folder or name of the model hub; no code of the model's own is ever run.

    Raises:
        RerankerError: no such model, it cannot be read, or it gives other than one score per passage.
    """
    from sentence_transformers import CrossEncoder
    from torch.nn import Sigmoid

    folder = Path(name).expanduser()
    source = str(folder.resolve()) if folder.is_dir() else name
    try:
        model = CrossEncoder(source, local_files_only=folder.is_dir(), trust_remote_code=False, activation_fn=Sigmoid())
    except Exception as error:  # a foreign model fails in as many ways as it has libraries
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise RerankerError(name, f"读不出模型（{reason}），请检查名称，或重新下载该模型") from error
    if model.num_labels != 1:
        raise RerankerError(name, f"它给出 {model.num_labels} 个分数，应为 1 个")
    return CrossEncoderReranker(model)
