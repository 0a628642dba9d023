"""The dataclasses of the model as rows of the tables, and back. Bulk goes to DuckDB as Arrow tables.

pyarrow is imported when the first row is written, so that opening a store stays quick.
"""

from __future__ import annotations

import functools
import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelError, StoreError
from factcheck.model import (
    Claim,
    DateRange,
    Document,
    EarlierClaim,
    Event,
    EventKind,
    Figure,
    OfficialFigure,
    Statement,
)
from factcheck.store.records import Rows, VectorKind, Vectors
from factcheck.wire import claim_json, from_json, to_json

_KINDS = {
    "claim": (
        "id:s row:i changed:i document_id:s start_at:i end_at:i text:s restated:s numberless:s voice:s stance:s via:s "
        "speaker_name:s body:s anonymous:b said_from:d said_to:d check_worthiness:f content:s extractor:s origin:s "
        "dropped:b"
    ),
    "figure": (
        "claim_id:s position:i text:s start_at:i end_at:i low:f high:f approximate:b vague:b bound:s unit:s "
        "unit_text:s dimension:s per:s whole_text:s whole_start:i whole_end:i restates:i role:s direction:s accrual:s "
        "modality:s hedged:b basis:s measure:s population:s place:s period_from:d period_to:d as_of_from:d as_of_to:d"
    ),
    "earlier_claim": (
        "id:s key:s digest:s row:i changed:i claim:s external_id:s source:s title:s subtitle:s body:s speaker:s "
        "date:d verdict:s url:s outlet:s extra:s demonstration:b"
    ),
    "official_figure": (
        "id:s key:s entity:s indicator:s period_from:d period_to:d value:f unit:s source:s cell:s demonstration:b"
    ),
    "earlier_figure": (
        "row:i position:i text:s low:f high:f approximate:b vague:b bound:s unit:s unit_text:s dimension:s per:s "
        "whole_text:s role:s direction:s modality:s hedged:b measure:s population:s place:s period_from:d period_to:d "
        "as_of_from:d as_of_to:d"
    ),
    "name": "id:s name:s",
    "relation_cache": "a:s b:s version:i relation:s group_name:s content:s",
    "pair": "a:s b:s",
}


@functools.cache
def _schema(table: str) -> Any:
    import pyarrow as pa

    types = {"s": pa.string(), "i": pa.int64(), "f": pa.float64(), "b": pa.bool_(), "d": pa.date32()}
    columns = (column.split(":") for column in _KINDS[table].split())
    return pa.schema([(name, types[kind]) for name, kind in columns])


def arrow(table: str, rows: Sequence[Mapping[str, Any]]) -> Any:
    """``rows`` as an Arrow table with the columns of ``table``."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=_schema(table))


def arrow_vectors(numbers: Sequence[int], model_sha256: str, given: Mapping[VectorKind, Vectors]) -> Any:
    """Rows of the table ``vector``: each of ``given`` is (len(numbers), dimension), float32."""
    import pyarrow as pa

    return pa.concat_tables([_arrow_vectors(numbers, kind, model_sha256, vectors) for kind, vectors in given.items()])


def _arrow_vectors(numbers: Sequence[int], kind: VectorKind, model_sha256: str, vectors: Vectors) -> Any:
    import pyarrow as pa

    count, dimension = vectors.shape
    offsets = np.arange(0, (count + 1) * dimension, dimension, dtype=np.int64)
    return pa.table(
        {
            "row": pa.array(numbers, pa.int64()),
            "kind": pa.array([str(kind)] * count, pa.string()),
            "model": pa.array([model_sha256] * count, pa.string()),
            "vector": pa.LargeListArray.from_arrays(offsets, pa.array(vectors.reshape(-1))),
        }
    )


def checked_vectors(vectors: npt.ArrayLike, *, count: int, dimension: int) -> Vectors:
    """``vectors`` as a contiguous float32 array of (count, dimension).

    Raises:
        ModelError: it has another shape, or holds something that is no finite number.
    """
    made = np.ascontiguousarray(vectors, dtype=np.float32)
    if count == 0 and made.size == 0:
        return made.reshape(0, dimension)
    if made.shape != (count, dimension):
        raise ModelError(f"Vectors have the shape {made.shape}, and ({count}, {dimension}) was expected")
    if not np.isfinite(made).all():
        raise ModelError("The model gave a vector that holds no finite number")
    return made


def new_id(prefix: str) -> str:
    """An opaque id; the letter in front only helps a person who reads a log."""
    return prefix + secrets.token_hex(8)


def utc_now() -> datetime:
    """Now in UTC, without a zone, as DuckDB's TIMESTAMP keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def dumped(value: Any) -> str:
    """``value`` as JSON.

    Raises:
        StoreError: it holds a number that JSON has not (infinite, or none at all), or is no JSON.
    """
    try:
        return json.dumps(to_json(value), ensure_ascii=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise StoreError(f"This can't be kept as JSON: {error}") from error


# -------------------------------------------------------------------------------------------------------------- claims


def claim_row(claim: Claim, **fields: Any) -> dict[str, Any]:
    """A row of ``claim``; ``fields`` are the columns that are not the claim's own."""
    said = claim.said_on or DateRange(None, None)
    speaker = claim.speaker
    return {
        "start_at": claim.start,
        "end_at": claim.end,
        "text": claim.text,
        "restated": claim.restated,
        "voice": str(claim.voice),
        "stance": _str(claim.stance),
        "via": claim.via,
        "speaker_name": speaker.name if speaker else None,
        "body": speaker.body if speaker else None,
        "anonymous": speaker.anonymous if speaker else False,
        "said_from": said.first,
        "said_to": said.last,
        "check_worthiness": claim.check_worthiness,
        "content": dumped(claim_json(claim)),
        **fields,
    }


def figure_rows(claim_id: str, claim: Claim) -> list[dict[str, Any]]:
    """The rows of ``figure`` for a claim, in the order of its figures."""
    return [
        {
            "claim_id": claim_id,
            **_figure(position, figure),
            "start_at": figure.start,
            "end_at": figure.end,
            "whole_start": figure.whole.start if figure.whole else None,
            "whole_end": figure.whole.end if figure.whole else None,
            "restates": figure.restates,
            "accrual": _str(figure.accrual),
            "basis": _str(figure.basis),
        }
        for position, figure in enumerate(claim.figures)
    ]


def earlier_figure_rows(row: int, figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """The rows of ``earlier_figure`` for the figures read in an earlier claim, in their order."""
    return [{"row": row, **_figure(position, figure)} for position, figure in enumerate(figures)]


def _figure(position: int, figure: Figure) -> dict[str, Any]:
    """What both tables of figures keep."""
    period, as_of = figure.period or DateRange(None, None), figure.as_of or DateRange(None, None)
    return {
        "position": position,
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "vague": figure.vague,
        "bound": str(figure.bound),
        "unit": figure.unit,
        "unit_text": figure.unit_text,
        "dimension": figure.dimension,
        "per": figure.per,
        "whole_text": figure.whole.text if figure.whole else None,
        "role": str(figure.role),
        "direction": _str(figure.direction),
        "modality": str(figure.modality),
        "hedged": figure.hedged,
        "measure": figure.measure,
        "population": figure.population,
        "place": figure.place,
        "period_from": period.first,
        "period_to": period.last,
        "as_of_from": as_of.first,
        "as_of_to": as_of.last,
    }


def statement(content: Sequence[Any], origin: Sequence[Any]) -> Statement:
    """Id, content and document's id of a claim, with title, outlet, address, day and mark of its document."""
    title, outlet, url, published_on, demonstration = origin
    return Statement(
        claim=from_json(json.loads(content[1]), Claim),
        claim_id=content[0],
        document_id=content[2],
        title=title,
        outlet=outlet,
        url=url,
        published_on=published_on,
        demonstration=demonstration,
    )


def document(row: Sequence[Any]) -> Document:
    """A line of the query ``DOCUMENT``."""
    names = (
        "id",
        "text",
        "raw",
        "sha256",
        "raw_sha256",
        "media_type",
        "title",
        "outlet",
        "author",
        "url",
        "published_on",
        "language",
        "demonstration",
    )
    return Document(**dict(zip(names, row, strict=True)))


# ------------------------------------------------------------------------------------- earlier claims, official figures


def earlier_key(claim: EarlierClaim) -> str:
    """What makes an earlier claim the same one when it is imported again."""
    if claim.external_id:
        return json.dumps([claim.source, claim.external_id])
    return json.dumps([claim.source, None, _sha(claim.claim, claim.speaker, str(claim.date), claim.url)])


def earlier_digest(claim: EarlierClaim) -> str:
    """Of all content: another one means that the claim was imported with a change."""
    content = dict(to_json(claim))
    content.pop("id")
    return hashlib.sha256(dumped(content).encode()).hexdigest()


def earlier_row(claim: EarlierClaim, **fields: Any) -> dict[str, Any]:
    """A row of ``earlier_claim``."""
    return {
        "key": earlier_key(claim),
        "digest": earlier_digest(claim),
        "claim": claim.claim,
        "external_id": claim.external_id,
        "source": claim.source,
        "title": claim.title,
        "subtitle": claim.subtitle,
        "body": claim.body,
        "speaker": claim.speaker,
        "date": claim.date,
        "verdict": claim.verdict,
        "url": claim.url,
        "outlet": claim.outlet,
        "extra": dumped(dict(claim.extra)),
        "demonstration": claim.demonstration,
        **fields,
    }


def earlier(row: Sequence[Any]) -> EarlierClaim:
    """A line of one of the ``EARLIER…`` queries."""
    names = (
        "id",
        "claim",
        "external_id",
        "source",
        "title",
        "subtitle",
        "body",
        "speaker",
        "date",
        "verdict",
        "url",
        "outlet",
    )
    known = dict(zip(names, row[:12], strict=True))
    return EarlierClaim(**known, extra=json.loads(row[12]), demonstration=row[13])


def official_row(figure: OfficialFigure) -> dict[str, Any]:
    """A row of ``official_figure``."""
    return {
        "id": figure.id or new_id("o"),
        "key": json.dumps([figure.source, figure.cell, figure.entity, figure.indicator, to_json(figure.period)]),
        "entity": figure.entity,
        "indicator": figure.indicator,
        "period_from": figure.period.first,
        "period_to": figure.period.last,
        "value": figure.value,
        "unit": figure.unit,
        "source": figure.source,
        "cell": figure.cell,
        "demonstration": figure.demonstration,
    }


def official(row: Sequence[Any]) -> OfficialFigure:
    """A line of the query ``OFFICIAL``."""
    identity, entity, indicator, first, last, value, unit, source, cell, demonstration = row
    return OfficialFigure(
        identity, entity, indicator, DateRange(first, last), value, unit, source, cell, demonstration=demonstration
    )


# -------------------------------------------------------------------------------------------------------------- events


def event(row: Sequence[Any]) -> Event:
    """A line of one of the ``EVENTS`` or ``DECISIONS`` queries; its time is in UTC."""
    identity, at, person, kind, subject, payload, seen, undoes = row[:8]
    return Event(
        identity,
        at.replace(tzinfo=UTC),
        person,
        EventKind(kind),
        subject,
        json.loads(payload),
        json.loads(seen),
        undoes,
    )


# ------------------------------------------------------------------------------------------------------------- vectors


def vectors_of(table: Any, dimension: int) -> tuple[Rows, Vectors]:
    """An Arrow table of ``row`` and ``vector`` as arrays of (n,) int64 and (n, dimension) float32."""
    count = table.num_rows
    if not count:
        return np.empty(0, np.int64), np.empty((0, dimension), np.float32)
    numbers = np.concatenate([_buffer(chunk, np.int64) for chunk in table.column("row").chunks])
    chunks = [_buffer(chunk.flatten(), np.float32) for chunk in table.column("vector").chunks]
    flat = chunks[0] if len(chunks) == 1 else np.concatenate(chunks)
    return numbers, flat.reshape(count, dimension)


def _buffer(values: Any, kind: type[np.generic]) -> npt.NDArray[Any]:
    """The numbers of an Arrow array without nulls, not copied; Arrow's own ``to_numpy`` would import pandas for it."""
    found = np.frombuffer(values.buffers()[1], kind) if len(values) else np.empty(0, kind)
    return found[values.offset : values.offset + len(values)]


def _str(value: Any) -> str | None:
    return None if value is None else str(value)


def _sha(*parts: str | None) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
