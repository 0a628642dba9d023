"""Best words by BM25 (tantivy): additions and removals without a rebuild, and every text is data.

A query is cut into words by the same analyser as the texts and put together from term queries, so that no operator
or quotation mark in it means anything, unless phrases in quotation marks are asked for. Where the writer dies between
its commit and the manifest, what is added again replaces what was there: a row is never found twice.
"""

from __future__ import annotations

import math
import re
import shutil
import threading
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from factcheck.errors import CacheError
from factcheck.index import manifest as manifests
from factcheck.index.manifest import Manifest

FIELDS = {"text": 1.0, "title": 0.7, "names": 0.5, "context": 0.5}
"""Fields that are searched, and how much a match in each counts."""
_MOST_WORDS = 64
_LONGEST_WORD = 60
_FEW_ROWS = 2_000
_MOST_CHARACTERS = 20_000
_HEAP = 64_000_000
_FORMAT = 2
_ANALYSER = "claims"
_GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f\u2009'’](?=\d{3}(?!\d))")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_PHRASE = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


class WordIndex:
    """Texts by row and field, in a folder; safe to call from any thread.

    Attributes:
        change: change number of the store that it has caught up with; whoever adds and removes sets it, then commits.
    """

    def __init__(self, folder: Path, index: Any, *, change: int) -> None:
        self.folder, self.change = folder, change
        self._index = index
        self._index.register_tokenizer(_ANALYSER, _analyser())
        self._words = _analyser()
        self._lock = threading.RLock()
        self._writer: Any = None
        self._rarity: dict[str, float] = {}

    @classmethod
    def create(cls, folder: Path) -> Self:
        """An empty index in the place of whatever the folder holds."""
        import tantivy

        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        made = cls(folder, tantivy.Index(_schema(), path=str(folder), reuse=False), change=0)
        made._save_manifest()
        return made

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A saved index.

        Raises:
            CacheError: there is none, it is damaged, or it has another layout.
        """
        import tantivy

        known = manifests.load(folder)
        if known.format != _FORMAT:
            raise CacheError(f"{folder} holds an index of another layout")
        try:
            made = cls(folder, tantivy.Index.open(str(folder)), change=known.change)
            held = made._index.searcher().num_docs
        except (ValueError, OSError, RuntimeError) as error:
            raise CacheError(f"{folder} can't be read as an index: {error}") from error
        # a writer that died after its commit leaves more than the manifest says, never less
        if held < known.count:
            raise CacheError(f"{folder} holds {held} rows, its manifest says {known.count}")
        return made

    def __len__(self) -> int:
        return int(self._index.searcher().num_docs)

    def add(self, texts: Iterable[tuple[int, Mapping[str, str]]]) -> int:
        """Add rows with the text of each field, in the place of what is in it under the same numbers; see
        :data:`FIELDS` for the names. Nothing is found before :meth:`commit`. Says how many rows were added.
        """
        import tantivy

        added = 0
        with self._lock:
            writer = self._open_writer()
            for row, fields in texts:
                writer.delete_documents_by_term("row", int(row))
                document = tantivy.Document()
                document.add_integer("row", int(row))
                for name, text in fields.items():
                    if name not in FIELDS:
                        raise ValueError(f"No field is called {name}")
                    document.add_text(name, _plain(text))
                writer.add_document(document)
                added += 1
        return added

    def remove(self, rows: Iterable[int]) -> None:
        """Remove rows; those that are not in it are left out. Done at the next :meth:`commit`."""
        with self._lock:
            for row in rows:
                self._open_writer().delete_documents_by_term("row", int(row))

    def commit(self) -> None:
        """Make additions and removals lasting and visible, with :attr:`change` in the manifest."""
        with self._lock:
            if self._writer is not None:
                self._writer.commit()
                self._index.reload()
                self._rarity = {}
            self._save_manifest()

    def search(
        self,
        text: str,
        k: int,
        *,
        phrases: bool = False,
        boosts: Mapping[str, float] | None = None,
        among: Collection[int] | None = None,
    ) -> list[tuple[int, float]]:
        """The k best rows for the words of ``text``, best first, as (row, BM25 score).

        Args:
            phrases: what stands in quotation marks must be there, word by word and in this order.
            boosts: how much a match in a field counts, :data:`FIELDS` if None; fields left out are not searched.
            among: only these rows may be found, however far down the others would have pushed them.
        """
        boosts = FIELDS if boosts is None else boosts
        if k < 1 or (among is not None and not among):
            return []
        searcher = self._index.searcher()
        query = self._query(searcher, text[:_MOST_CHARACTERS], phrases, boosts)
        if query is None:
            return []
        if among is None:
            return self._hits(searcher, query, k)
        if len(among) <= _FEW_ROWS:
            return self._hits(searcher, self._narrowed(query, among), k)
        allowed = among if isinstance(among, frozenset | set) else frozenset(among)
        # of many rows most hits are allowed: looking further down is quicker than asking for each row
        limit = 2 * k * (1 + len(self) // len(allowed))
        while True:
            hits = self._hits(searcher, query, limit)
            kept = [hit for hit in hits if hit[0] in allowed][:k]
            if len(kept) == k or len(hits) < limit:
                return kept
            limit *= 8

    def _narrowed(self, query: Any, among: Collection[int]) -> Any:
        import tantivy

        rows = tantivy.Query.term_set_query(self._index.schema, "row", [int(row) for row in among])
        silent = tantivy.Query.const_score_query(rows, 0.0)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, silent)])

    @staticmethod
    def _hits(searcher: Any, query: Any, limit: int) -> list[tuple[int, float]]:
        hits = searcher.search(query, limit=limit, count=False).hits
        if not hits:
            return []
        rows = searcher.fast_field_values("row", [address for _score, address in hits])
        return [(int(row), float(score)) for row, (score, _address) in zip(rows, hits, strict=True)]

    def words_of(self, text: str) -> list[str]:
        """The words of a text as this index knows them, in their order."""
        return list(self._words.analyze(_plain(text)))

    def rarity(self, words: Iterable[str]) -> dict[str, float]:
        """How much each word of :meth:`words_of` tells: its inverse document frequency here, as BM25 weighs it; > 0."""
        known, searcher, many = self._rarity, self._index.searcher(), len(self)
        found = {}
        for word in words:
            if word not in known:
                spread = max(searcher.doc_freq(field, word) for field in FIELDS)
                known[word] = math.log(1 + max(0.0, many - spread + 0.5) / (spread + 0.5))
            found[word] = known[word]
        return found

    def close(self) -> None:
        """Let go of the folder; what was not committed is lost."""
        with self._lock:
            if self._writer is not None:
                self._writer.rollback()
                self._writer.wait_merging_threads()
                self._writer = None

    def _query(self, searcher: Any, text: str, phrases: bool, boosts: Mapping[str, float]) -> Any:
        import tantivy

        schema = self._index.schema
        clauses = []
        for phrase in _PHRASE.findall(text) if phrases else ():
            words = self._words.analyze(_plain(phrase))
            if len(words) > 1:
                ways = [tantivy.Query.phrase_query(schema, field, words) for field in boosts]
            else:
                ways = [tantivy.Query.term_query(schema, field, word) for word in words for field in boosts]
            if ways:
                clauses.append((tantivy.Occur.Must, tantivy.Query.disjunction_max_query(ways)))
        for word, times in self._rarest(searcher, self._words.analyze(_plain(text)), boosts):
            for field, boost in boosts.items():
                term = tantivy.Query.term_query(schema, field, word, index_option="freq")
                clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(term, boost * times)))
        return tantivy.Query.boolean_query(clauses) if clauses else None

    def _rarest(self, searcher: Any, words: list[str], boosts: Mapping[str, float]) -> list[tuple[str, int]]:
        counted = Counter(words)
        if len(counted) <= _MOST_WORDS:
            return list(counted.items())

        def spread(word: str) -> int:
            return sum(searcher.doc_freq(field, word) for field in boosts)

        return sorted(counted.items(), key=lambda item: spread(item[0]) or len(self) + 1)[:_MOST_WORDS]

    def _open_writer(self) -> Any:
        if self._writer is None:
            try:
                self._writer = self._index.writer(heap_size=_HEAP, num_threads=1)
            except ValueError as error:
                raise CacheError(f"{self.folder} can't be written: {error}") from error
        return self._writer

    def _save_manifest(self) -> None:
        Manifest(format=_FORMAT, kind="bm25", model="", dimension=0, change=self.change, count=len(self)).save(
            self.folder
        )


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", stored=False, indexed=True, fast=True)
    for name in FIELDS:
        builder.add_text_field(name, stored=False, tokenizer_name=_ANALYSER, index_option="position")
    return builder.build()


def _analyser() -> Any:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (
        Filter.remove_long(_LONGEST_WORD),
        Filter.lowercase(),
        Filter.ascii_fold(),
        Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


def _plain(text: str) -> str:
    """One spelling of characters and numbers: "16,000" and "16 000" are 16000, "4.5" stays one word."""
    text = unicodedata.normalize("NFKC", _GROUPED.sub("", text))
    return _POINT.sub("p", text).encode("utf-8", "replace").decode("utf-8")
