"""What becomes of a claim of which one thing is changed: is its original found, and what is their relation called?

    python -m benchmarks.number_gate [--pairs 1000] [--part tune|held-out|both] [--only-relations]

takes sentences of the shared file of earlier claims, changes one thing in each (number, bound, unit, date, place,
negation), and searches for the changed one among all of them. Reported for each change: how often the original is among
the first three hits, how often it then has a relation that the number gate allows (docs/architecture.md), how often it
is called the same claim, and what it is called. A pair is of the part tuned on or of the one held out by the hash of
its original; failures are shown of the former alone. ``--only-relations`` sets each pair side by side without a search.
``--own`` reads our own pairs (docs/figure-pairs.md), in which one thing was changed by hand and a person said what
follows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks import conflicts
from benchmarks.encodings import RememberingEncoder, cache_folder, remembering
from benchmarks.retrieval import shared
from factcheck.extract.lexemes import Number
from factcheck.extract.numbers import scan
from factcheck.intake import earlier_claims
from factcheck.model import EarlierClaim, Group, Relation
from factcheck.pipeline import hits, search, tables
from factcheck.settings import Settings
from factcheck.workspace import Workspace

FIRST = 3
_COUNTED = ("contradiction", "update", "rival_count", "revised_down", "not_excluded")
ALLOWED = {
    "number": _COUNTED,
    "bound": _COUNTED,
    "unit": ("different_unit",),
    "date": ("different_period", "update"),
    "place": ("different_scope",),
    "negation": ("denial",),
}
_BOUNDED = re.compile(
    r"(?:than|least|most|to|nearly|about|over|under|almost|around|between|from|and|-|–|of)\s*[$£€]?$", re.I
)
_ALONE = re.compile(r"(?:[a-z,]\s|[$£€])$")
_YEAR = re.compile(r"\b(?:in|of|by|since|until|from|[A-Z][a-z]{2,8},?)\s((?:19|20)\d\d)\b(?!s)")
_UNITS = (
    ("percent", "percentage points"),
    ("years", "months"),
    ("months", "weeks"),
    ("weeks", "days"),
    ("days", "hours"),
    ("hours", "minutes"),
    ("miles", "kilometres"),
    ("feet", "metres"),
    ("pounds", "tonnes"),
    ("dollars", "euros"),
    ("acres", "square miles"),
)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(one[:3] for one in _MONTHS)})[a-z]*\.? $")
_MONTH_BEHIND = re.compile(rf" (?:of )?(?:{'|'.join(one[:3] for one in _MONTHS)})")
_PLACES = (
    "China Russia Germany France Italy Spain Canada Mexico India Brazil Iran Iraq Israel Ukraine Nigeria Kenya Japan "
    "Texas California Florida Ohio Michigan Wisconsin Georgia Virginia Arizona Oregon Chicago London Paris"
).split()
_TURNED = {
    **{word: f"{word} not" for word in "is are was were has have will would did".split()},
    "can": "cannot",
}
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|nor|fake|false)\b|n['’]t\b|\b(?:do|does|did|is|are|was|were|wo|ca|ha[sd])nt\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the archive and the same with one thing changed."""

    change: str
    original: EarlierClaim
    changed: str

    @property
    def part(self) -> str:
        """``tune`` or ``held-out``, by the hash of the original."""
        digest = hashlib.sha256(self.original.claim.encode()).digest()
        return "tune" if digest[0] % 2 == 0 else "held-out"


def _figures(text: str) -> list[Number]:
    """Numbers in digits that stand alone: no year or day of a month, no part of a name ("COVID-19"), no list."""
    return [
        one
        for one in scan(text)
        if one.digits and one.mantissa >= 2 and not 1900 <= one.value <= 2100 and _ALONE.search(text[: one.start])
        if not text[one.end : one.end + 1].isalnum() and text[one.end : one.end + 1] not in ("-", "/", ":")
        if not (_MONTH_BEFORE.search(text[: one.start]) or _MONTH_BEHIND.match(text[one.end :]))
    ]


def _number(text: str, dice: random.Random) -> str | None:
    able = _figures(text)
    if not able:
        return None
    one = dice.choice(able)
    digits = re.match(r"[\d,]+(?:\.\d+)?", text[one.start : one.end])
    if digits is None:
        return None
    places = len(digits[0].partition(".")[2])
    value = float(digits[0].replace(",", "")) * dice.choice((0.4, 1.7, 3.0))
    spoken = f"{value:,.{places}f}" if "," in digits[0] else f"{value:.{places}f}"
    return None if spoken == digits[0] else f"{text[: one.start]}{spoken}{text[one.start + len(digits[0]) :]}"


def _bound(text: str, dice: random.Random) -> str | None:
    able = [one for one in _figures(text) if not _BOUNDED.search(text[: one.start])]
    if not able:
        return None
    one = dice.choice(able)
    start = one.start - (text[one.start - 1] in "$£€")
    return f"{text[:start]}{dice.choice(('more than ', 'at most '))}{text[start:]}"


def _unit(text: str, _dice: random.Random) -> str | None:
    for unit, other in _UNITS:
        changed, count = re.subn(rf"(?<=\d )(?:{unit})\b", other, text, count=1)
        if count:
            return changed
    changed, count = re.subn(r"\$(?=\d)", "€", text, count=1)
    return changed if count and text.count("$") == 1 else None


def _date(text: str, dice: random.Random) -> str | None:
    year = _YEAR.search(text)
    if year is not None:
        return f"{text[: year.start(1)]}{int(year[1]) - dice.randint(2, 5)}{text[year.end(1) :]}"
    month = re.search(rf"\b(?:{'|'.join(_MONTHS)})\b(?= \d|,|\.|$)", text)
    if month is None:
        return None
    other = _MONTHS[(_MONTHS.index(month[0]) + dice.randint(2, 9)) % 12]
    return f"{text[: month.start()]}{other}{text[month.end() :]}"


def _place(text: str, dice: random.Random) -> str | None:
    found = list(re.finditer(rf"\b(?:{'|'.join(_PLACES)})\b(?!['’-])", text))
    if len(found) != 1:
        return None
    other = dice.choice([one for one in _PLACES if one != found[0][0]])
    return f"{text[: found[0].start()]}{other}{text[found[0].end() :]}"


def _negation(text: str, _dice: random.Random) -> str | None:
    if _NEGATED.search(text) or "?" in text:
        return None
    for word, turned in _TURNED.items():
        found = list(re.finditer(rf"(?<=\w ){word}\b", text))
        if len(found) == 1:
            return f"{text[: found[0].start()]}{turned}{text[found[0].end() :]}"
    return None


CHANGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "number": _number,
    "bound": _bound,
    "unit": _unit,
    "date": _date,
    "place": _place,
    "negation": _negation,
}


def pairs(claims: list[EarlierClaim], count: int) -> list[Pair]:
    """``count`` pairs, the changes in equal parts, chosen by a fixed seed; each original is used once."""
    dice = random.Random(4)
    dice.shuffle(claims)
    made: list[Pair] = []
    there = {one.claim for one in claims}
    waiting: Iterator[EarlierClaim] = iter(one for one in claims if 40 <= len(one.claim) <= 220)
    parts = {change: count // len(CHANGES) + (at < count % len(CHANGES)) for at, change in enumerate(CHANGES)}
    for claim in waiting:
        for change in sorted(parts, key=lambda one: -parts[one]):
            changed = CHANGES[change](claim.claim, dice) if parts[change] else None
            if changed is not None and changed not in there:
                made.append(Pair(change, claim, changed))
                parts[change] -= 1
                break
        if not any(parts.values()):
            break
    return made


def archive(encoder: RememberingEncoder) -> Workspace:
    """A workspace with all earlier claims, imported as ``factcheck import-claims`` does; made once."""
    source = shared().parent / "claims" / "claims_en.jsonl.gz"
    stamp = hashlib.sha256(f"{source.stat().st_size} {encoder.identity.sha256} 3".encode()).hexdigest()[:12]
    folder = cache_folder() / f"claims-{stamp}"
    opened = Workspace.open(folder, settings=Settings(workspace=folder), encoder=encoder)
    if opened.store.note("whole") is None:
        started = time.perf_counter()
        result = tables.import_claims(opened, source)
        opened.sync()
        opened.store.set_note("whole", "yes")
        seconds = time.perf_counter() - started
        print(f"imported {result.added:,} claims, {len(result.skipped)} skipped, {seconds:.0f} s", file=sys.stderr)
    return opened


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a pair: whether the original was found, and what its relation is called, None where it wasn't."""

    pair: Pair
    relation: Relation | None

    @property
    def allowed(self) -> bool:
        return self.relation is not None and str(self.relation.relation) in ALLOWED[self.pair.change]


def by_search(chosen: list[Pair]) -> Iterator[Outcome]:
    """Each changed claim searched for among all: its original, if it is among the first three hits."""
    with archive(remembering()) as opened:
        for start in range(0, len(chosen), 32):
            some = chosen[start : start + 32]
            answers = search.search_many(opened, [pair.changed for pair in some], k=FIRST)
            for pair, answer in zip(some, answers, strict=True):
                hits = [] if isinstance(answer, Exception) else answer.hits
                hit = next((one for one in hits if one.text == pair.original.claim), None)
                yield Outcome(pair, hit.relation if hit is not None else None)


def directly(chosen: list[Pair]) -> Iterator[Outcome]:
    """Each changed claim set beside its original as a hit would be, without a search."""
    for pair in chosen:
        yield Outcome(pair, hits.relation_of(pair.changed, pair.original))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=int, default=1_000)
    parser.add_argument("--part", choices=("tune", "held-out", "both"), default="both")
    parser.add_argument("--only-relations", action="store_true", help="Set each pair side by side, without a search.")
    parser.add_argument("--own", action="store_true", help="Our own pairs of one change instead, with date and source.")
    parser.add_argument("--show", type=int, default=0, help="Print so many pairs of the part tuned on that fail.")
    given = parser.parse_args(arguments)
    if given.own:
        return _own(given.part, given.show)
    if not shared().is_dir():
        print(f"{shared()} is not there; name the folder of the data in $FACTCHECK_SHARED", file=sys.stderr)
        return 1
    source = shared().parent / "claims" / "claims_en.jsonl.gz"
    claims = [one for one in earlier_claims(source) if isinstance(one, EarlierClaim)]
    chosen = [pair for pair in pairs(claims, given.pairs) if given.part in ("both", pair.part)]
    outcomes = list((directly if given.only_relations else by_search)(chosen))
    for part in ("tune", "held-out"):
        _report(part, [one for one in outcomes if one.pair.part == part])
    _report("both", outcomes)
    wrong = (one for one in outcomes if one.pair.part == "tune" and one.relation is not None and not one.allowed)
    for one in islice(wrong, given.show):
        told = one.relation
        print(f"{one.pair.change}: {told and told.relation}\n  {one.pair.original.claim}\n  {one.pair.changed}")
        print(f"  {told and told.reason}")
    return 0


def _own(part: str, show: int) -> int:
    """Our own pairs: the relation a person gave, by what was changed."""
    path = conflicts.FOLDER / "one_change.jsonl"
    changes = {row["id"]: row["change"] for row in map(json.loads, path.read_text("utf-8").splitlines())}
    outcomes = []
    for pair in conflicts.load([path]):
        if part in ("both", pair.part):
            made = conflicts.judge(pair)
            outcomes.append(conflicts.Outcome(pair, made.relation, made.reason))
    for one in ("tune", "held-out"):
        rows = [outcome for outcome in outcomes if outcome.pair.part == one]
        if not rows:
            continue
        print(f"\n{one:<14} pairs  relation right  group right")
        for change in sorted(set(changes.values())):
            _own_row(change, [outcome for outcome in rows if changes[outcome.pair.id] == change])
        _own_row("all", rows)
    conflicts.errors([outcome for outcome in outcomes if outcome.pair.part == "tune"][: None if show else 0])
    return 0


def _own_row(name: str, rows: Sequence[conflicts.Outcome]) -> None:
    if rows:
        right, group = sum(row.right for row in rows), sum(row.right_group for row in rows)
        print(f"{name:<14} {len(rows):>5}  {right / len(rows):>14.3f}  {group / len(rows):>11.3f}")


def _report(part: str, outcomes: Sequence[Outcome]) -> None:
    if not outcomes:
        return
    total: Counter[str] = Counter()
    print(f"\n{part:<10} pairs  found in {FIRST}  and allowed  called the same  what it is called")
    for change in CHANGES:
        rows = [one for one in outcomes if one.pair.change == change]
        told = [one.relation for one in rows if one.relation is not None]
        tally = Counter(
            pairs=len(rows),
            found=len(told),
            allowed=sum(one.allowed for one in rows),
            same=sum(one.group is Group.AGREE for one in told),
        )
        total += tally
        called = Counter(str(one.relation) for one in told).most_common(6)
        print(_row(change, tally) + ", ".join(f"{name} {count}" for name, count in called))
    print(_row("all", total))


def _row(name: str, tally: Counter[str]) -> str:
    many = max(1, tally["pairs"])
    shares = (tally["found"] / many, tally["allowed"] / many, tally["same"] / many)
    return f"{name:<10} {tally['pairs']:>5}  {shares[0]:>10.3f}  {shares[1]:>11.3f}  {shares[2]:>15.3f}  "


if __name__ == "__main__":
    sys.exit(main())
