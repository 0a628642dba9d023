"""Every query of the store, by name. Values come in as parameters, never as text of the query.

``(LIST)`` becomes as many parameters as there are values (:func:`factcheck.store.connection.among`): a list of
parameters is looked up in an index, a subquery is not. ``batch`` is an Arrow table registered on the cursor (see
:func:`factcheck.store.connection.insert`), ``wanted`` one with the pairs asked for.
"""

from __future__ import annotations

# ------------------------------------------------------------------------------------------------------------- meta
CHANGE = "SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'change'"
NEXT_CHANGE = """
UPDATE meta SET value = CAST(CAST(value AS BIGINT) + 1 AS VARCHAR) WHERE key = 'change' RETURNING CAST(value AS BIGINT)
"""
META = "SELECT value FROM meta WHERE key = ?"
SET_META = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
NEXT_ROWS = "SELECT nextval('row_number') FROM range(?)"

# ---------------------------------------------------------------------------------------------------------- documents
INSERT_DOCUMENT = """
INSERT INTO document (id, sha256, raw_sha256, text, raw, media_type, title, outlet, author, url, published_on,
    language, demonstration, supersedes, added_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
DOCUMENT = """
SELECT id, text, raw, sha256, raw_sha256, media_type, title, outlet, author, url, published_on, language, demonstration
FROM document WHERE id = ?
"""
DOCUMENT_BY_SHA = "SELECT id FROM document WHERE sha256 = ?"
DOCUMENTS = """
SELECT document.id, title, outlet, author, url, published_on, language, coalesce(counted.claims, 0), demonstration,
    added_at, supersedes
FROM document
LEFT JOIN (SELECT document_id, count(*) AS claims FROM claim WHERE NOT dropped GROUP BY document_id) AS counted
    ON counted.document_id = document.id
ORDER BY added_at, document.id
"""
DETAILS = "SELECT title, outlet, author, url, published_on FROM document WHERE id = ?"
SET_DETAILS = "UPDATE document SET title = ?, outlet = ?, author = ?, url = ?, published_on = ? WHERE id = ?"
DOCUMENT_RAW = "SELECT text, demonstration FROM document WHERE id = ?"
EARLIER_VERSIONS = """
SELECT id FROM document
WHERE id <> $id AND ((url IS NOT NULL AND url = $url) OR (title IS NOT NULL AND title = $title AND outlet = $outlet))
ORDER BY added_at DESC, id
"""

# ------------------------------------------------------------------------------------------------------------- claims
INSERT_CLAIMS = "INSERT INTO claim BY NAME SELECT * FROM batch"
INSERT_FIGURES = "INSERT INTO figure BY NAME SELECT * FROM batch"
INSERT_VECTORS = "INSERT INTO vector BY NAME SELECT * FROM batch"
INSERT_VOICES = "INSERT INTO voice BY NAME SELECT * FROM batch ON CONFLICT DO NOTHING"
CLAIM_IDS_OF_DOCUMENT = 'SELECT id FROM claim WHERE document_id = ? AND NOT dropped ORDER BY start_at, end_at, "row"'
CLAIM_RECORD = 'SELECT id, "row", document_id, origin, extractor, dropped FROM claim WHERE id = ?'
CLAIMS_TO_CARRY = """
SELECT id, start_at, end_at, text, origin, dropped FROM claim WHERE document_id = ? ORDER BY start_at, end_at, id
"""
CONTENT_OF_CLAIM = "SELECT content FROM claim WHERE id = ?"
NUMBERLESS_OF_CLAIM = "SELECT numberless FROM claim WHERE id = ?"
COUNT_OFFICIAL = "SELECT count(*) FROM official_figure"
ROW_OF_CLAIM = 'SELECT "row" FROM claim WHERE id = ?'
DOCUMENTS_OF_CLAIMS = "SELECT id, document_id FROM claim WHERE id IN (LIST)"
ROWS_OF_CLAIMS = 'SELECT id, "row" FROM claim WHERE id IN (LIST)'
DELETE_CLAIM = "DELETE FROM claim WHERE id = ?"
DELETE_FIGURES = "DELETE FROM figure WHERE claim_id = ?"
DELETE_VECTORS = "DELETE FROM vector WHERE \"row\" = ? AND kind IN ('claim', 'numberless')"
DELETE_VECTOR = 'DELETE FROM vector WHERE "row" = ? AND kind = ?'
MOVE_VECTORS = "UPDATE vector SET \"row\" = ? WHERE \"row\" = ? AND kind IN ('claim', 'numberless')"
LOG_REMOVED = "INSERT INTO removed_row VALUES (?, ?, ?)"
ALL_CLAIMS_OF_DOCUMENT = 'SELECT id, "row" FROM claim WHERE document_id = ? ORDER BY "row"'
RENUMBER = 'UPDATE claim SET "row" = ?, changed = ? WHERE id = ?'
SET_DROPPED = 'UPDATE claim SET dropped = ?, "row" = ?, changed = ? WHERE id = ?'
UPDATE_CLAIM = """
UPDATE claim SET
    "row" = batch."row", changed = batch.changed, document_id = batch.document_id, start_at = batch.start_at,
    end_at = batch.end_at, text = batch.text, restated = batch.restated, numberless = batch.numberless,
    voice = batch.voice, stance = batch.stance, via = batch.via, speaker_name = batch.speaker_name, body = batch.body,
    anonymous = batch.anonymous, said_from = batch.said_from, said_to = batch.said_to,
    check_worthiness = batch.check_worthiness, content = batch.content, extractor = batch.extractor,
    origin = batch.origin, dropped = batch.dropped
FROM batch WHERE claim.id = batch.id
"""
# Statements are put together from two lookups: a join would keep DuckDB from using the indexes.
_CONTENT = 'SELECT id, content, document_id, "row" FROM claim '
CONTENT_OF_IDS = _CONTENT + "WHERE id IN (LIST)"
CONTENT_OF_ROWS = 'SELECT id, content, document_id, "row", dropped FROM claim WHERE "row" IN (LIST)'
CONTENT_OF_DOCUMENT = _CONTENT + 'WHERE document_id = ? AND NOT dropped ORDER BY start_at, end_at, "row"'
ORIGINS = "SELECT id, title, outlet, url, published_on, demonstration FROM document WHERE id IN (LIST)"
# A figure is in a range that it overlaps; of one that is open or vague a stated end must lie in it: "more than
# 250" is no answer to 3,500 to 4,500, "up to 4,000" is one.
_LOW_IN, _HIGH_IN = (
    f"coalesce(({end} >= $value_low OR $value_low::DOUBLE IS NULL)"
    f" AND ({end} <= $value_high OR $value_high::DOUBLE IS NULL), FALSE)"
    for end in ("low", "high")
)
_FITS = f"""
($unit::VARCHAR IS NULL OR lower(unit) = lower($unit)) AND ($dimension::VARCHAR IS NULL OR dimension = $dimension)
AND (($value_low::DOUBLE IS NULL AND $value_high::DOUBLE IS NULL) OR (low IS NOT NULL AND {_LOW_IN})
     OR (high IS NOT NULL AND {_HIGH_IN})
     OR (NOT vague AND coalesce(high >= $value_low AND low <= $value_high, FALSE)))
"""
_ANY_FIGURE = """
($unit::VARCHAR IS NULL AND $dimension::VARCHAR IS NULL AND $value_low::DOUBLE IS NULL AND $value_high::DOUBLE IS NULL)
"""
# How near a figure that fits comes to what was wished: wholly within the range, or with a part or an open end alone.
_WITHIN = """
coalesce($value_low::DOUBLE IS NULL OR low >= $value_low, FALSE)
AND coalesce($value_high::DOUBLE IS NULL OR high <= $value_high, FALSE)
"""
_MATCHES = f"""
WHERE NOT claim.dropped
  AND ($document_id::VARCHAR IS NULL OR claim.document_id = $document_id)
  AND ($speaker::VARCHAR IS NULL OR contains(lower(claim.speaker_name), lower($speaker))
       OR contains(lower(claim.body), lower($speaker)))
  AND ($outlet::VARCHAR IS NULL OR contains(lower(document.outlet), lower($outlet)))
  AND ($since::DATE IS NULL OR coalesce(claim.said_to, claim.said_from, document.published_on) >= $since)
  AND ($until::DATE IS NULL OR coalesce(claim.said_from, claim.said_to, document.published_on) <= $until)
  AND ($demonstration::BOOLEAN IS NULL OR document.demonstration = $demonstration)
  AND ($kind::VARCHAR IS NULL OR list_contains(json_extract_string(claim.content, '$.kinds[*]'), $kind))
  AND ({_ANY_FIGURE} OR claim.id IN (SELECT claim_id FROM figure WHERE {_FITS}))
  AND ($verdict::VARCHAR IS NULL OR claim.id IN (
           SELECT subject FROM decision
           WHERE kind = 'verdict' AND lower(json_extract_string(payload, '$.rating')) = lower($verdict)))
"""  # noqa: S608  constants only, as below
ALL_STATEMENTS = (
    'SELECT claim.id, claim.content, document.id, claim."row", document.title, document.outlet, document.url, '  # noqa: S608
    "document.published_on, document.demonstration FROM claim JOIN document ON document.id = claim.document_id"
    + _MATCHES
    + 'ORDER BY claim."row"'
)
ROWS_MATCHING = (
    'SELECT claim."row" FROM claim JOIN document ON document.id = claim.document_id'  # noqa: S608  constants only
    + _MATCHES
    + 'ORDER BY claim."row"'
)
IDS_OF_CLAIM_ROWS = 'SELECT "row", id, dropped FROM claim WHERE "row" IN (LIST)'
IDS_OF_EARLIER_ROWS = 'SELECT "row", id, FALSE FROM earlier_claim WHERE "row" IN (LIST)'
CLAIM_TEXTS = """
SELECT claim."row", claim.text, claim.restated, claim.speaker_name, claim.body, document.title
FROM claim JOIN document ON document.id = claim.document_id
WHERE NOT claim.dropped AND claim.changed > ? ORDER BY claim."row"
"""
EARLIER_TEXTS = """
SELECT "row", claim, title, subtitle, speaker, body FROM earlier_claim WHERE changed > ? ORDER BY "row"
"""

# ------------------------------------------------------------------------------------------------------------ vectors
CURRENT_CLAIM_ROWS = 'SELECT "row" FROM claim WHERE NOT dropped AND changed > ? ORDER BY "row"'
CURRENT_EARLIER_ROWS = 'SELECT "row" FROM earlier_claim WHERE changed > ? ORDER BY "row"'
REMOVED_ROWS = 'SELECT DISTINCT "row" FROM removed_row WHERE kind = ? AND number > ? ORDER BY "row"'
VECTORS_OF_CLAIMS = """
SELECT vector."row" AS row, vector.vector AS vector FROM vector JOIN claim ON claim."row" = vector."row"
WHERE vector.kind = $kind AND NOT claim.dropped AND vector."row" > $after ORDER BY vector."row"
"""
VECTORS_OF_EARLIER = """
SELECT vector."row" AS row, vector.vector AS vector FROM vector
JOIN earlier_claim ON earlier_claim."row" = vector."row"
WHERE vector.kind = $kind AND vector."row" > $after ORDER BY vector."row"
"""
VECTOR_ROWS_OF_CLAIMS = """
SELECT vector."row" FROM vector JOIN claim ON claim."row" = vector."row"
WHERE vector.kind = $kind AND NOT claim.dropped ORDER BY vector."row"
"""
VECTOR_ROWS_OF_EARLIER = """
SELECT vector."row" FROM vector JOIN earlier_claim ON earlier_claim."row" = vector."row"
WHERE vector.kind = $kind ORDER BY vector."row"
"""
VECTORS_OF_FEW_ROWS = 'SELECT "row" AS row, kind, vector FROM vector WHERE "row" IN (LIST)'
VECTORS_OF_MANY_ROWS = """
SELECT "row" AS row, kind, vector FROM vector WHERE kind = $kind AND "row" IN (SELECT unnest($rows::BIGINT[]))
"""

# ------------------------------------------------------------------------------------------------------ earlier claims
EARLIER_KEYS = 'SELECT key, digest, id, "row" FROM earlier_claim WHERE key IN (SELECT unnest(?::VARCHAR[]))'
INSERT_EARLIER = "INSERT INTO earlier_claim BY NAME SELECT * FROM batch"
UPDATE_EARLIER = """
UPDATE earlier_claim SET
    digest = batch.digest, "row" = batch."row", changed = batch.changed, claim = batch.claim, title = batch.title,
    subtitle = batch.subtitle, body = batch.body, speaker = batch.speaker, date = batch.date, verdict = batch.verdict,
    url = batch.url, outlet = batch.outlet, extra = batch.extra, demonstration = batch.demonstration
FROM batch WHERE earlier_claim.key = batch.key
"""
INSERT_EARLIER_FIGURES = "INSERT INTO earlier_figure BY NAME SELECT * FROM batch"
MARK_EARLIER_READ = "INSERT INTO earlier_read SELECT unnest(?::BIGINT[]), ?"
FORGET_EARLIER_FIGURES = 'DELETE FROM earlier_figure WHERE "row" IN (SELECT unnest(?::BIGINT[]))'
FORGET_EARLIER_READ = 'DELETE FROM earlier_read WHERE "row" IN (SELECT unnest(?::BIGINT[]))'
UNREAD_EARLIER = """
SELECT earlier_claim."row", claim, outlet, date
FROM earlier_claim ANTI JOIN earlier_read ON earlier_read."row" = earlier_claim."row"
ORDER BY earlier_claim."row" LIMIT ?
"""
COUNT_UNREAD_EARLIER = """
SELECT count(*) FROM earlier_claim ANTI JOIN earlier_read ON earlier_read."row" = earlier_claim."row"
"""
DELETE_EARLIER_VECTORS = """
DELETE FROM vector
WHERE "row" IN (SELECT unnest(?::BIGINT[])) AND kind IN ('earlier', 'earlier_numberless', 'earlier_title')
"""
_EARLIER = """
SELECT id, claim, external_id, source, title, subtitle, body, speaker, date, verdict, url, outlet, extra, demonstration,
    "row"
FROM earlier_claim
"""
EARLIER = _EARLIER + "WHERE id IN (LIST)"
EARLIER_OF_ROWS = _EARLIER + 'WHERE "row" IN (LIST)'
EARLIER_STATE = 'SELECT count(*), coalesce(max("row"), 0) FROM earlier_claim'
ALL_EARLIER = _EARLIER + 'ORDER BY "row"'
_EARLIER_MATCHES = f"""
WHERE $document_id::VARCHAR IS NULL
  AND ($speaker::VARCHAR IS NULL OR contains(lower(speaker), lower($speaker)))
  AND ($outlet::VARCHAR IS NULL OR contains(lower(coalesce(outlet, source)), lower($outlet)))
  AND ($since::DATE IS NULL OR date >= $since) AND ($until::DATE IS NULL OR date <= $until)
  AND ($verdict::VARCHAR IS NULL OR lower(verdict) = lower($verdict))
  AND ($demonstration::BOOLEAN IS NULL OR demonstration = $demonstration)
  AND ($kind::VARCHAR IS NULL OR $kind = 'checked' OR ($kind = 'attributed' AND speaker IS NOT NULL)
       OR ($kind = 'numeric' AND earlier_claim."row" IN (SELECT "row" FROM earlier_figure)))
  AND ({_ANY_FIGURE} OR earlier_claim."row" IN (SELECT "row" FROM earlier_figure WHERE {_FITS}))
"""  # noqa: S608
EARLIER_ROWS_MATCHING = 'SELECT "row" FROM earlier_claim' + _EARLIER_MATCHES + 'ORDER BY "row"'  # noqa: S608

# ------------------------------------------------------------------------------------------------------------- listing
_LISTED = """
LEFT JOIN (
    SELECT {key} AS key, max(within) AS within, arg_max(text, within) AS text
    FROM (SELECT {key}, text, {within} AS within FROM {figures} WHERE {fits} AND NOT {any}) GROUP BY {key}
) AS fit ON fit.key = {on}
"""
_ORDERED = """
ORDER BY coalesce(fit.within, FALSE) DESC, day DESC NULLS LAST, number DESC LIMIT $most
"""
LISTED_CLAIMS = (
    'SELECT claim."row" AS number, coalesce(claim.said_to, claim.said_from, document.published_on) AS day, '  # noqa: S608
    "coalesce(fit.within, FALSE), fit.text FROM claim JOIN document ON document.id = claim.document_id"
    + _LISTED.format(key="claim_id", within=_WITHIN, figures="figure", fits=_FITS, any=_ANY_FIGURE, on="claim.id")
    + _MATCHES
    + _ORDERED
)
LISTED_EARLIER = (
    'SELECT earlier_claim."row" AS number, earlier_claim.date AS day, coalesce(fit.within, FALSE), fit.text '
    "FROM earlier_claim"
    + _LISTED.format(
        key='"row"', within=_WITHIN, figures="earlier_figure", fits=_FITS, any=_ANY_FIGURE, on='earlier_claim."row"'
    )
    + _EARLIER_MATCHES
    + _ORDERED
)

# --------------------------------------------------------------------------------------------------- official figures
INSERT_OFFICIAL = "INSERT INTO official_figure BY NAME SELECT * FROM batch ON CONFLICT DO NOTHING"
OFFICIAL = """
SELECT id, entity, indicator, period_from, period_to, value, unit, source, cell, demonstration FROM official_figure
WHERE ($entity::VARCHAR IS NULL OR lower(entity) = lower($entity))
  AND ($indicator::VARCHAR IS NULL OR lower(indicator) = lower($indicator))
  AND ($since::DATE IS NULL OR period_to IS NULL OR period_to >= $since)
  AND ($until::DATE IS NULL OR period_from IS NULL OR period_from <= $until)
ORDER BY entity, indicator, period_from, id
"""
OFFICIAL_NAMES = "SELECT DISTINCT entity, indicator FROM official_figure ORDER BY entity, indicator"

# ------------------------------------------------------------------------------------------------------------- events
INSERT_EVENT = """
INSERT INTO event (position, id, "at", person, kind, subject, payload, seen, undoes)
VALUES (nextval('event_position'), ?, ?, ?, ?, ?, ?, ?, ?)
"""
EVENT_KIND = "SELECT kind FROM event WHERE id = ?"
EVENTS = """
SELECT id, "at", person, kind, subject, payload, seen, undoes FROM event
WHERE ($subject::VARCHAR IS NULL OR subject = $subject
       OR split_part(subject, '|', 1) = $subject OR split_part(subject, '|', 2) = $subject)
  AND ($kind::VARCHAR IS NULL OR kind = $kind)
  AND (NOT $live OR (kind <> 'undo' AND id NOT IN (SELECT id FROM undone)))
ORDER BY position
"""
DECISIONS = """
SELECT id, "at", person, kind, subject, payload, seen, undoes, slot, stale FROM decision
WHERE $subject::VARCHAR IS NULL OR subject = $subject
   OR split_part(subject, '|', 1) = $subject OR split_part(subject, '|', 2) = $subject
ORDER BY position
"""

RECENT_EVENTS = """
SELECT id, "at", person, kind, subject, payload, seen, undoes FROM event ORDER BY position DESC LIMIT ?
"""
LIVE_EVENT = """
SELECT id, "at", person, kind, subject, payload, seen, undoes, kind = 'undo' OR id IN (SELECT id FROM undone)
FROM event WHERE id = ?
"""
LATEST_LIVE_OF = """
SELECT id, "at", person, kind, subject, payload, seen, undoes FROM live_event
WHERE person = ? ORDER BY position DESC LIMIT 1
"""

# ------------------------------------------------------------------------------------------------------------- voices
ALIASES = "SELECT alias, name FROM voice_alias WHERE alias <> name"
VOICE_IDS = "SELECT name, id FROM voice WHERE name IN (LIST)"
VOICE_NAME = "SELECT name FROM voice WHERE id = ?"
VOICES = """
WITH named AS (
    SELECT speaker_name AS name, id, TRUE AS speaks FROM claim
    WHERE NOT dropped AND NOT anonymous AND speaker_name IS NOT NULL
    UNION ALL
    SELECT body, id, FALSE FROM claim WHERE NOT dropped AND body IS NOT NULL AND body IS DISTINCT FROM speaker_name
)
SELECT voice.id, voice.name, count(*) FILTER (named.speaks), count(*) FILTER (NOT named.speaks)
FROM named JOIN voice ON voice.name = named.name GROUP BY voice.id, voice.name ORDER BY count(*) DESC, voice.name
"""
CLAIMS_OF_NAMES = """
SELECT id FROM claim WHERE NOT dropped AND (speaker_name IN (LIST) OR body IN (LIST))
"""
SPOKEN_FOR = """
SELECT DISTINCT speaker_name, body FROM claim
WHERE NOT dropped AND NOT anonymous AND speaker_name IS NOT NULL AND body IS NOT NULL AND speaker_name <> body
"""
FORGET_RELATIONS_OF_NAMES = """
DELETE FROM relation_cache WHERE a IN (SELECT id FROM claim WHERE speaker_name IN (LIST) OR body IN (LIST))
    OR b IN (SELECT id FROM claim WHERE speaker_name IN (LIST) OR body IN (LIST))
"""
FORGET_EXAMINED_OF_NAMES = """
DELETE FROM examined WHERE "row" IN (SELECT "row" FROM claim WHERE speaker_name IN (LIST) OR body IN (LIST))
"""

# ---------------------------------------------------------------------------------------------------------- relations
FORGET_OTHER_RULES = "DELETE FROM relation_cache WHERE version <> ?"
FORGET_EXAMINED_BY_OTHER_RULES = "DELETE FROM examined WHERE version <> ?"
UNEXAMINED = """
SELECT claim."row" FROM claim ANTI JOIN (SELECT "row" FROM examined WHERE version = ?) AS done
ON done."row" = claim."row" WHERE NOT claim.dropped ORDER BY claim."row"
"""
MARK_EXAMINED = "INSERT INTO examined SELECT unnest(?::BIGINT[]), ?"
KEPT_CONFLICTS = """
SELECT a, b, content FROM relation_cache WHERE version = ? AND group_name = 'conflict' ORDER BY a, b
"""
FORGET_PAIRS = """
DELETE FROM relation_cache
WHERE EXISTS (SELECT 1 FROM batch WHERE batch.a = relation_cache.a AND batch.b = relation_cache.b)
"""
INSERT_RELATIONS = "INSERT INTO relation_cache BY NAME SELECT * FROM batch"
FORGET_RELATIONS = "DELETE FROM relation_cache WHERE a = $id OR b = $id"

# ------------------------------------------------------------------------------------------------------------- counts
COUNTS = """
SELECT
    (SELECT count(*) FROM document), (SELECT count(*) FROM claim WHERE NOT dropped),
    (SELECT count(*) FROM claim WHERE dropped), (SELECT count(*) FROM figure), (SELECT count(*) FROM earlier_claim),
    (SELECT count(*) FROM official_figure), (SELECT count(*) FROM event), (SELECT count(*) FROM vector)
"""
LATEST_DAY = """
SELECT max(day) FROM (
    SELECT max(coalesce(claim.said_to, document.published_on)) AS day
    FROM claim JOIN document ON document.id = claim.document_id WHERE NOT claim.dropped
    UNION ALL SELECT max(date) FROM earlier_claim WHERE date <= current_date
)
"""
