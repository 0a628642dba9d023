"""Extraction on broken text, for as long as asked: no exception, every offset right, no text that takes too long.

``python -m benchmarks.fuzz --minutes 60 [--seed N] [--keep DIR]``. Each round takes passages of real articles (those of
``seeds/``, and of the data in the shared folder where it is there), mixes and breaks them as pages, scanners, tables
and keyboards do, extracts, and checks every span of the JSON that the commands print. A failure is printed with the
seed that makes it again, cut down to the least text that still fails; the exit status is 1.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.extract import extract, numberless, red_flags
from factcheck.intake import Metadata, read_text
from factcheck.wire import claim_json

SLOW = 250.0
"""CPU milliseconds for a thousand code points, above which a text counts as a failure; news takes 20 to 40."""
_LEAST = 4_000
"""Code points; a shorter text's time says little."""
_KNOWN = Metadata(published_on=date(2022, 3, 11))
_ROOT = Path(__file__).resolve().parents[1]

Breakage = Callable[[str, random.Random], str]


def _sprinkled(signs: Sequence[str], share: float) -> Breakage:
    """Puts one of ``signs`` in at a share of the places."""

    def broken(text: str, draw: random.Random) -> str:
        return "".join(c + draw.choice(signs) if draw.random() < share else c for c in text)

    return broken


def _replaced(pattern: str, others: Sequence[str], share: float = 1.0) -> Breakage:
    """Replaces a share of what ``pattern`` finds."""
    found = re.compile(pattern)

    def broken(text: str, draw: random.Random) -> str:
        return found.sub(lambda one: draw.choice(others) if draw.random() < share else one[0], text)

    return broken


def _scanned(text: str, draw: random.Random) -> str:
    mistaken = {"l": "1", "1": "l", "O": "0", "0": "O", "m": "rn", "i": "!", "5": "S", "e": "c", " ": "", ".": ","}
    return "".join(mistaken.get(c, c) if draw.random() < 0.06 else c for c in text)


def _table(text: str, draw: random.Random) -> str:
    words = text.split()
    gap = draw.choice(["\t", " | ", ";", ",", "    "])
    columns = draw.randint(2, 9)
    return "\n".join(gap.join(words[at : at + columns]) for at in range(0, len(words), columns))


def _shuffled(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


def _cut_anywhere(text: str, draw: random.Random) -> str:
    first, last = sorted((draw.randrange(len(text) + 1), draw.randrange(len(text) + 1)))
    return text[first:last]


def _numbers(text: str, draw: random.Random) -> str:
    made = (
        "1,2,3,4", "1e999", "9" * 400, "-0", "½½", "٣٤٥", "１２", "²", "0x1F", "1/0", "10^9", "€1.2bn-£3m", "%", "5%%",
        "between and", "31-02-2022", "Feb. 30", "one hundred and and two", "a dozen dozen", "2022-13-45", "1.2.3.4",
        "$", "from 3 to", "no. 5 of the 4", "nearly nearly 5", "4–", "–4", "1 000 000", "third third", "0/0", "∞",
    )  # fmt: skip
    return re.sub(r"\d[\d.,]*", lambda one: draw.choice(made) if draw.random() < 0.6 else one[0], text)


def _doubled(text: str, draw: random.Random) -> str:
    part = _cut_anywhere(text, draw)[:200]
    return text + part * draw.randint(2, 60)


def _endless(text: str, draw: random.Random) -> str:
    """A sentence without an end: a part of the text again and again, its stops made semicolons or nothing."""
    part = re.sub(r"\s+", " ", re.sub(r"[.!?]", draw.choice([";", ",", ""]), _cut_anywhere(text, draw)[:300]))
    return f"{text}\n\n" + f"{part.strip()}{draw.choice(['; ', ', ', ' and '])}" * draw.randint(20, 120)


def _wide(text: str, draw: random.Random) -> str:
    """Some letters and digits as a page in Chinese or Japanese sets them."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and draw.random() < 0.3 else c for c in text)


def _number_table(text: str, draw: random.Random) -> str:
    """Rows of figures with a word before them, as copied from a page of statistics."""
    gap = draw.choice(["\t", "  ", " | ", ","])
    cells = ["{:,}", "{}%", "({})", "–", "n/a", "+{}", "${}m", "{}.5", "−{}", "{}*", "{}–{}"]
    rows = [
        gap.join([word, *(draw.choice(cells).format(draw.randint(0, 99_999), draw.randint(0, 99)) for _ in range(6))])
        for word in text.split()[:80]
    ]
    return "\n".join(["Region" + gap + gap.join(str(year) for year in range(2016, 2022)), *rows])


def _labelled(text: str, draw: random.Random) -> str:
    """Lines with a speaker's label, as in the minutes of a hearing."""
    labels = ("Q:", "A:", "THE CHAIR:", "Ms. OYELARAN:", "[Crosstalk]", "00:01:15", "- ", ">>", "SPEAKER 2:", "1.")
    return "\n".join(f"{draw.choice(labels)} {line}" for line in re.split(r"(?<=[.?!])\s+", text))


_ELSEWHERE = (
    "Le ministère a annoncé que 4.000 personnes ont été tuées, selon la police.",
    "Das Ministerium teilte mit, dass 31 Menschen getötet wurden.",
    "Según el gobierno, el 4,2% de los trabajadores perdió su empleo.",
    "В городе погибли 58 человек, сообщила полиция.",
    "政府称，约有三千人受伤。",
    "قالت الحكومة إن ٣١ شخصا قتلوا يوم الاثنين.",
    "Bakanlık, 1.200 kişinin öldüğünü açıkladı.",
)


def _languages(text: str, draw: random.Random) -> str:
    """Sentences of other languages in between, some of them in quotation marks."""
    parts = re.split(r"(?<=[.?!]) ", text)
    for _ in range(draw.randint(1, 4)):
        other = draw.choice(_ELSEWHERE)
        parts.insert(draw.randrange(len(parts) + 1), draw.choice([other, f"“{other}”", f"\n\n{other}\n\n"]))
    return " ".join(parts)


def _one_long_line(text: str, _: random.Random) -> str:
    line = " ".join(text.split()) + " "
    return line * (100_000 // len(line) + 1)


BREAKAGES: dict[str, Breakage] = {
    "as it is": lambda text, _: text,
    "capitals": lambda text, _: text.upper(),
    "small": lambda text, _: text.lower(),
    "no punctuation": lambda text, _: re.sub(r"[^\w\s]", "", text),
    "one line": lambda text, _: " ".join(text.split()),
    "no spaces": lambda text, _: re.sub(r"\s+", "", text),
    "table": _table,
    "scanned": _scanned,
    "shuffled": _shuffled,
    "cut": _cut_anywhere,
    "numbers": _numbers,
    "printed again and again": _doubled,
    "a sentence without an end": _endless,
    "control characters": _sprinkled([chr(c) for c in (*range(32), 0x7F, 0x85, 0x9F)], 0.05),
    "invisible": _sprinkled("\u00ad\u200b\u200c\u200d\u2060\ufeff", 0.08),
    "directions": _sprinkled("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c", 0.05),
    "combining": _sprinkled("\u0301\u0308\u0327\u20dd\ufe0f", 0.15),
    "decomposed": lambda text, _: unicodedata.normalize("NFD", text.replace("e", "é")),
    "full width": _wide,
    "surrogates": _sprinkled(("\ud83d", "\ude00", "\udc80"), 0.01),
    "noncharacters": _sprinkled("\ufffd\ufffe\uffff\ue000\U000e0041\U0010ffff", 0.03),
    "emoji": _sprinkled(("😀", "👩‍👩‍👧‍👦", "🇺🇦", "1️⃣", "👍🏽"), 0.05),
    "scripts": _replaced(r"\b[a-z]{3,}\b", ("שלום", "مرحبا", "привет", "世界", "नमस्ते", "𝕏𝕏"), 0.2),
    "quotation marks": _sprinkled("\"'“”‘’«»„`", 0.04),
    "brackets": _sprinkled("()[]{}<>", 0.04),
    "stops": _sprinkled(".,;:!?…—–-", 0.08),
    "spaces": _replaced(r" ", ("\u00a0", "\u2009", "\u3000", "  ", "\t", " \u00a0 "), 0.4),
    "line ends": _replaced(r"\n+", ("\r\n", "\r", "\n\r\n", "\u2028", "\u2029", "\x0b", "\x0c", "\n")),
    "broken lines": _replaced(r" ", ("\n", "\r\n", "-\n", "\n\n"), 0.1),
    "markup": _sprinkled(("<b>", "</p>", "&nbsp;", "&#8220;", "**", "[1]", "{{x}}", "%s", "\\n", "'; --"), 0.01),
    "quoted whole": lambda text, _: "“" + text,
    "table of numbers": _number_table,
    "labels": _labelled,
    "other languages": _languages,
    "a line of 100 kB": _one_long_line,
    "long word": lambda text, draw: text + draw.choice("a1.,“-%$ ") * draw.choice([999, 5_000, 20_000]) + text[:200],
}


def passages(shared: Path) -> list[str]:
    """Paragraphs of real articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "seeds").rglob("*.md"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "seeds").rglob("*.txt"))]
    for path in sorted((shared / "data" / "attribution").glob("*.jsonl"))[:3]:
        lines = path.read_text(encoding="utf-8").splitlines()[:40]
        texts += [str(json.loads(line)["text"]) for line in lines]
    return [part for text in texts for part in re.split(r"\n\s*\n", text) if part.strip()]


def mixture(real: Sequence[str], draw: random.Random) -> tuple[str, list[str]]:
    """A text, and the names of what was done to it."""
    parts, names = [], []
    for _ in range(draw.choice([1, 1, 2, 3, 6])):
        text = "\n\n".join(draw.choice(real) for _ in range(draw.choice([1, 2, 4, 12])))
        for name in draw.choices(list(BREAKAGES), k=draw.choice([1, 1, 2, 3])):
            text = BREAKAGES[name](text[:60_000], draw)
            names.append(name)
        parts.append(text)
    return draw.choice(["\n\n", " ", "\r\n", ""]).join(parts), names


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object below ``value`` that has a text, a start and an end."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


def problem(text: str) -> str | None:
    """What is wrong with the extraction of ``text``, or None. A text that is refused with a word why is in order."""
    begun = time.process_time()
    try:
        document = read_text(text, metadata=_KNOWN)
        found = extract(document)
    except FactcheckError:
        return None
    except Exception:  # noqa: BLE001 - what is sought here is every exception
        return traceback.format_exc(limit=-4)
    took = (time.process_time() - begun) * 1e6 / max(len(text), 1)
    if len(text) >= _LEAST and took > SLOW:
        return f"slow: {took:.0f} ms for a thousand code points"
    try:
        for claim in found.claims:
            told = claim_json(claim)
            json.dumps(told, allow_nan=False)
            numberless(claim)
            red_flags(claim)
            if (wrong := _wrong(told, document.text)) is not None:
                return wrong
    except Exception:  # noqa: BLE001 - as above
        return traceback.format_exc(limit=-4)
    return None


def _wrong(told: dict[str, Any], text: str) -> str | None:
    for span in spans(told):
        if not (0 <= span["start"] < span["end"] <= len(text)) or text[span["start"] : span["end"]] != span["text"]:
            return f"span {span['start']}:{span['end']} is not {span['text'][:60]!r}"
    content = told["content"]
    if content is not None:
        edges = [edge for pair in content["spans"] for edge in pair]
        if edges != sorted(edges) or (edges[0], edges[-1]) != (content["start"], content["end"]):
            return f"the content's spans {content['spans']} don't lie in {content['start']}:{content['end']}"
    for at, figure in enumerate(told["figures"]):
        if not told["start"] <= figure["start"] < figure["end"] <= told["end"]:
            return f"figure {figure['text']!r} lies outside of its claim"
        if None not in (figure["low"], figure["high"]) and figure["low"] > figure["high"]:
            return f"figure {figure['text']!r} runs from {figure['low']} to {figure['high']}"
        if figure["restates"] is not None and not (0 <= figure["restates"] < len(told["figures"]) != at):
            return f"figure {figure['text']!r} restates {figure['restates']}"
    if not 0 <= told["check_worthiness"] <= 1:
        return f"check-worthiness {told['check_worthiness']}"
    return None


def reduced(text: str, kind: str, *, tries: int = 150) -> str:
    """The least text that was found to fail in the same way: halves, quarters, … are left out while it does."""
    step = max(len(text) // 2, 1)
    while step and tries:
        at, cut = 0, False
        while at < len(text) and tries:
            shorter = text[:at] + text[at + step :]
            tries -= 1
            if shorter and (wrong := problem(shorter)) is not None and _kind(wrong) == kind:
                text, cut = shorter, True
            else:
                at += step
        step = step if cut and step < len(text) else step // 2
    return text


def _kind(wrong: str) -> str:
    """What tells two failures apart: the last line without its numbers."""
    return re.sub(r"\d+|'.*'", "", wrong.strip().splitlines()[-1])


def main() -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, help="a folder for the texts that fail")
    default = Path(os.environ.get("FACTCHECK_SHARED", _ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=default)
    options = parser.parse_args()
    real = passages(options.shared)
    failures: Counter[str] = Counter()
    stop = time.monotonic() + options.minutes * 60
    rounds = read = 0
    problem(real[0])
    while time.monotonic() < stop:
        seed = f"{options.seed}.{rounds}"
        text, names = mixture(real, random.Random(seed))
        rounds, read = rounds + 1, read + len(text)
        wrong = problem(text)
        if wrong is None:
            continue
        kind = _kind(wrong)
        failures[kind] += 1
        if failures[kind] == 1:
            least = reduced(text, kind) if not wrong.startswith("slow") else text
            print(f"\n{seed} ({', '.join(names)})\n{wrong}\n{least[:600]!r}", flush=True)
            if options.keep is not None:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{seed}.txt").write_text(least, encoding="utf-8", errors="surrogatepass", newline="")
    print(f"\n{rounds:,} texts, {read:,} code points, seed {options.seed}: {sum(failures.values())} failures")
    for kind, count in failures.most_common():
        print(f"{count:6}  {kind}")
    return int(bool(failures))


if __name__ == "__main__":
    raise SystemExit(main())
