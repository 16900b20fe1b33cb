"""Search over labels in all languages and over passages: a full-text index beside the store (SQLite FTS5).

The index is derived: it can be deleted at any time and is brought up to date with the state of the
graph by `refresh`, which touches only the labels and documents that changed. A search finds words by
their beginning, without regard to case and accents.
"""

import re
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph.contract import View
from graph.errors import StoreError
from graph.iris import document_iri
from graph.publish import state_of_documents
from ontology.settings import Settings

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (slug TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS label (id INTEGER PRIMARY KEY, entity TEXT NOT NULL, text TEXT NOT NULL,
  language TEXT NOT NULL, preferred INTEGER NOT NULL, UNIQUE (entity, text, language, preferred));
CREATE TABLE IF NOT EXISTS passage (id INTEGER PRIMARY KEY, node TEXT NOT NULL, slug TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passage_slug ON passage (slug);
CREATE VIRTUAL TABLE IF NOT EXISTS label_text USING fts5 (
  text, content='label', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS passage_text USING fts5 (
  text, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
"""
_LABELS = """
SELECT label.entity, highlight(label_text, 0, char(2), char(3))
FROM label_text JOIN label ON label.id = label_text.rowid
WHERE label_text MATCH ?
ORDER BY rank - 4 * label.preferred - 8 * (lower(label.text) = lower(?)), label.entity, label.id LIMIT ?
"""
_ALIKE = """
SELECT label.entity FROM label_text JOIN label ON label.id = label_text.rowid
WHERE label_text MATCH ? ORDER BY rank, label.entity, label.id LIMIT ?
"""
_PASSAGES = """
SELECT passage.node, passage.slug, snippet(passage_text, 0, char(2), char(3), '…', 32)
FROM passage_text JOIN passage ON passage.id = passage_text.rowid
WHERE passage_text MATCH ? ORDER BY rank, passage.id LIMIT ?
"""
_WORDS = re.compile(r"\w+")
_MARKS = re.compile("[\x02\x03]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MOST_WORDS, _LONGEST_WORD = 16, 64
_LABELS_EACH = 10  # labels of one entity that may all match


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. kind: entity or passage; iri: its node; document: that of a passage.

    marks: start and end of each place in `text` where a word was found.
    """

    kind: str
    iri: str
    text: str
    marks: tuple[tuple[int, int], ...]
    document: str | None = None


class SearchIndex:
    """The index in a file, or in memory without a path. Threads may share it."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        try:
            self._database = _open(path)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"the search index {path} cannot be used: {error}") from error

    @property
    def generation(self) -> str:
        """Name of the state of the graph that was indexed; empty before the first."""
        with self._lock:
            row = self._database.execute("SELECT value FROM state WHERE name = 'generation'").fetchone()
        return row[0] if row else ""

    def refresh(self, view: View) -> None:
        """Make the index that of the view. Raises StoreError when its file cannot be written."""
        if self.generation == view.generation:
            return
        with self._lock:
            try:
                self._database.execute("BEGIN IMMEDIATE")
                self._refresh_labels(view)
                self._refresh_passages(view)
                self._database.execute("REPLACE INTO state VALUES ('generation', ?)", (view.generation,))
                self._database.execute("COMMIT")
            except BaseException as error:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise StoreError(f"the search index cannot be written: {error}") from error
                raise

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Entities first, then passages, at most `limit` of each; nothing for a text without words.

        Whatever the text holds, it is only ever words to look for.
        """
        query = _query(text)
        if not query:
            return []
        with self._lock:
            labels = self._database.execute(_LABELS, (query, text.strip(), limit * _LABELS_EACH)).fetchall()
            passages = self._database.execute(_PASSAGES, (query, limit)).fetchall()
        best = dict(reversed(labels))
        ranked = list(dict.fromkeys(entity for entity, _ in labels))[:limit]
        entities = [Hit("entity", entity, *_marked(best[entity])) for entity in ranked]
        found = [Hit("passage", node, *_marked(marked), document_iri(slug)) for node, slug, marked in passages]
        return [*entities, *found]

    def alike(self, name: str, limit: int = 6) -> list[str]:
        """IRIs of entities that share words with a name, those with the rarest words and shortest names first."""
        wanted = " OR ".join(f'"{word[:_LONGEST_WORD]}"' for word in _WORDS.findall(name)[:_MOST_WORDS])
        if not wanted:
            return []
        with self._lock:
            rows = self._database.execute(_ALIKE, (wanted, limit * _LABELS_EACH)).fetchall()
        return list(dict.fromkeys(entity for (entity,) in rows))[:limit]

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()

    def _refresh_labels(self, view: View) -> None:
        wanted = {_label(row["entity"], row["label"], row["preferred"]) for row in view.rows("search_labels")}
        with closing(self._database.execute("SELECT entity, text, language, preferred, id FROM label")) as rows:
            there = {(entity, text, language, bool(preferred)): id_ for entity, text, language, preferred, id_ in rows}
        for label in there.keys() - wanted:
            self._forget("label", [(there[label], label[1])])
        for entity, text, language, preferred in sorted(wanted - there.keys()):
            cursor = self._database.execute(
                "INSERT INTO label (entity, text, language, preferred) VALUES (?, ?, ?, ?)",
                (entity, text, language, preferred),
            )
            self._database.execute("INSERT INTO label_text (rowid, text) VALUES (?, ?)", (cursor.lastrowid, text))

    def _refresh_passages(self, view: View) -> None:
        wanted = {slug: state.sha256 for slug, state in state_of_documents(view).items()}
        there = dict(self._database.execute("SELECT slug, sha256 FROM document").fetchall())
        for slug in there:
            if wanted.get(slug) != there[slug]:
                rows = self._database.execute("SELECT id, text FROM passage WHERE slug = ?", (slug,)).fetchall()
                self._forget("passage", rows)
                self._database.execute("DELETE FROM document WHERE slug = ?", (slug,))
        for slug in sorted(wanted):
            if there.get(slug) != wanted[slug]:
                self._add_document(view, slug, wanted[slug])

    def _add_document(self, view: View, slug: str, sha256: str) -> None:
        self._database.execute("INSERT INTO document VALUES (?, ?)", (slug, sha256))
        for row in view.rows("search_passages", document=NamedNode(document_iri(slug))):
            node, text = row["passage"], row["text"]
            if node is None or text is None:
                continue
            clean = _CONTROL.sub(" ", text.value)
            cursor = self._database.execute(
                "INSERT INTO passage (node, slug, text) VALUES (?, ?, ?)", (node.value, slug, clean)
            )
            self._database.execute("INSERT INTO passage_text (rowid, text) VALUES (?, ?)", (cursor.lastrowid, clean))

    def _forget(self, table: str, rows: Iterable[tuple[int, str]]) -> None:
        """Rows of a table whose text the index holds by reference: it must be told the text (FTS5, 4.4.3)."""
        unlearn, delete = _FORGET[table]
        for id_, text in rows:
            self._database.execute(unlearn, (id_, text))
            self._database.execute(delete, (id_,))


_FORGET = {
    "label": (
        "INSERT INTO label_text (label_text, rowid, text) VALUES ('delete', ?, ?)",
        "DELETE FROM label WHERE id = ?",
    ),
    "passage": (
        "INSERT INTO passage_text (passage_text, rowid, text) VALUES ('delete', ?, ?)",
        "DELETE FROM passage WHERE id = ?",
    ),
}


def open_index(settings: Settings) -> SearchIndex:
    """The index of a store: a file in the folder of an embedded one, in memory for any other."""
    if settings.store_url == "memory:" or settings.store_url.startswith(("http://", "https://")):
        return SearchIndex()
    return SearchIndex(settings.data_dir / "search.sqlite")


def _open(path: Path | None) -> sqlite3.Connection:
    """The file, made when it is not there; one that is no database is made anew, for it holds nothing of its own."""
    if path is None:
        return _connect(":memory:")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connect(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        database.executescript(_SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _label(entity: object, label: object, preferred: object) -> tuple[str, str, str, bool]:
    if not (isinstance(entity, NamedNode) and isinstance(label, Literal) and isinstance(preferred, Literal)):
        raise StoreError(f"the label of {entity} is no text")
    return entity.value, _CONTROL.sub(" ", label.value), label.language or "", preferred.value == "true"


def _query(text: str) -> str:
    """Words of a text as an FTS5 query: each quoted, found by its beginning, all of them wanted."""
    words = _WORDS.findall(text)[:_MOST_WORDS]
    return " ".join(f'"{word[:_LONGEST_WORD]}"*' for word in words)


def _marked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text without the marks, and the places between them."""
    places, clean, last = [], "", 0
    for mark in _MARKS.finditer(text):
        clean += text[last : mark.start()]
        places.append(len(clean))
        last = mark.end()
    clean += text[last:]
    return clean, tuple(zip(places[::2], places[1::2], strict=False))
