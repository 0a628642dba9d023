"""What must hold between the tables, checked row by row for ``doctor``; stands in for foreign keys too."""

from __future__ import annotations

import hashlib

from factcheck.store import queries
from factcheck.store.connection import Cursor

_SHOULD_BE_EMPTY = {
    "claim {0} belongs to a document that is not there": """
        SELECT claim.id FROM claim ANTI JOIN document ON document.id = claim.document_id
    """,
    "a figure belongs to claim {0}, which is not there": """
        SELECT DISTINCT figure.claim_id FROM figure ANTI JOIN claim ON claim.id = figure.claim_id
    """,
    "claim {0} has {1} figures in its content and {2} in the table of figures": """
        SELECT claim.id, json_array_length(content, '$.figures'), count(figure.claim_id)
        FROM claim LEFT JOIN figure ON figure.claim_id = claim.id
        GROUP BY claim.id, content HAVING json_array_length(content, '$.figures') <> count(figure.claim_id)
    """,
    "figure {1} of claim {0} is there {2} times": """
        SELECT claim_id, position, count(*) FROM figure GROUP BY ALL HAVING count(*) > 1
    """,
    "a figure of a checked claim belongs to row {0}, which is not there": """
        SELECT DISTINCT "row" FROM (SELECT "row" FROM earlier_figure UNION ALL SELECT "row" FROM earlier_read)
        WHERE "row" NOT IN (SELECT "row" FROM earlier_claim)
    """,
    "row {0} is there {1} times": """
        SELECT "row", count(*)
        FROM (SELECT "row" FROM claim UNION ALL SELECT "row" FROM earlier_claim) GROUP BY "row" HAVING count(*) > 1
    """,
    "claim {0} has {1} vectors, and should have one of itself and one of its text without numbers": """
        SELECT claim.id, count(vector."row")
        FROM claim LEFT JOIN vector ON vector."row" = claim."row" AND vector.kind IN ('claim', 'numberless')
        GROUP BY claim.id HAVING count(vector."row") <> 2 OR count(DISTINCT vector.kind) <> 2
    """,
    "earlier claim {0} has {1} vectors, and should have one of each kind": """
        SELECT earlier_claim.id, count(vector."row")
        FROM earlier_claim
        LEFT JOIN vector ON vector."row" = earlier_claim."row" AND vector.kind IN ('earlier', 'earlier_numberless')
        GROUP BY earlier_claim.id
        HAVING count(*) FILTER (vector.kind = 'earlier') <> 1 OR count(vector."row") <> count(DISTINCT vector.kind)
    """,
    "vector of row {0} belongs to nothing": """
        SELECT vector."row" FROM vector
        ANTI JOIN (SELECT "row" FROM claim UNION ALL SELECT "row" FROM earlier_claim) AS known
        ON known."row" = vector."row"
    """,
    "vector of row {0} is of another model or dimension than the workspace's": """
        SELECT "row" FROM vector, (SELECT value FROM meta WHERE key = 'model') AS known
        WHERE vector.model <> json_extract_string(known.value, '$.sha256')
           OR len(vector.vector) <> CAST(json_extract(known.value, '$.dimension') AS BIGINT)
    """,
    "event {0} undoes {1}, which is not there": """
        SELECT event.id, event.undoes FROM event ANTI JOIN event AS other ON other.id = event.undoes
        WHERE event.undoes IS NOT NULL
    """,
    "document {0} takes the place of {1}, which is not there": """
        SELECT document.id, document.supersedes FROM document
        ANTI JOIN document AS other ON other.id = document.supersedes WHERE document.supersedes IS NOT NULL
    """,
}

_SPANS = "SELECT id, start_at, end_at, text FROM claim WHERE document_id = ?"


def problems(cursor: Cursor) -> list[str]:
    """See :meth:`factcheck.store.Store.check`."""
    found = []
    for message, query in _SHOULD_BE_EMPTY.items():
        found += [message.format(*row) for row in cursor.execute(query).fetchall()]
    for (document_id,) in cursor.execute("SELECT id FROM document ORDER BY id").fetchall():
        row = cursor.execute(queries.DOCUMENT, [document_id]).fetchall()[0]
        text, raw, sha256, raw_sha256 = row[1:5]
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            found.append(f"the text of document {document_id} does not have its SHA-256")
        if hashlib.sha256(raw).hexdigest() != raw_sha256:
            found.append(f"the raw bytes of document {document_id} do not have their SHA-256")
        for claim_id, start, end, quoted in cursor.execute(_SPANS, [document_id]).fetchall():
            if text[start:end] != quoted:
                found.append(f"claim {claim_id} is not what its document says from {start} to {end}")
    return found
