"""The keyword index: BM25 over the terms of each chunk, in tantivy; a cache that can be made anew at any time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import LibraryDamaged
from pipeline.patterns import compiled
from pipeline.retrieval.cache import Stamp
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.tokens import VERSION, query_tokens, tokenize

if TYPE_CHECKING:
    import tantivy

STAMP_WEIGHT = 1.0
HEADING_WEIGHT = 1.0
"""What a term counts that is found in the document's stamp (body, number, meeting, date) or in the heading of the
chunk, against one found in the text. A heading mostly stands in the text as well, and so counts twice already."""

_FIELDS = (("text", 1.0), ("stamp", STAMP_WEIGHT), ("heading", HEADING_WEIGHT))
_CHINESE = compiled(r"[\u3400-\u9fff]+")
_STAMP = "stamp.json"
_WRITER_BYTES = 50_000_000
_TOKENS = "tokens"


class Keywords:
    """The keyword index of a library, in a folder of its own.

    One process writes at a time (the library's lock sees to it); any number read, each from what it last opened.

    Args:
        folder: where the index stands; made at the first write.
    """

    name = "keywords"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made_with = f"tokens {VERSION}"
        self._index: tantivy.Index | None = None
        self._stamp: Stamp | None = None

    def open(self, library: str) -> Stamp | None:
        """Open what is on disk now and return its stamp, or `None` where there is nothing that can be used."""
        import tantivy

        self._index, self._stamp = None, None
        try:
            stamp = Stamp(**json.loads((self.folder / _STAMP).read_text(encoding="utf-8")))
            self._index = tantivy.Index.open(str(self.folder))
            self._index.searcher()
        except (OSError, ValueError, TypeError):  # tantivy says ValueError of a damaged index
            self._index = None
            return None
        self._stamp = stamp if stamp.library == library else None
        return self._stamp

    @property
    def stamp(self) -> Stamp | None:
        """The stamp of what is open."""
        return self._stamp

    def on_disk(self) -> bool:
        """Tell whether an index stands in the folder."""
        return (self.folder / _STAMP).is_file()

    def close(self) -> None:
        """Let go of the files."""
        self._index, self._stamp = None, None

    def count(self) -> int:
        """Return the number of chunks in the index."""
        return int(self._index.searcher().num_docs) if self._index is not None else 0

    def clear(self, library: str) -> None:
        """Take everything out, and whatever damaged files stand there."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def replace(self, document_ids: Sequence[str], chunks: Iterable[Chunk], *, library: str) -> None:
        """Take documents out and put chunks in, in one commit.

        Raises:
            LibraryDamaged: the index cannot be written.
        """
        import tantivy

        if self._index is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(_schema(), path=str(self.folder))
        self._index.register_tokenizer(_TOKENS, _analyzer())
        try:
            writer = self._index.writer(_WRITER_BYTES, 1)
            for document_id in document_ids:
                writer.delete_documents_by_term("document_id", document_id)
            for chunk in chunks:
                writer.add_document(tantivy.Document(**_fields(chunk)))
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()
        except ValueError as error:  # a segment is gone or unreadable
            raise LibraryDamaged(str(self.folder.parent), f"关键词索引 {error}") from error

    def write_stamp(self, stamp: Stamp) -> None:
        """Note what the index was made from, after the commit; a crash in between leaves the older stamp."""
        partial = self.folder / f"{_STAMP}.partial"
        partial.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
        partial.replace(self.folder / _STAMP)
        self._stamp = stamp

    def search(
        self,
        query: str,
        *,
        limit: int,
        document_ids: Sequence[str] | None = None,
        within: Sequence[str] = ("text", "stamp", "heading"),
    ) -> list[tuple[str, float]]:
        """Return ids of chunks with their BM25 score, best first; equal scores in order of id.

        Args:
            query: a question or words.
            limit: how many to return at most.
            document_ids: the documents to stay within, or `None` for all.
            within: where to look: the text, the heading, the stamp that names the document.
        """
        import tantivy

        terms = query_tokens(query)
        if self._index is None or not terms or (document_ids is not None and not document_ids):
            return []
        schema = self._index.schema
        should: list[tuple[Any, Any]] = []
        for term in terms:
            for field, weight in _FIELDS:
                if field not in within:
                    continue
                found = tantivy.Query.term_query(schema, field, term, "freq")
                should.append((tantivy.Occur.Should, tantivy.Query.boost_query(found, weight)))
        return self._ranked(tantivy.Query.boolean_query(should), limit, document_ids)

    def frequency(self, text: str) -> int:
        """Return in how many chunks a string stands, at most: of a longer string as often as its rarest pair."""
        if self._index is None or not text:
            return 0
        searcher = self._index.searcher()

        def count(term: str) -> int:
            return max(int(searcher.doc_freq(field, term)) for field, _ in _FIELDS)

        return min((count(term) for term in _pairs(text)), default=0)

    def beginning(self, opening: str) -> list[str]:
        """Return the terms of the texts that begin so, the commonest first."""
        if self._index is None:
            return []
        return [term for term, _ in self._index.searcher().terms_with_prefix("text", opening)]

    def search_words(
        self, words: Mapping[str, float], *, limit: int, document_ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return ids of chunks that hold any of some words, each with its weight; a long one may stand in pieces."""
        import tantivy

        if self._index is None or not words or (document_ids is not None and not document_ids):
            return []
        schema = self._index.schema
        should: list[tuple[Any, Any]] = []
        for word, weight in words.items():
            for field in ("text", "heading"):
                pairs = [tantivy.Query.term_query(schema, field, pair, "freq") for pair in _pairs(word)]
                every = tantivy.Query.boolean_query([(tantivy.Occur.Must, pair) for pair in pairs])
                should.append((tantivy.Occur.Should, tantivy.Query.boost_query(every, weight / max(1, len(pairs)))))
        return self._ranked(tantivy.Query.boolean_query(should), limit, document_ids)

    def holding(self, word: str, *, limit: int, document_ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """Return ids of chunks that hold one word, for a rare one that longer chunks have among much else."""
        return self.search_words({word: 1.0}, limit=limit, document_ids=document_ids)

    def _ranked(self, asked: Any, limit: int, document_ids: Sequence[str] | None) -> list[tuple[str, float]]:
        """Return the best chunks for a query, within some documents where they are given."""
        import tantivy

        assert self._index is not None
        if document_ids is not None:
            within = tantivy.Query.term_set_query(self._index.schema, "document_id", list(document_ids))
            silent = tantivy.Query.const_score_query(within, 0.0)
            asked = tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, silent)])
        searcher = self._index.searcher()
        hits = searcher.search(asked, limit, count=False).hits
        ranked = [(str(searcher.doc(address)["chunk_id"][0]), float(score)) for score, address in hits]
        return sorted(ranked, key=lambda hit: (-hit[1], hit[0]))


def _pairs(text: str) -> list[str]:
    """Return the terms under which a word stands in the index: its pairs of characters; a short or Latin one itself.

    >>> _pairs("停车费"), _pairs("odm")
    (['停车', '车费'], ['odm'])
    """
    if len(text) <= 2 or not _CHINESE.fullmatch(text):
        return [text]
    return [text[place : place + 2] for place in range(len(text) - 1)]


def _fields(chunk: Chunk) -> dict[str, str]:
    """Return what is indexed of a chunk, as terms between blanks.

    What the stamp says counts alike for every chunk of a document. In the text the same words are left out, else the
    opening paragraph, which repeats them all, would win every question that names its meeting.
    """
    stamp = tokenize(chunk.stamp)
    said = set(stamp)
    return {
        "chunk_id": chunk.chunk_id,
        "document_id": chunk.document_id,
        "text": " ".join(term for term in tokenize(chunk.text) if term not in said),
        "stamp": " ".join(stamp),
        "heading": " ".join(tokenize(chunk.heading)),
    }


def _schema() -> tantivy.Schema:
    """Return the fields: two ids as they are, and the terms of the rest between blanks."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("chunk_id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document_id", tokenizer_name="raw", index_option="basic")
    for field, _ in _FIELDS:
        builder.add_text_field(field, tokenizer_name=_TOKENS, index_option="freq")
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    """Return the analyzer of a text that was made into terms before."""
    import tantivy

    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
