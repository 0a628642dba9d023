"""What is known of an article besides its text, set right after it came in: title, outlet, author, address, date.

A pasted text often has no date. When it gets one, "on Tuesday" becomes a day, so what follows from the date is read
anew; no claim is added or taken away, and what persons corrected stays as they left it. The change is an event with
what was there before and what is there now, so it is shown and can be undone.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factcheck.errors import StaleError, UsageError
from factcheck.extract import extract, numberless
from factcheck.intake import date_option
from factcheck.model import Event, EventKind
from factcheck.pipeline import wording
from factcheck.pipeline.ingest import encode, text_to_encode
from factcheck.pipeline.mark import marked
from factcheck.store import Details, Reread

if TYPE_CHECKING:
    from factcheck.model import Claim, Document
    from factcheck.workspace import Workspace

FIELDS = ("title", "outlet", "published_on", "url", "author")
"""In the order in which they are asked for."""


def fields(document: Document) -> dict[str, str]:
    """The details of a document as a person types them; empty where nothing is known."""
    return _typed(_of(document))


def change(
    workspace: Workspace,
    document_id: str,
    given: Mapping[str, str],
    *,
    seen: Mapping[str, str] | None = None,
    person: str,
    claim_id: str | None = None,
) -> Event:
    """Set what is known of a document; the dates in its claims are read anew where its own date is changed.

    Args:
        given: of :data:`FIELDS` those that are said, ``published_on`` as YYYY-MM-DD; an empty text takes one away.
        seen: the details as the person saw them; where they are others by now, nothing is done.
        claim_id: the claim that was on the screen, to come back to.

    Raises:
        NotFoundError: there is no such document.
        UsageError: nothing is changed, a field can't be read, nobody is named.
        StaleError: somebody else changed them meanwhile.
    """
    if not person.strip():
        raise UsageError("a correction needs a name", remedy="Say who you are in the settings at the top right")
    if strangers := given.keys() - set(FIELDS):
        raise UsageError(f"{sorted(strangers)[0]} can't be changed here")
    document = workspace.store.document(document_id)
    before = _of(document)
    old = _typed(before)
    if seen is not None and dict(seen) != old:
        raise StaleError(
            "the details of this article were changed after your screen was drawn",
            remedy="Nothing was done; look at them again",
        )
    after = _read(before, {name: text for name, text in given.items() if text != old[name]})
    if after == before:
        raise UsageError("nothing was changed")
    new = _typed(after)
    event = Event(
        id=uuid.uuid4().hex,
        at=datetime.now(UTC),
        person=person.strip(),
        kind=EventKind.DETAILS,
        subject=document_id,
        payload={
            "changes": [
                {"field": name, "from": old[name], "to": new[name]} for name in FIELDS if old[name] != new[name]
            ],
            "before": old,
            "after": new,
            "claim": claim_id,
        },
        seen={"text": document.title or wording.first_words(document.text)},
    )
    _set(workspace, document, after, before, event)
    return event


def undo(workspace: Workspace, event: Event, made: Event) -> None:
    """Take such a change back; ``made`` is the event that says so.

    Raises:
        UsageError: the details were changed again since.
    """
    document = workspace.store.document(event.subject)
    known = _of(document)
    if _typed(known) != dict(event.payload["after"]):
        raise UsageError("the details were changed again since then", remedy="Take the later change back first")
    former = {one["field"]: one["from"] for one in event.payload["changes"]}
    _set(workspace, document, _read(known, former), known, made)


def _set(workspace: Workspace, document: Document, after: Details, before: Details, event: Event) -> None:
    reread = _reread(workspace, document, after) if after.published_on != before.published_on else []
    workspace.store.change_details(
        document.id, after, before=before, reread=reread, model=workspace.encoder.identity, event=event
    )


def _reread(workspace: Workspace, document: Document, after: Details) -> list[Reread]:
    """The claims that read differently by the new date, but for those that a person corrected."""
    store = workspace.store
    dated = replace(document, raw=b"", published_on=after.published_on)
    places = {(claim.start, claim.end): claim for claim in extract(dated).claims}
    found: list[tuple[str, int, Claim, Claim]] = []
    for one in store.document_statements(document.id):
        record, claim = store.claim_record(one.claim_id or ""), one.claim
        now = places.get((claim.start, claim.end)) if record.origin == "extracted" else None
        if record.origin == "added" and marked(document, claim.start, claim.end) == claim:
            now = marked(dated, claim.start, claim.end)
        if now is not None and now != claim:
            found.append((record.id, record.row, claim, now))
    texts = {id(now): (text_to_encode(now), numberless(now)) for _, _, _, now in found}
    new = [id(now) for _, _, claim, now in found if texts[id(now)] != (text_to_encode(claim), numberless(claim))]
    vectors = encode(workspace, [text for one in new for text in texts[one]], lambda _: None, "") if new else ()
    by_claim = {one: (vectors[2 * place], vectors[2 * place + 1]) for place, one in enumerate(new)}
    return [Reread(claim_id, row, now, texts[id(now)][1], by_claim.get(id(now))) for claim_id, row, _, now in found]


def _of(document: Document) -> Details:
    return Details(document.title, document.outlet, document.author, document.url, document.published_on)


def _typed(details: Details) -> dict[str, str]:
    known = asdict(details)
    return {name: str(known[name] or "") for name in FIELDS}


def _read(details: Details, given: Mapping[str, str]) -> Details:
    """``details`` with what a person typed in their place."""
    typed = {name: " ".join(text.split()) or None for name, text in given.items()}
    address = typed.get("url")
    if address and not address.lower().startswith(("http://", "https://")):
        raise UsageError(f"“{address[:60]}” is no address", remedy="Begin it with http:// or https://")
    return Details(
        title=typed.get("title", details.title),
        outlet=typed.get("outlet", details.outlet),
        author=typed.get("author", details.author),
        url=typed.get("url", details.url),
        published_on=date_option(typed["published_on"]) if "published_on" in typed else details.published_on,
    )
