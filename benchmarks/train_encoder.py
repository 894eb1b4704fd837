"""Trains the built-in encoder: python benchmarks/train_encoder.py --texts FOLDER --out models/builtin

A static embedding learns from pairs that belong together (a question and its passage, a title and its body, a sentence
and the sentences around it, a few key words and the passage they come from) to tell each from all others of its batch.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.encoder_texts import Article, Passage, choose_vocabulary, fold_table, read_articles, read_questions
from pipeline.retrieval.static import FORMAT, Tokens, packed

Ids = npt.NDArray[np.int32]
Matrix = npt.NDArray[np.float32]

COUNT_POWER = 0.5
"""A token that stands n times in a text counts n ** COUNT_POWER times."""
TEMPERATURE = 0.05
QUANTUM = 0.335
"""The step between two levels of a half-byte in standard deviations of a row: best for normally spread numbers."""
QUESTIONS_SHARE = 0.2
"""The share of a batch that are real questions; the rest is made from articles."""
ASKING = (
    *(
        "是什么",
        "由谁主持",
        "由谁汇报",
        "谁负责",
        "哪个部门牵头",
        "牵头单位是谁",
        "什么时候完成",
        "何时",
        "多少",
        "有哪些",
    ),
    *(
        "哪些内容",
        "有什么要求",
        "会议如何决定",
        "怎么规定",
        "提出了什么",
        "是否通过",
        "结果如何",
        "为什么",
        "如何",
        "怎样",
    ),
    *("关于", "情况", "请问", "包括哪些", "在哪里", "哪一年", "几项", "主要内容"),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article as token numbers: its title, and each sentence."""

    title: Ids
    sentences: list[Ids]


class Pairs:
    """Draws training pairs, no two of a batch from the same article."""

    def __init__(self, tokens: Tokens, articles: Sequence[Article], passages: Sequence[Passage], *, seed: int) -> None:
        self.random = random.Random(seed)
        self.rng = np.random.default_rng(seed)
        self.tokens = tokens
        self.articles = [
            Numbered(self._ids(article.title), [ids for text in article.sentences if len(ids := self._ids(text)) > 2])
            for article in articles
        ]
        self.articles = [article for article in self.articles if len(article.sentences) > 2]
        trained = [passage for passage in passages if not passage.held_out]
        self.questions = [
            (self._ids(passage.text), [self._ids(question) for question in passage.questions]) for passage in trained
        ]
        self.asking = [self._ids(phrase) for phrase in ASKING]
        self.parts = [self._ids(token) for token in tokens.vocabulary]
        counts = np.ones(len(tokens))
        for article in self.articles:
            for sentence in article.sentences:
                counts[np.unique(sentence)] += 1
        total = sum(len(article.sentences) for article in self.articles)
        self.rarity = np.log(total / counts).astype(np.float32)

    def _ids(self, text: str) -> Ids:
        return np.asarray(self.tokens.ids(text), dtype=np.int32)

    def batch(self, size: int) -> tuple[list[Ids], list[Ids]]:
        """Return the two sides of `size` pairs."""
        real = int(size * QUESTIONS_SHARE)
        pairs = [
            (self.random.choice(asked), self._thinned(text)) for text, asked in self.random.sample(self.questions, real)
        ]
        for article in self.random.sample(self.articles, size - real):
            pairs.append(self._made(article))
        return [left for left, _ in pairs], [right for _, right in pairs]

    def _thinned(self, ids: Ids, *, share: float = 0.1) -> Ids:
        """Leave out some tokens, so that no pair hangs on a single one."""
        kept = ids[self.rng.random(len(ids)) >= share]
        return kept if len(kept) else ids

    def _made(self, article: Numbered) -> tuple[Ids, Ids]:
        """Make a pair: a window of sentences on the right, a title, a sentence or key words on the left."""
        count = len(article.sentences)
        length = min(count, self.random.choice((2, 3, 4, 6, 9, 14, 20)))
        start = self.random.randrange(count - length + 1)
        window = article.sentences[start : start + length]
        kind = self.random.random()
        if kind < 0.25 and len(article.title):
            keys = [article.title] + ([self._keys(window)] if self.random.random() < 0.5 else [])
            return np.concatenate(keys), self._thinned(np.concatenate(window))
        if kind < 0.6:
            chosen = self.random.randrange(length)
            rest = [part for number, part in enumerate(window) if number != chosen or self.random.random() < 0.2]
            return window[chosen], self._thinned(np.concatenate(rest or window))
        titled = [article.title] if self.random.random() < 0.5 else []
        left = self._keys(window)
        right = np.concatenate([*titled, *window])
        if self.random.random() < 0.4:
            right = right[~np.isin(right, left)] if self.random.random() < 0.5 else right
        return left, self._thinned(right if len(right) else np.concatenate(window))

    def _keys(self, window: list[Ids]) -> Ids:
        """Return two to five key words of a window, the rare likelier, some with words that ask."""
        ids = np.concatenate([window[self.random.randrange(len(window))], window[0]])
        order = np.argsort(self.rng.exponential(size=len(ids)) / (self.rarity[ids] ** 2 + 1e-6))
        chosen = ids[order[: self.random.randint(2, 5)]]
        keys = [self.parts[token] if token < len(self.parts) else np.asarray([token], np.int32) for token in chosen]
        if self.random.random() < 0.5:
            keys.append(self.random.choice(self.asking))
        return np.concatenate(keys)


def bags(texts: list[Ids], rows: int) -> csr_matrix:
    """Return how much each token counts in each text, of shape (texts, rows)."""
    keyed = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text) for text in texts]) * rows
    keys, counts = np.unique(keyed + np.concatenate(texts), return_counts=True)
    starts = np.searchsorted(keys, np.arange(len(texts) + 1, dtype=np.int64) * rows)
    return csr_matrix(((counts**COUNT_POWER).astype(np.float32), keys % rows, starts), shape=(len(texts), rows))


def train(pairs: Pairs, *, dimension: int, minutes: float, size: int, rate: float, seed: int) -> Matrix:
    """Return the matrix of token vectors, of shape (tokens, dimension); their lengths are the tokens' weights.

    The sums over tokens and their gradient are sparse products, many times faster here than torch's own.
    """
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rows = len(pairs.tokens)
    table = torch.nn.Parameter(torch.randn(rows, dimension) * dimension**-0.5)
    table.data.mul_(torch.from_numpy(pairs.rarity)[:, None] / 5)
    weights: Matrix = table.detach().numpy()  # the same memory
    optimizer = torch.optim.Adam([table], lr=rate, fused=True)
    started, step, shown, target = time.process_time(), 0, 0.0, torch.arange(size)
    while (spent := (time.process_time() - started) / 60) < minutes:
        optimizer.param_groups[0]["lr"] = rate * min(1.0, (step + 1) / 50) * (1 - 0.97 * spent / minutes)
        left, right = pairs.batch(size)
        counts = bags(left + right, rows)
        sums = torch.from_numpy(counts @ weights).requires_grad_()
        unit = torch.nn.functional.normalize(sums, dim=1)
        logits = unit[:size] @ unit[size:].T / TEMPERATURE
        loss = torch.nn.functional.cross_entropy(logits, target) + torch.nn.functional.cross_entropy(logits.T, target)
        loss.backward()  # type: ignore[no-untyped-call]
        table.grad = torch.from_numpy(counts.T @ sums.grad.numpy())  # type: ignore[union-attr]
        optimizer.step()
        step += 1
        shown = 0.98 * shown + 0.02 * loss.item() if step > 1 else loss.item()
        if step % 100 == 0:
            print(f"step {step}  minutes {spent:.1f}  loss {shown:.3f}", flush=True)
    return weights


def save(out: Path, tokens: Tokens, matrix: Matrix) -> None:
    """Write the model's folder, each row in half-bytes with a scale of its own."""
    out.mkdir(parents=True, exist_ok=True)
    scales = np.maximum(matrix.std(axis=1), 1e-9) * QUANTUM
    np.save(out / "vectors.npy", packed(np.clip(np.rint(matrix / scales[:, None]), -8, 7).astype(np.int8)))
    np.save(out / "scales.npy", scales.astype(np.float32))
    (out / "vocabulary.txt").write_text("\n".join(tokens.vocabulary), "utf-8")
    (out / "fold.txt").write_text("".join(f"{old} {new}\n" for old, new in fold_table().items()), "utf-8")
    config = {"format": FORMAT, "buckets": tokens.buckets, "count_power": COUNT_POWER}
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")


def sample_texts(articles: Sequence[Article], passages: Sequence[Passage], *, limit: int) -> Iterator[str]:
    """Yield about `limit` characters of articles, and all trained passages, to count the vocabulary in."""
    for article in articles:
        text = article.title + "。" + "".join(article.sentences)
        limit -= len(text)
        if limit < 0:
            break
        yield text
    yield from (passage.text + "。".join(passage.questions) for passage in passages if not passage.held_out)


def main() -> None:
    """Read the texts, choose the vocabulary, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="the folder of training texts")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder")
    parser.add_argument("--minutes", type=float, default=9.0, help="processor time for training")
    parser.add_argument("--dimension", type=int, default=512)
    parser.add_argument("--vocabulary", type=int, default=26_000, help="how many tokens have a row of their own")
    parser.add_argument("--buckets", type=int, default=2048, help="rows shared by all other tokens")
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=0, help="use only so many articles (0: all)")
    chosen = parser.parse_args()
    articles, passages = read_articles(chosen.texts), read_questions(chosen.texts)
    random.Random(chosen.seed).shuffle(articles)
    articles = articles[: chosen.articles or None]
    texts = list(sample_texts(articles, passages, limit=6_000_000))
    vocabulary = choose_vocabulary(texts, size=chosen.vocabulary)
    tokens = Tokens(vocabulary, buckets=chosen.buckets, fold=fold_table())
    print(f"{len(articles)} articles, {len(passages)} passages, {len(vocabulary)} tokens", flush=True)
    pairs = Pairs(tokens, articles, passages, seed=chosen.seed)
    matrix = train(
        pairs,
        dimension=chosen.dimension,
        minutes=chosen.minutes,
        size=chosen.batch,
        rate=chosen.rate,
        seed=chosen.seed,
    )
    save(chosen.out, tokens, matrix)


if __name__ == "__main__":
    main()
