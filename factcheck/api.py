"""HTTP beside the pages, for a newsroom's own systems: the same records as the commands print.

Only what reads, and what needs no workspace; a decision is made by a person on the screen. Bound to the loopback
address like the pages, and every answer is JSON: ``{"error": …}`` with status 400, 404 or 413 where the request is at
fault.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from factcheck import __version__
from factcheck.errors import FactcheckError, NotFoundError, UsageError
from factcheck.pipeline import decide, ingest, ledger, passages, records, review, search

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

MAXIMUM_BODY = 2_000_000
"""Bytes of a request's body that are read; an article has about 10,000."""

Answer = Callable[[Request], Awaitable[JSONResponse]]


def routes(workspace: Callable[[], Workspace]) -> list[Route]:
    """The routes, over the workspace that ``workspace`` gives at each call."""

    async def health(_: Request) -> JSONResponse:
        return JSONResponse({"ok": True, "version": __version__})

    async def documents(_: Request) -> JSONResponse:
        found = await asyncio.to_thread(review.documents, workspace())
        return JSONResponse({"documents": [records.document(one) for one in found]})

    async def claim(request: Request) -> JSONResponse:
        statement = await asyncio.to_thread(review.statement, workspace(), request.path_params["claim_id"])
        return JSONResponse(records.statement(statement))

    async def find(request: Request) -> JSONResponse:
        query = request.query_params
        wanted = search.filters(**{name: query.get(name) for name in search.FILTER_NAMES})
        result = await asyncio.to_thread(
            lambda: search.search(
                workspace(),
                query.get("q", ""),
                k=_number(query.get("k")),
                mode=query.get("mode", "hybrid"),
                filters=wanted,
            )
        )
        return JSONResponse({"hits": records.hits(result), "searched": result.searched})

    async def conflicts(request: Request) -> JSONResponse:
        query = request.query_params
        found = await asyncio.to_thread(
            lambda: ledger.conflicts(
                workspace(),
                document=query.get("document"),
                speaker=query.get("speaker"),
                since=query.get("since"),
                until=query.get("until"),
            )
        )
        return JSONResponse({"conflicts": [records.conflict(one) for one in found]})

    async def decisions(_: Request) -> JSONResponse:
        found = await asyncio.to_thread(decide.decisions, workspace())
        return JSONResponse({"decisions": [records.decision(one) for one in found]})

    async def extract(request: Request) -> JSONResponse:
        given = await _body(request)
        known = {name: _text(given, name) for name in ("title", "outlet", "date", "url", "author")}
        document = await asyncio.to_thread(lambda: ingest.from_text(_needed(given, "text"), **known))
        extraction = await asyncio.to_thread(ingest.claims_of, document)
        return JSONResponse(records.extraction(document, extraction))

    async def compare(request: Request) -> JSONResponse:
        given = await _body(request)
        a, b = (_passage(given, side) for side in ("a", "b"))
        relation = await asyncio.to_thread(passages.compare_passages, a, b)
        return JSONResponse(records.relation(relation))

    return [
        Route("/api/health", health),
        Route("/api/documents", _safely(documents)),
        Route("/api/claims/{claim_id}", _safely(claim)),
        Route("/api/search", _safely(find)),
        Route("/api/conflicts", _safely(conflicts)),
        Route("/api/decisions", _safely(decisions)),
        Route("/api/extract", _safely(extract), methods=["POST"]),
        Route("/api/compare", _safely(compare), methods=["POST"]),
    ]


class _TooLargeError(UsageError):
    """A request whose body is larger than :data:`MAXIMUM_BODY`."""


def _safely(answer: Answer) -> Answer:
    async def guarded(request: Request) -> JSONResponse:
        try:
            return await answer(request)
        except _TooLargeError as error:
            return JSONResponse({"error": str(error)}, status_code=413)
        except NotFoundError as error:
            return JSONResponse({"error": str(error)}, status_code=404)
        except FactcheckError as error:
            return JSONResponse({"error": str(error)}, status_code=400)

    return guarded


async def _body(request: Request) -> dict[str, Any]:
    import json

    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > MAXIMUM_BODY:
            raise _TooLargeError(f"the request is larger than {MAXIMUM_BODY:,} bytes")
    try:
        value = json.loads(bytes(received))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the request is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise UsageError("the request must be a JSON object")
    return value


def _passage(given: dict[str, Any], side: str) -> passages.Passage:
    value = given.get(side)
    if not isinstance(value, dict):
        raise UsageError(f'"{side}" must be an object with "text"')
    return passages.Passage(_needed(value, "text"), date=_text(value, "date"), source=_text(value, "source"))


def _needed(value: dict[str, Any], name: str) -> str:
    found = _text(value, name)
    if found is None or not found.strip():
        raise UsageError(f'"{name}" must be a text that is not empty')
    return found


def _text(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise UsageError(f'"{name}" must be a text or null')
    if found and any("\ud800" <= character <= "\udfff" for character in found):
        raise UsageError(f'"{name}" holds half of a surrogate pair')
    return found or None


def _number(text: str | None, default: int = 10) -> int:
    if text is None:
        return default
    if not text.isdecimal() or len(text) > 4 or not 1 <= int(text) <= 1000:
        raise UsageError("k must be a number from 1 to 1000")
    return int(text)
