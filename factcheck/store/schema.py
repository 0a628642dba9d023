"""The tables of the store and how an older file becomes a newer one.

Each migration is a list of statements that takes the schema from its position in the list to the next; all that a
file lacks are applied in one transaction on opening. What has been released is never edited, only added to. There
are no foreign keys: DuckDB checks them too early within a transaction; :mod:`factcheck.store.check` does instead.

``row`` numbers come from one sequence and name *one content* of a claim: a corrected claim gets a new one, and
``removed_row`` logs the old one under the change number that removed it. So an index of change number n catches up by
removing what was logged since and adding what has ``changed > n``.
"""

from __future__ import annotations

import duckdb

from factcheck.errors import StoreError

_TABLES = (
    "CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)",
    "CREATE SEQUENCE row_number",
    "CREATE SEQUENCE event_position",
    """
    CREATE TABLE document (
        id VARCHAR PRIMARY KEY,
        sha256 VARCHAR NOT NULL UNIQUE,
        raw_sha256 VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        raw BLOB NOT NULL,
        media_type VARCHAR NOT NULL,
        title VARCHAR, outlet VARCHAR, author VARCHAR, url VARCHAR,
        published_on DATE,
        language VARCHAR,
        demonstration BOOLEAN NOT NULL,
        supersedes VARCHAR,
        added_at TIMESTAMP NOT NULL
    )
    """,
    """
    CREATE TABLE claim (
        id VARCHAR PRIMARY KEY,
        "row" BIGINT NOT NULL,
        changed BIGINT NOT NULL,
        document_id VARCHAR NOT NULL,
        start_at BIGINT NOT NULL,
        end_at BIGINT NOT NULL,
        text VARCHAR NOT NULL,
        restated VARCHAR,
        numberless VARCHAR NOT NULL,
        voice VARCHAR NOT NULL,
        stance VARCHAR,
        via VARCHAR,
        speaker_name VARCHAR,
        body VARCHAR,
        anonymous BOOLEAN NOT NULL,
        said_from DATE, said_to DATE,
        check_worthiness DOUBLE NOT NULL,
        content JSON NOT NULL,
        extractor VARCHAR NOT NULL,
        origin VARCHAR NOT NULL,
        dropped BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE figure (
        claim_id VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        text VARCHAR NOT NULL, start_at BIGINT NOT NULL, end_at BIGINT NOT NULL,
        low DOUBLE, high DOUBLE,
        approximate BOOLEAN NOT NULL, vague BOOLEAN NOT NULL, bound VARCHAR NOT NULL,
        unit VARCHAR NOT NULL, unit_text VARCHAR, dimension VARCHAR NOT NULL, per VARCHAR,
        whole_text VARCHAR, whole_start BIGINT, whole_end BIGINT,
        restates INTEGER,
        role VARCHAR NOT NULL, direction VARCHAR, accrual VARCHAR,
        modality VARCHAR NOT NULL, hedged BOOLEAN NOT NULL, basis VARCHAR,
        measure VARCHAR NOT NULL, population VARCHAR, place VARCHAR,
        period_from DATE, period_to DATE, as_of_from DATE, as_of_to DATE
    )
    """,
    "CREATE TABLE speaker (id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL UNIQUE)",
    "CREATE TABLE body (id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL UNIQUE)",
    """
    CREATE TABLE speaker_alias (
        alias VARCHAR NOT NULL,
        of VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        person VARCHAR NOT NULL,
        "at" TIMESTAMP NOT NULL,
        PRIMARY KEY (alias, kind)
    )
    """,
    """
    CREATE TABLE vector (
        "row" BIGINT NOT NULL,
        kind VARCHAR NOT NULL,
        model VARCHAR NOT NULL,
        vector FLOAT[] NOT NULL
    )
    """,
    'CREATE TABLE removed_row (number BIGINT NOT NULL, kind VARCHAR NOT NULL, "row" BIGINT NOT NULL)',
    """
    CREATE TABLE earlier_claim (
        id VARCHAR PRIMARY KEY,
        key VARCHAR NOT NULL UNIQUE,
        digest VARCHAR NOT NULL,
        "row" BIGINT NOT NULL,
        changed BIGINT NOT NULL,
        claim VARCHAR NOT NULL,
        external_id VARCHAR, source VARCHAR, title VARCHAR, subtitle VARCHAR, body VARCHAR, speaker VARCHAR,
        date DATE,
        verdict VARCHAR, url VARCHAR, outlet VARCHAR,
        extra JSON NOT NULL,
        demonstration BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE official_figure (
        id VARCHAR PRIMARY KEY,
        key VARCHAR NOT NULL UNIQUE,
        entity VARCHAR NOT NULL, indicator VARCHAR NOT NULL,
        period_from DATE, period_to DATE,
        value DOUBLE NOT NULL, unit VARCHAR NOT NULL,
        source VARCHAR NOT NULL, cell VARCHAR NOT NULL,
        demonstration BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE event (
        position BIGINT NOT NULL,
        id VARCHAR PRIMARY KEY,
        "at" TIMESTAMP NOT NULL,
        person VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        payload JSON NOT NULL,
        seen JSON NOT NULL,
        undoes VARCHAR
    )
    """,
    """
    CREATE TABLE relation_cache (
        a VARCHAR NOT NULL,
        b VARCHAR NOT NULL,
        version INTEGER NOT NULL,
        relation VARCHAR NOT NULL,
        group_name VARCHAR NOT NULL,
        content JSON NOT NULL
    )
    """,
    # Lookups by the number an index gives: 20 scattered claims in 2 ms where a scan takes 30.
    'CREATE INDEX claim_row ON claim ("row")',
    'CREATE INDEX earlier_row ON earlier_claim ("row")',
    'CREATE INDEX vector_row ON vector ("row")',
    "INSERT INTO meta VALUES ('change', '0')",
)

_VIEWS = (
    # An undo may itself be undone: the last undo in the tree above an event decides, by how deep it stands.
    """
    CREATE VIEW undone AS
    WITH RECURSIVE chain(id, root, depth, position) AS (
        SELECT u.id, u.undoes, 1, u.position
        FROM event AS u JOIN event AS e ON e.id = u.undoes
        WHERE u.kind = 'undo' AND e.kind <> 'undo'
        UNION ALL
        SELECT u.id, chain.root, chain.depth + 1, u.position
        FROM event AS u JOIN chain ON u.undoes = chain.id
        WHERE u.kind = 'undo'
    )
    SELECT root AS id FROM chain GROUP BY root HAVING arg_max(depth, position) % 2 = 1
    """,
    "CREATE VIEW live_event AS SELECT * FROM event WHERE kind <> 'undo' AND id NOT IN (SELECT id FROM undone)",
    """
    CREATE VIEW decision AS
    WITH slotted AS (
        SELECT *,
            CASE
                WHEN kind IN ('verdict', 'parked') THEN 'verdict'
                WHEN kind IN ('flag', 'superseded', 'dismissed') THEN 'conflict'
                WHEN kind IN ('same_claim', 'not_same_claim') THEN 'same'
            END AS slot
        FROM live_event
    ), touched AS (
        SELECT subject, max(position) AS position FROM live_event
        WHERE kind IN ('correction', 'claim_dropped') GROUP BY subject
    ), latest AS (
        SELECT * FROM slotted WHERE slot IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY subject, person, slot ORDER BY position DESC) = 1
    )
    SELECT latest.*,
        coalesce(greatest(whole.position, first.position, second.position) > latest.position, FALSE) AS stale
    FROM latest
    LEFT JOIN touched AS whole ON whole.subject = latest.subject
    LEFT JOIN touched AS first ON first.subject = split_part(latest.subject, '|', 1)
    LEFT JOIN touched AS second ON second.subject = split_part(latest.subject, '|', 2)
    """,
    """
    CREATE VIEW figures AS
    SELECT
        figure.*, claim.text AS claim, claim.voice, claim.stance, claim.via,
        coalesce(speaker_is.of, claim.speaker_name) AS speaker, coalesce(body_is.of, claim.body) AS body,
        claim.anonymous, claim.said_from, claim.said_to,
        document.id AS document_id, document.title, document.outlet, document.published_on, document.demonstration
    FROM figure
    JOIN claim ON claim.id = figure.claim_id
    JOIN document ON document.id = claim.document_id
    LEFT JOIN speaker_alias AS speaker_is ON speaker_is.kind = 'speaker' AND speaker_is.alias = claim.speaker_name
    LEFT JOIN speaker_alias AS body_is ON body_is.kind = 'body' AND body_is.alias = claim.body
    WHERE NOT claim.dropped
    """,
    """
    CREATE VIEW who_said_what_when AS
    SELECT
        coalesce(speaker_is.of, claim.speaker_name) AS speaker, coalesce(body_is.of, claim.body) AS body,
        claim.anonymous, coalesce(claim.restated, claim.text) AS what, claim.text AS as_written, claim.stance,
        coalesce(claim.said_to, claim.said_from, document.published_on) AS "when",
        claim.via, document.outlet, document.title, document.published_on,
        claim.id AS claim_id, document.id AS document_id, document.demonstration
    FROM claim
    JOIN document ON document.id = claim.document_id
    LEFT JOIN speaker_alias AS speaker_is ON speaker_is.kind = 'speaker' AND speaker_is.alias = claim.speaker_name
    LEFT JOIN speaker_alias AS body_is ON body_is.kind = 'body' AND body_is.alias = claim.body
    WHERE NOT claim.dropped
    """,
)

_VOICES = (
    # One table of names, of persons and bodies alike: "Moscow" speaks in one text and is spoken for in the next.
    "CREATE TABLE voice (id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL UNIQUE)",
    """
    INSERT INTO voice
    SELECT 's' || substr(md5(name), 1, 16), name FROM (
        SELECT speaker_name AS name FROM claim WHERE speaker_name IS NOT NULL AND NOT anonymous
        UNION SELECT body FROM claim WHERE body IS NOT NULL
    )
    """,
    "DROP VIEW figures",
    "DROP VIEW who_said_what_when",
    "DROP TABLE speaker_alias",
    "DROP TABLE speaker",
    "DROP TABLE body",
    # Which claims have been compared with all that is near them, by which version of the rules.
    'CREATE TABLE examined ("row" BIGINT NOT NULL, version INTEGER NOT NULL)',
    # An alias leads to the name that it was joined to, and on from there. A circle, which only undoing can make, is
    # called by the first of its names.
    """
    CREATE VIEW voice_alias AS
    WITH RECURSIVE edge AS (
        SELECT json_extract_string(payload, '$.alias') AS alias, json_extract_string(payload, '$.of') AS name
        FROM live_event WHERE kind = 'same_speaker'
    ), reach(alias, name) AS (
        SELECT alias, name FROM edge
        UNION
        SELECT reach.alias, edge.name FROM reach JOIN edge ON edge.alias = reach.name
    )
    SELECT alias, coalesce(min(name) FILTER (name NOT IN (SELECT alias FROM edge)), min(name)) AS name
    FROM reach GROUP BY alias
    """,
    """
    CREATE VIEW who_said_what_when AS
    SELECT
        coalesce(speaker_is.name, claim.speaker_name) AS speaker,
        coalesce(body_is.name, claim.body, speaker_is.name, claim.speaker_name) AS body,
        claim.speaker_name AS speaker_as_named, claim.body AS body_as_named, claim.anonymous,
        coalesce(claim.restated, claim.text) AS what, claim.text AS as_written, claim.stance,
        coalesce(claim.said_to, claim.said_from, document.published_on) AS "when",
        CASE WHEN claim.speaker_name IS NULL THEN 'the outlet itself' WHEN claim.via IS NULL THEN 'attributed'
            ELSE 'second-hand' END AS origin,
        claim.via, document.outlet, document.title, document.published_on, document.url,
        claim.id AS claim_id, document.id AS document_id, claim.start_at, claim.end_at, document.demonstration
    FROM claim
    JOIN document ON document.id = claim.document_id
    LEFT JOIN voice_alias AS speaker_is ON speaker_is.alias = claim.speaker_name
    LEFT JOIN voice_alias AS body_is ON body_is.alias = claim.body
    WHERE NOT claim.dropped
    """,
    """
    CREATE VIEW figures AS
    SELECT
        said.speaker, said.body, figure.text AS as_written, figure.low, figure.high, figure.bound, figure.approximate,
        figure.vague, figure.unit, figure.unit_text, figure.dimension, figure.per, figure.measure, figure.population,
        figure.place, figure.role, figure.direction, figure.accrual, figure.modality, figure.hedged, figure.basis,
        figure.period_from, figure.period_to, figure.as_of_from, figure.as_of_to, figure.whole_text, figure.restates,
        coalesce(figure.as_of_to, said."when") AS speaks_of,
        said."when", said.what AS claim, said.stance, said.anonymous, said.origin, said.via, said.outlet, said.title,
        said.published_on, said.url, said.speaker_as_named, said.body_as_named, figure.claim_id, figure.position,
        figure.start_at, figure.end_at, said.document_id, said.demonstration
    FROM figure JOIN who_said_what_when AS said ON said.claim_id = figure.claim_id
    """,
    """
    CREATE VIEW figure_conflicts AS
    WITH decided AS (
        SELECT subject, arg_max(kind, position) AS kind, arg_max(person, position) AS person
        FROM decision WHERE slot = 'conflict' GROUP BY subject
    )
    SELECT
        kept.relation, json_extract_string(kept.content, '$.reason') AS reason, decided.kind AS decision,
        decided.person AS decided_by,
        a.speaker AS speaker_a, a.body AS body_a, json_extract_string(kept.content, '$.a.text') AS figure_a,
        a.what AS claim_a, a."when" AS when_a, a.outlet AS outlet_a,
        b.speaker AS speaker_b, b.body AS body_b, json_extract_string(kept.content, '$.b.text') AS figure_b,
        b.what AS claim_b, b."when" AS when_b, b.outlet AS outlet_b,
        CAST(json_extract(kept.content, '$.facts.sameness') AS DOUBLE) AS sameness,
        kept.a AS claim_id_a, kept.b AS claim_id_b
    FROM relation_cache AS kept
    JOIN who_said_what_when AS a ON a.claim_id = kept.a
    JOIN who_said_what_when AS b ON b.claim_id = kept.b
    LEFT JOIN decided ON decided.subject = least(kept.a, kept.b) || '|' || greatest(kept.a, kept.b)
    WHERE kept.group_name = 'conflict'
    """,
)

_READ_EARLIER = (
    # What was read in the text of an earlier claim, by the row that names this text; spans are left out, for the text
    # that was read may have been tidied. A row that is in ``earlier_read`` and has no figure holds none.
    """
    CREATE TABLE earlier_figure (
        "row" BIGINT NOT NULL,
        position INTEGER NOT NULL,
        text VARCHAR NOT NULL,
        low DOUBLE, high DOUBLE,
        approximate BOOLEAN NOT NULL, vague BOOLEAN NOT NULL, bound VARCHAR NOT NULL,
        unit VARCHAR NOT NULL, unit_text VARCHAR, dimension VARCHAR NOT NULL, per VARCHAR, whole_text VARCHAR,
        role VARCHAR NOT NULL, direction VARCHAR, modality VARCHAR NOT NULL, hedged BOOLEAN NOT NULL,
        measure VARCHAR NOT NULL, population VARCHAR, place VARCHAR,
        period_from DATE, period_to DATE, as_of_from DATE, as_of_to DATE
    )
    """,
    'CREATE TABLE earlier_read ("row" BIGINT NOT NULL, version BIGINT NOT NULL)',
    """
    CREATE VIEW checked_figures AS
    SELECT
        earlier_claim.speaker, figure.text AS as_written, figure.low, figure.high, figure.bound, figure.approximate,
        figure.vague, figure.unit, figure.unit_text, figure.dimension, figure.per, figure.measure, figure.population,
        figure.place, figure.role, figure.direction, figure.modality, figure.hedged, figure.period_from,
        figure.period_to, figure.as_of_from, figure.as_of_to, figure.whole_text,
        earlier_claim.claim, earlier_claim.verdict, earlier_claim.date, earlier_claim.outlet, earlier_claim.source,
        earlier_claim.title, earlier_claim.url, earlier_claim.id AS claim_id, earlier_claim.external_id,
        figure.position, earlier_claim.demonstration
    FROM earlier_figure AS figure JOIN earlier_claim ON earlier_claim."row" = figure."row"
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = ((*_TABLES, *_VIEWS), _VOICES, _READ_EARLIER)
SCHEMA_VERSION = len(MIGRATIONS)


def migrate(cursor: duckdb.DuckDBPyConnection) -> None:
    """Bring the file behind ``cursor`` to :data:`SCHEMA_VERSION`, in one transaction.

    Raises:
        StoreError: it is a database of something else, or was written by a newer version; it is left as it was.
    """
    found = _version(cursor)
    if found > SCHEMA_VERSION:
        raise StoreError(
            f"This workspace has schema {found}, and this version of the program knows {SCHEMA_VERSION}",
            remedy="Use the newer version of the program that wrote it.",
        )
    if found == SCHEMA_VERSION:
        return
    cursor.execute("BEGIN TRANSACTION")
    try:
        for statements in MIGRATIONS[found:]:
            for statement in statements:
                cursor.execute(statement)
        cursor.execute("INSERT OR REPLACE INTO meta VALUES ('schema', ?)", [str(SCHEMA_VERSION)])
        cursor.execute("COMMIT")
    except duckdb.Error:
        cursor.execute("ROLLBACK")
        raise


def _version(cursor: duckdb.DuckDBPyConnection) -> int:
    tables = {name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return 0
    if not {"meta", "document", "claim", "event"} <= tables:
        raise StoreError(
            "This DuckDB file holds other tables than a workspace's",
            remedy="Choose another folder for the workspace.",
        )
    found = cursor.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    return int(found[0]) if found else 0
