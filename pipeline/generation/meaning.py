"""What words and sentences mean, as vectors of the built-in encoder."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.retrieval.encode import BUILTIN, Encoder, load_encoder

Matrix = npt.NDArray[np.float64]


@lru_cache(maxsize=8192)  # the same items and words come up again and again
def vector(text: str) -> Matrix:
    """Return the vector of a text, of length 1 and shape (dimension,)."""
    return np.array(_encoder().embed_documents([text])[0])


def vectors(texts: list[str]) -> Matrix:
    """Return the vectors of texts, of shape (texts, dimension)."""
    return np.array([vector(text) for text in texts])


def alike(one: str, other: str) -> float:
    """Return the cosine of two texts, -1 to 1.

    >>> alike("维修", "修缮") > alike("维修", "财政")
    True
    """
    return float(vector(one) @ vector(other))


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    return load_encoder(BUILTIN)
