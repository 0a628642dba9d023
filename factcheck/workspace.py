"""One folder, opened by one process: its lock, its store, and the indexes brought up to what the store holds.

The store is the truth; an index is opened from its folder if it fits, caught up from the store's log of changes, or
built anew from the stored vectors, and nothing is ever encoded again for that. Each look at an index compares change
numbers first, so that no answer is older than the store.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from filelock import FileLock, Timeout

from factcheck import settings as settings_module
from factcheck.embed import Encoder, load_encoder
from factcheck.errors import CacheError, ModelError, NotFoundError, StoreError, WorkspaceBusyError
from factcheck.index.vectors import VectorIndex
from factcheck.index.words import WordIndex
from factcheck.settings import Settings
from factcheck.store import Store, VectorKind

STORE_FILE = "factcheck.duckdb"
LOCK_FILE = "owner.lock"
OWNER_FILE = "owner.json"
_SAVE_AFTER = 20_000
_QUICK = 200_000
"""Rows up to which an index that was outgrown is built on the spot, in some seconds; more are built aside."""
_WORD_KINDS = {"words": VectorKind.CLAIM, "earlier_words": VectorKind.EARLIER}


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a workspace open: a process, and where it serves, the address and the token for its HTTP interface."""

    pid: int
    address: str | None = None
    token: str | None = None


class Workspace:
    """An open workspace; safe to use from any thread.

    Attributes:
        path: its folder.
        settings: what was chosen for it.
        store: the truth.
    """

    def __init__(
        self, path: Path, store: Store, lock: FileLock, *, settings: Settings, encoder: Encoder | None = None
    ) -> None:
        self.path, self.store, self.settings = path, store, settings
        self._file_lock = lock
        self._encoder = encoder
        self._checked_encoder: Encoder | None = None
        self._encoder_lock = threading.RLock()
        self._locks = {name: threading.RLock() for name in (*VectorKind, *_WORD_KINDS)}
        self._vectors: dict[VectorKind, VectorIndex] = {}
        self._saved_at: dict[VectorKind, int] = {}
        self._words: dict[str, WordIndex] = {}
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="index")
        self._building: dict[VectorKind, Future[VectorIndex]] = {}
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path | str | None = None,
        *,
        settings: Settings | None = None,
        create: bool = True,
        encoder: Encoder | None = None,
    ) -> Self:
        """Open a workspace and become its owner.

        Args:
            path: its folder; None takes that of the settings.
            settings: None reads ``factcheck.toml`` in it and the environment.
            create: make it where it is missing.
            encoder: instead of the one that the settings name.

        Raises:
            WorkspaceBusyError: another process owns it.
            NotFoundError: it is missing, and ``create`` is False.
            StoreError: the folder can't be used, or its store can't be opened.
        """
        if settings is None:
            settings = settings_module.load(path)
        folder = Path(path) if path is not None else settings.workspace
        if not create and not (folder / STORE_FILE).is_file():
            raise NotFoundError(f"{folder} holds no workspace", remedy="Add a document to it first.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # whoever only looks for the owner holds the lock for a moment
            lock = FileLock(folder / LOCK_FILE, timeout=0.2, thread_local=False)
            lock.acquire()
        except Timeout as error:
            raise _busy(folder) from error
        except OSError as error:
            raise StoreError(
                f"{folder} can't be used as a workspace: {error.strerror or error}",
                remedy="Choose a folder that you may write to.",
            ) from error
        with ExitStack() as undone:
            undone.callback(lock.release)
            store = undone.enter_context(Store.open(folder / STORE_FILE))
            opened = cls(folder, store, lock, settings=settings, encoder=encoder)
            opened.set_owner(None, None)
            undone.pop_all()
        return opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Save the indexes, close the store, give up the lock. Doing so twice does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            self._built_aside()
            self.save()
        finally:
            self._aside.shutdown()
            for words in self._words.values():
                words.close()
            self.store.close()
            (self.path / OWNER_FILE).unlink(missing_ok=True)
            self._file_lock.release()

    def set_owner(self, address: str | None, token: str | None) -> None:
        """Write into the lock where this process serves, so that commands can find it. Only this user can read it."""
        content = json.dumps(asdict(Owner(os.getpid(), address, token)))
        temporary = self.path / f".{OWNER_FILE}.{os.getpid()}.tmp"
        temporary.unlink(missing_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
        temporary.replace(self.path / OWNER_FILE)

    # -------------------------------------------------------------------------------------------------------- encoder

    @property
    def encoder(self) -> Encoder:
        """The encoder, loaded when it is first wanted.

        Raises:
            ModelError: it can't be loaded, or this workspace's vectors were made by another model.
        """
        with self._encoder_lock:
            if self._checked_encoder is None:
                made = self._encoder or load_encoder(self.settings)
                known = self.store.model()
                given = made.identity
                if known is not None and (known.sha256, known.dimension) != (given.sha256, given.dimension):
                    raise ModelError(
                        f"The vectors of this workspace were made by {known.name} ({known.sha256[:12]}), "
                        f"and the settings name {given.name} ({given.sha256[:12]})",
                        remedy="Name that model in the settings, or use a new workspace for the other one.",
                    )
                self._checked_encoder = made
            return self._checked_encoder

    # -------------------------------------------------------------------------------------------------------- indexes

    @property
    def vectors(self) -> VectorIndex:
        """Index of claims, up to date."""
        return self.vector_index(VectorKind.CLAIM)

    @property
    def numberless_vectors(self) -> VectorIndex:
        """Index of claims with their numbers taken out, up to date."""
        return self.vector_index(VectorKind.NUMBERLESS)

    numberless = numberless_vectors
    kinds = VectorKind

    @property
    def earlier_vectors(self) -> VectorIndex:
        """Index of earlier claims, up to date."""
        return self.vector_index(VectorKind.EARLIER)

    @property
    def words(self) -> WordIndex:
        """Word index of claims, up to date."""
        return self._word_index("words")

    @property
    def earlier_words(self) -> WordIndex:
        """Word index of earlier claims, up to date."""
        return self._word_index("earlier_words")

    def vector_index(self, kind: VectorKind) -> VectorIndex:
        """The index of a kind, caught up with the store.

        Raises:
            ModelError: nothing is stored yet, and the encoder, which tells the dimension, can't be loaded.
        """
        with self._locks[kind]:
            model = self.store.model() or self.encoder.identity
            index = self._vectors.get(kind)
            if index is None or (index.model, index.dimension) != (model.sha256, model.dimension):
                index = self._opened(kind, model.sha256, model.dimension)
            if index.change != self.store.change_number():
                self._catch_up(kind, index)
            if index.outgrown():
                index = self._grown(kind, index)
            if kind is not VectorKind.NUMBERLESS:  # there the nearest are candidates, whose order decides nothing
                index.rows_of = partial(self.store.vectors, kind)
            self._vectors[kind] = index
            if abs(len(index) - self._saved_at.get(kind, 0)) > _SAVE_AFTER:
                self._save(kind, index)
            return index

    def sync(self) -> None:
        """Bring every index up to date, and save what has changed."""
        for kind in VectorKind:
            self.vector_index(kind)
        for name in _WORD_KINDS:
            self._word_index(name)
        self._built_aside()
        self.save()

    def save(self) -> None:
        """Save the indexes that were used and have changed; what is not saved is caught up at the next opening."""
        for kind, index in list(self._vectors.items()):
            with self._locks[kind]:
                if index.unsaved:
                    self._save(kind, index)

    def check_indexes(self) -> list[str]:
        """Where an index, brought up to date, differs from the store: a line each, empty where all is well."""
        found = []
        for kind in VectorKind:
            index = self.vector_index(kind)
            held, wanted = index.ids(), self.store.vector_rows(kind)
            if not np.array_equal(held, wanted):
                missing, surplus = len(np.setdiff1d(wanted, held)), len(held) - len(np.intersect1d(wanted, held))
                found.append(f"the index of {kind} vectors lacks {missing} rows and has {surplus} too many")
        for name, kind in _WORD_KINDS.items():
            held_words, wanted_words = len(self._word_index(name)), len(self.store.changes_since(0, kind).added)
            if held_words != wanted_words:
                found.append(f"the index of {name} holds {held_words} rows, and should hold {wanted_words}")
        return found

    def rebuild(self) -> None:
        """Build all indexes anew from the store, aside; nothing is encoded, and searches go on with those there are."""
        for kind in VectorKind:
            model = self.store.model() or self.encoder.identity
            built = self._built(kind, model.sha256, model.dimension)
            with self._locks[kind]:
                self._vectors[kind] = built
        for name in _WORD_KINDS:
            folder = self._folder(name)
            aside = folder.with_name(f"{folder.name}.new")
            made = WordIndex.create(aside)
            self._words_caught_up(name, made)
            made.close()
            with self._locks[name]:
                if name in self._words:
                    self._words.pop(name).close()
                shutil.rmtree(folder, ignore_errors=True)
                aside.rename(folder)
        self.sync()

    def _opened(self, kind: VectorKind, model: str, dimension: int) -> VectorIndex:
        try:
            index = VectorIndex.open(self._folder(kind), dimension=dimension, model=model)
        except CacheError:
            return self._built(kind, model, dimension)
        if index.change > self.store.change_number():  # of a store that was put back from a copy
            return self._built(kind, model, dimension)
        self._saved_at[kind] = len(index)
        return index

    def _built(self, kind: VectorKind, model: str, dimension: int) -> VectorIndex:
        before = self.store.changes_since(0, kind)
        index = VectorIndex.build(
            self.store.vector_portions(kind), len(before.added), dimension=dimension, model=model, change=before.number
        )
        # what came in while it was built may be in it already
        index.remove(self.store.changes_since(before.number, kind).added)
        return index

    def _catch_up(self, kind: VectorKind, index: VectorIndex) -> None:
        changes = self.store.changes_since(index.change, kind)
        index.remove(changes.removed)
        if len(changes.added):
            index.add(*self.store.vectors(kind, changes.added))
        index.change = changes.number

    def _grown(self, kind: VectorKind, index: VectorIndex) -> VectorIndex:
        """An index of the size it has now in the place of one that was outgrown; a large one is built aside, and until
        it is there the outgrown one, which is slower and no less right, is searched.
        """
        if len(index) <= _QUICK:
            return self._built(kind, index.model, index.dimension)
        building = self._building.get(kind)
        if building is None:
            building = self._aside.submit(self._built, kind, index.model, index.dimension)
            self._building[kind] = building
        if not building.done():
            return index
        del self._building[kind]
        grown = building.result()
        self._catch_up(kind, grown)
        return grown

    def _built_aside(self) -> None:
        """Wait for what is being built, and take it."""
        for kind, building in list(self._building.items()):
            building.exception()  # raised, if any, where it is taken
            self.vector_index(kind)

    def _save(self, kind: VectorKind, index: VectorIndex) -> None:
        try:
            index.save(self._folder(kind))
        except (OSError, RuntimeError) as error:
            raise CacheError(
                f"The index in {self._folder(kind)} can't be saved: {error}",
                remedy="Nothing is lost; look for free space and permission.",
            ) from error
        self._saved_at[kind] = len(index)

    def _word_index(self, name: str) -> WordIndex:
        with self._locks[name]:
            words = self._words.get(name)
            if words is None:
                try:
                    words = WordIndex.open(self._folder(name))
                except CacheError:
                    words = WordIndex.create(self._folder(name))
                if words.change > self.store.change_number():
                    words.close()
                    words = WordIndex.create(self._folder(name))
                self._words[name] = words
            if words.change != self.store.change_number():
                self._words_caught_up(name, words)
            return words

    def _words_caught_up(self, name: str, words: WordIndex) -> None:
        kind = _WORD_KINDS[name]
        changes = self.store.changes_since(words.change, kind)
        texts = (
            self.store.claim_texts(words.change) if kind is VectorKind.CLAIM else self.store.earlier_texts(words.change)
        )
        words.remove(changes.removed.tolist())
        words.add(texts)
        words.change = changes.number
        words.commit()

    def _folder(self, name: str) -> Path:
        return self.path / "words" / name if name.endswith("words") else self.path / "vectors" / name


def read_owner(path: Path | str) -> Owner | None:
    """The process that has the workspace in this folder open, or None. A dead process has no workspace open."""
    folder = Path(path)
    if not (folder / LOCK_FILE).exists():
        return None
    lock = FileLock(folder / LOCK_FILE, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return _owner(folder)
    except OSError:
        return None
    lock.release()
    return None


def _owner(folder: Path) -> Owner | None:
    try:
        return Owner(**json.loads((folder / OWNER_FILE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _busy(folder: Path) -> WorkspaceBusyError:
    owner = _owner(folder)
    remedy = "Stop it, or choose another workspace with --workspace."
    if owner is None:
        return WorkspaceBusyError(f"Another process has the workspace {folder} open", remedy=remedy)
    if owner.address:
        return WorkspaceBusyError(
            f"The workbench at {owner.address} has this workspace open", owner=owner.address, remedy=remedy
        )
    named = f"process {owner.pid}"
    return WorkspaceBusyError(f"P{named[1:]} has the workspace {folder} open", owner=named, remedy=remedy)
