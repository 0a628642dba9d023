"""schema.org ClaimReview as JSON-LD, one object a verdict (https://schema.org/ClaimReview)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.export.records import Evidence, Publisher, Reviewed
from factcheck.model import Statement


def claimreview(reviewed: Sequence[Reviewed], *, publisher: Publisher) -> list[dict[str, Any]]:
    """A ClaimReview for each claim with a verdict; claims without one have none.

    The rating counts from 1, the worst of the scale, to its length, the best. Properties that are not known are left
    out, as the vocabulary has it.
    """
    return [_review(one, publisher) for one in reviewed if one.rating is not None and one.at is not None]


def _review(one: Reviewed, publisher: Publisher) -> dict[str, Any]:
    claim = one.statement.claim
    desk = _known({"@type": "Organization", "name": publisher.name, "url": publisher.url}) if publisher.name else None
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "datePublished": one.at.date().isoformat() if one.at else None,
            "claimReviewed": claim.restated or claim.text,
            "author": desk or {"@type": "Person", "name": one.person},
            "publisher": desk,
            "reviewRating": _rating(one),
            "reviewBody": one.note,
            "citation": [_cited(source) for source in one.evidence] or None,
            "itemReviewed": _item(one.statement),
            "creativeWorkStatus": "Demonstration" if one.statement.demonstration else None,
        }
    )


def _cited(source: Evidence) -> dict[str, Any]:
    return _known({"@type": "CreativeWork", "url": source.url, "text": source.quotation})


def _rating(one: Reviewed) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Rating", "alternateName": one.rating}
    if one.rating is not None and one.rating in one.scale:
        made |= {
            "ratingValue": len(one.scale) - list(one.scale).index(one.rating),
            "bestRating": len(one.scale),
            "worstRating": 1,
        }
    return made


def _item(statement: Statement) -> dict[str, Any]:
    speaker, said = statement.claim.speaker, statement.claim.said_on
    said_on = (said.last or said.first) if said is not None else None
    when = said_on or statement.published_on
    kind = "Organization" if speaker is not None and speaker.body == speaker.name else "Person"
    appearance = _known(
        {
            "@type": "CreativeWork",
            "url": statement.url,
            "headline": statement.title,
            "datePublished": statement.published_on.isoformat() if statement.published_on else None,
            "publisher": {"@type": "Organization", "name": statement.outlet} if statement.outlet else None,
        }
    )
    return _known(
        {
            "@type": "Claim",
            "author": {"@type": kind, "name": speaker.name} if speaker is not None else None,
            "datePublished": when.isoformat() if when else None,
            "appearance": appearance,
        }
    )


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
