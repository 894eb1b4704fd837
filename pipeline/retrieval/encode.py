"""Text becomes vectors: the built-in encoder, or any sentence-transformers model, behind one protocol."""

from __future__ import annotations

import hashlib
import os
import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np

from pipeline.config import ROOT
from pipeline.errors import EncoderError
from pipeline.patterns import compiled
from pipeline.retrieval.static import BuiltinEncoder

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

BUILTIN = "builtin"

_HUB_NAME = compiled(r"[\w.-]+(/[\w.-]+)?", re.ASCII)
_HUB_TIMEOUT = 3.0  # seconds
_YES = {"1", "ON", "YES", "TRUE"}


@runtime_checkable
class Encoder(Protocol):
    """What every encoder offers; texts go in as they are, unit vectors come out.

    `name` is the stamp of the weights: vectors of two encoders may be compared only where their names are equal.
    """

    @property
    def name(self) -> str:
        """The model's name and a hash of its weights, such as `builtin@0a1b2c3d`."""

    @property
    def dimension(self) -> int:
        """The length of every vector."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per passage, in order."""

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""


class SentenceTransformerEncoder:
    """A sentence-transformers model; its own prompts for questions and passages are used where it defines them."""

    def __init__(self, model: Any, *, label: str) -> None:
        self._model = model
        self.dimension: int = int(model.get_embedding_dimension())
        self.name: str = f"{label}@{_hash_of_model(model)}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per passage, in order."""
        if not texts:
            return []
        return _plain(self._model.encode_document(texts, normalize_embeddings=True, show_progress_bar=False))

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return _plain(self._model.encode_query([text], normalize_embeddings=True, show_progress_bar=False))[0]


def load_encoder(name: str) -> Encoder:
    """Load an encoder by name: `builtin`, a model's folder, or a name of the model hub.

    A name that looks like a path is never looked for on the hub; a hub model already on this machine is loaded
    without any request.

    Raises:
        EncoderError: no such model, or it cannot be read; the message names the next step.
    """
    if name == BUILTIN:
        return BuiltinEncoder(ROOT / "models" / BUILTIN)
    folder = Path(name).expanduser()
    if name and folder.is_dir():
        if (folder / "vocabulary.txt").is_file() and (folder / "vectors.npy").is_file():
            return BuiltinEncoder(folder)
        if not any((folder / file).is_file() for file in ("modules.json", "config.json")):
            raise EncoderError(name, "该文件夹中没有模型（应有 modules.json 或 config.json）")
        return _load_sentence_transformer(str(folder.resolve()), name=name, label=folder.resolve().name, local=True)
    if _looks_like_path(name):
        raise EncoderError(name, "没有这个文件夹，请检查路径")
    return _load_from_hub(name)


def as_langchain(encoder: Encoder) -> Embeddings:
    """Return an encoder as LangChain's `Embeddings`, for chains and vector stores that ask for the class itself."""
    from langchain_core.embeddings import Embeddings

    class EncoderEmbeddings(Embeddings):
        """An encoder in LangChain's dress."""

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return encoder.embed_documents(texts)

        def embed_query(self, text: str) -> list[float]:
            return encoder.embed_query(text)

    return EncoderEmbeddings()


def _load_from_hub(name: str) -> SentenceTransformerEncoder:
    """Load a hub model from the local cache, or download it where it is not there or not whole."""
    if _is_cached(name):
        try:
            return _load_sentence_transformer(name, name=name, label=name, local=True)
        except EncoderError:
            if not _hub_answers():
                raise
    elif not _hub_answers():
        raise EncoderError(name, "本机没有此模型，且连不上模型站。请联网后重试，或在别处下载后填模型文件夹的路径")
    return _load_sentence_transformer(name, name=name, label=name, local=False)


def _load_sentence_transformer(source: str, *, name: str, label: str, local: bool) -> SentenceTransformerEncoder:
    """Load a model from a folder, the local cache (`local`) or the hub; no code of the model's own is ever run."""
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(source, local_files_only=local, trust_remote_code=False)
    except Exception as error:  # a foreign model fails in as many ways as it has libraries
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise EncoderError(name, f"读不出模型（{reason}），请检查名称，或重新下载该模型") from error
    return SentenceTransformerEncoder(model, label=label)


def _looks_like_path(name: str) -> bool:
    """Tell a mistyped folder from a hub name: `models/bge` is one where a folder `models` stands here."""
    if not _HUB_NAME.fullmatch(name) or name.startswith((".", "~", os.sep)):
        return True
    return "/" in name and Path(name).parent.is_dir()


def _is_cached(name: str) -> bool:
    """Tell whether a hub model is in the local cache; a bare name stands for one of sentence-transformers' own."""
    from huggingface_hub import try_to_load_from_cache

    repositories = [name] if "/" in name else [f"sentence-transformers/{name}", name]
    return any(
        isinstance(try_to_load_from_cache(repository, file), str)
        for repository in repositories
        for file in ("modules.json", "config.json")
    )


def _hub_answers() -> bool:
    """Tell within seconds whether the hub can be reached: its own client tries for minutes."""
    if any(os.environ.get(name, "").upper() in _YES for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")):
        return False
    address = os.environ.get("HF_ENDPOINT") or "https://huggingface.co"
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method="HEAD"), timeout=_HUB_TIMEOUT):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500 and error.code != 407  # it answered, if only to refuse this address
    except (OSError, ValueError):
        return False


def _hash_of_model(model: Any) -> str:
    """Return eight hex digits that change with a model's weights, parts, prompts and length limit."""
    import torch

    digest = hashlib.blake2b(digest_size=4)
    digest.update(repr((str(model), model.prompts, model.max_seq_length)).encode())
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(f"{key} {tuple(tensor.shape)} {tensor.dtype}".encode())
        digest.update(tensor.detach().cpu().contiguous().view(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()


def _plain(vectors: Any) -> list[list[float]]:
    """Return vectors as float32 numbers in lists; one that is not finite becomes the zero vector."""
    array = np.asarray(vectors, dtype=np.float32)
    array[~np.isfinite(array).all(axis=1)] = 0.0
    rows: list[list[float]] = array.tolist()
    return rows
