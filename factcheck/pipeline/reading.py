"""Texts being taken in beside the person who waits: how far it is, what was found so far, and the way to stop it.

A text is read in a thread of its own. What is found at its beginning is given while the rest is still read, as
*provisional* claims: they are in no workspace, have no lasting id and no decision can be taken on them. A document goes
into the workspace by one transaction at the very end (:mod:`factcheck.pipeline.ingest`), so a reading that is stopped
before leaves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from threading import Event, Lock
from typing import TYPE_CHECKING

from factcheck.compare import describe
from factcheck.errors import FactcheckError
from factcheck.extract import Extraction, extract
from factcheck.model import Document, Statement
from factcheck.pipeline import ingest, wording
from factcheck.pipeline.ingest import Failed
from factcheck.pipeline.views import Badge, Ingested, Progress, QueueItem

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.workspace import Workspace

LONG = 12_000
"""Code points of a text from which on its beginning is read first, so that the first claims come soon."""
BEGINNING = 5_000
"""Code points that are read first of a long text."""
READING = Badge("reading", "still reading…", "Found so far; decisions can be taken when all of the text is read")


@dataclass(frozen=True, slots=True)
class Source:
    """One text to take in: its name as the person knows it, and what makes a document of it."""

    name: str
    document: Callable[[], Document]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How a reading stands.

    Attributes:
        at: name of the text that is being read. document: the same as a document, once it is one.
        claims: what was found in it so far, provisional.
        part: how much of all is done, 0 to 1. what: the step that is being done.
        done, failed: the texts that are kept, and those that can't be, with the reason.
        stopped: somebody stopped it; nothing of the text that was being read is kept.
    """

    at: str = ""
    document: Document | None = None
    claims: tuple[QueueItem, ...] = ()
    part: float = 0.0
    what: str = ""
    done: tuple[Ingested, ...] = ()
    failed: tuple[Failed, ...] = ()
    stopped: bool = False


class _StoppedError(Exception):
    """Raised in the reading thread at the first step after it was told to stop."""


_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="reading")


_guard = Lock()
_under_way: list[Reading] = []


def under_way(workspace: Workspace) -> list[Reading]:
    """What is being read into a workspace, in the order of its beginning, whoever began it and in whichever tab."""
    with _guard:
        return [one for one in _under_way if one.workspace is workspace and not one.over]


class Reading:
    """Texts on their way into a workspace."""

    def __init__(self, workspace: Workspace, sources: Sequence[Source]) -> None:
        self._workspace, self._sources = workspace, tuple(sources)
        self._stop = Event()
        self._lock = Lock()
        self._now = Snapshot(at=sources[0].name if sources else "")
        with _guard:
            _under_way.append(self)
        self._future: Future[None] = _threads.submit(self._run)
        self._future.add_done_callback(self._gone)

    def _gone(self, _: Future[None]) -> None:
        with _guard:
            _under_way.remove(self)

    @property
    def workspace(self) -> Workspace:
        """Where the texts go."""
        return self._workspace

    @property
    def now(self) -> Snapshot:
        """How it stands at this moment."""
        with self._lock:
            return self._now

    @property
    def over(self) -> bool:
        """Whether it came to its end, well or not."""
        return self._future.done()

    @property
    def too_late(self) -> bool:
        """Somebody wanted to stop it when all was kept already."""
        return self._stop.is_set() and not self.now.stopped

    def stop(self) -> None:
        """Ends it at its next step; what is kept by then stays, of the text that is being read nothing is."""
        self._stop.set()
        self._future.cancel()

    def finished(self, *, within: float = 0.0) -> bool:
        """Whether it came to its end, waiting at most ``within`` seconds for that.

        Raises:
            FactcheckError: the workspace or its model can't be used.
        """
        wait([self._future], timeout=within)
        if not self._future.done():
            return False
        if self._future.cancelled():
            self._tell(stopped=True)
        else:
            self._future.result()
        return True

    def _tell(self, **changed: object) -> None:
        with self._lock:
            self._now = replace(self._now, **changed)  # type: ignore[arg-type]

    def _run(self) -> None:
        for number, source in enumerate(self._sources):
            self._tell(at=source.name, document=None, claims=(), what="reading the text")
            self._at(number, 0.02)
            try:
                done = self._one(number, source)
            except _StoppedError:
                self._tell(stopped=True)
                return
            except FactcheckError as error:
                self._tell(failed=(*self.now.failed, Failed(source.name, str(error))))
                continue
            self._tell(done=(*self.now.done, done))
        self._tell(part=1.0, what="done")

    def _one(self, number: int, source: Source) -> Ingested:
        document = source.document()
        self._step()
        self._tell(document=document)
        known = self._workspace.store.document_by_sha(document.sha256) is not None
        extraction = None if known else self._extraction(number, document)

        def tell(progress: Progress) -> None:
            self._step()
            within = progress.done / progress.total if progress.total else 0.0
            self._tell(what=progress.what)
            self._at(number, 0.6 + 0.4 * within)

        return ingest.ingest(self._workspace, document, extraction=extraction, on_progress=tell, pasted=True)

    def _extraction(self, number: int, document: Document) -> Extraction:
        if len(document.text) > LONG:
            begins = replace(document, text=_beginning(document.text), raw=b"")
            self._tell(claims=provisional(document, extract(begins).claims), what="reading the rest")
            self._step()
            self._at(number, 0.1)
        found = extract(document)
        self._step()
        self._tell(claims=provisional(document, found.claims), what="embedding claims")
        self._at(number, 0.6)
        return found

    def _step(self) -> None:
        if self._stop.is_set():
            raise _StoppedError

    def _at(self, number: int, within: float) -> None:
        self._tell(part=min(1.0, (number + within) / len(self._sources)))


def _beginning(text: str) -> str:
    """The first paragraphs of a text, as long as one is allowed to be read first; offsets are the text's own."""
    cut = text.rfind("\n", BEGINNING // 2, BEGINNING)
    return text[: cut if cut > 0 else BEGINNING]


def provisional(document: Document, claims: Sequence[Claim]) -> tuple[QueueItem, ...]:
    """Claims that are in no workspace yet, as lines of a queue, marked as still being read."""
    made = []
    for number, claim in enumerate(claims):
        statement = Statement(
            claim, title=document.title, outlet=document.outlet, url=document.url, published_on=document.published_on
        )
        figure = claim.figures[0] if claim.figures else None
        made.append(
            QueueItem(
                claim_id=f"provisional-{number}",
                statement=statement,
                speaker=wording.speaker_line(statement),
                as_written=figure.text if figure else None,
                as_read=describe(figure) if figure else None,
                as_of=wording.when(statement, figure) if figure else None,
                badges=(READING,),
                why="",
                checkable=True,
            )
        )
    return tuple(made)


def warm(workspace: Workspace) -> None:
    """Loads the parser and the encoder, so that the first text that comes doesn't wait for them."""
    workspace.encoder.encode(["one"])
    extract(ingest.from_text("The council said on Monday that 12 houses were flooded."))


__all__ = ["Reading", "Snapshot", "Source", "provisional", "under_way", "warm"]
