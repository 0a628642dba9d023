"""A figure's ledger as a Vega-Lite specification: pure, data in, dict out.

Time runs across, value up. What is open on a side is drawn as a bar with an arrow into the open, an exact value as a
point, a range as a bar between two ends. Shape and colour both tell the relation; the claim at hand is a filled
diamond with its value drawn across as a band, so that what lies outside can be seen at once.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from factcheck.model import Bound, DateRange, Figure
from factcheck.pipeline.views import Ledger, LedgerRow
from factcheck.ui import words
from factcheck.ui.safe import shortened

Row = dict[str, Any]

HEIGHT = 158
_SPREAD_FOR_LOG = 100.0
_GREYED = {"condition": {"test": "datum.later", "value": 0.32}, "value": 1}

#: tone → (shape, colour on light, colour on dark, words in the legend)
TONE_MARKS: dict[str, tuple[str, str, str, str]] = {
    "self": ("diamond", "#14213d", "#f4f1ea", "This claim"),
    "conflict": ("cross", "#b3261e", "#ff8a80", "Conflict"),
    "disputed": ("triangle-up", "#9a5b00", "#f2b04b", "Rival count"),
    "update": ("triangle-right", "#1d5fa8", "#82b4f2", "Update"),
    "agree": ("circle", "#1b6e4b", "#7dd3a8", "Can both be right"),
    "plain": ("square", "#666a73", "#a9adb6", "Not excluded"),
    "unsure": ("square", "#666a73", "#a9adb6", "Can't tell"),
}


def rows(ledger: Ledger, *, own_date: date | None, own_name: str, with_later: bool = False) -> list[Row]:
    """One record a figure that can be drawn: it has a date and at least one end. The claim itself comes first."""
    made: list[Row] = []
    if ledger.figure is not None:
        when = _own_date(ledger.figure, own_date)
        if when is not None:
            made += _record(ledger.figure, when, own_name, ledger.figure.text, "self", "This claim")
    for row in ledger.rows:
        for each in (row, *row.trail):
            if each.on is None or each.figure is None or not _comparable(ledger.figure, each.figure):
                continue
            if each.later and not with_later:
                continue
            seen = words.look(row.relation.relation)
            drawn = _record(each.figure, each.on, _name(row), each.as_written, seen.tone, seen.label)
            made += [{**record, "later": each.later} for record in drawn]
    return made


def spec(ledger: Ledger, *, own_date: date | None, own_name: str, dark: bool, with_later: bool = False) -> Row | None:
    """The chart of ``ledger``, or None where there are not two different figures in one unit to compare."""
    found = rows(ledger, own_date=own_date, own_name=own_name, with_later=with_later)
    if ledger.figure is None or len({(record["low"], record["high"]) for record in found}) < 2:
        return None
    logarithmic = wants_log(found)
    low, high = _domain(found, logarithmic=logarithmic)
    for record in found:
        _drawn(record, low, high, logarithmic=logarithmic)
    scale: Row = {"type": "log" if logarithmic else "linear", "domain": [low, high], "nice": False, "clamp": True}
    tones = [tone for tone in TONE_MARKS if any(r["tone"] == tone for r in found)]
    colour = {
        "field": "tone",
        "type": "nominal",
        "scale": {"domain": tones, "range": [TONE_MARKS[t][2 if dark else 1] for t in tones]},
        "legend": None,
    }
    shape = {
        "field": "tone",
        "type": "nominal",
        "scale": {"domain": tones, "range": [TONE_MARKS[t][0] for t in tones]},
        "legend": None,
    }
    ink = "#d8d4cb" if dark else "#41444c"
    x: Row = {
        "field": "on",
        "type": "temporal",
        "title": None,
        "axis": {"format": "%-d %b", "grid": False, "tickCount": _ticks(found), "labelFlush": False},
        "scale": {"padding": 28},
    }
    y: Row = {
        "field": "y1",
        "type": "quantitative",
        "title": None,
        "scale": scale,
        "axis": {"tickCount": 5, "format": _value_format(high - low, high), "gridOpacity": 0.5},
    }
    tooltip = [
        {"field": "who", "title": "Who"},
        {"field": "written", "title": "Figure"},
        {"field": "day", "title": "Date"},
        {"field": "label", "title": "Relation"},
    ]
    return {
        "data": {"values": found},
        "height": HEIGHT,
        "autosize": {"type": "fit", "contains": "padding"},
        "config": {"view": {"stroke": None}, "background": "transparent"},
        "layer": [
            {
                "transform": [{"filter": "datum.tone === 'self'"}],
                "mark": {"type": "rect", "opacity": 0.055, "color": TONE_MARKS["self"][2 if dark else 1]},
                "encoding": {"y": y, "y2": {"field": "band2"}},
            },
            {
                "transform": [{"filter": "datum.y1 !== datum.y2"}],
                "mark": {"type": "rule", "strokeWidth": 3},
                "encoding": {
                    "x": x,
                    "y": y,
                    "y2": {"field": "y2"},
                    "color": colour,
                    "opacity": _GREYED,
                    "tooltip": tooltip,
                },
            },
            {
                "transform": [{"filter": "datum.arrow === 'up'"}],
                "mark": {"type": "point", "shape": "triangle-up", "filled": True, "size": 60, "yOffset": 3},
                "encoding": {"x": x, "y": {**y, "field": "y2"}, "color": colour, "tooltip": tooltip},
            },
            {
                "transform": [{"filter": "datum.arrow === 'down'"}],
                "mark": {"type": "point", "shape": "triangle-down", "filled": True, "size": 60, "yOffset": -3},
                "encoding": {"x": x, "y": {**y, "field": "y2"}, "color": colour, "tooltip": tooltip},
            },
            *(
                {
                    "transform": [{"filter": f"datum.tone {sign} 'self'"}],
                    "mark": {"type": "point", "filled": True, "size": size},
                    "encoding": {
                        "x": x,
                        "y": y,
                        "color": colour,
                        "shape": shape,
                        "opacity": _GREYED,
                        "tooltip": tooltip,
                    },
                }
                for sign, size in (("!==", 110), ("===", 150))  # this claim above whatever has the same place
            ),
            *(
                {
                    "transform": [{"filter": f"datum.named === '{side}'"}],
                    "mark": {"type": "text", "align": align, "dx": dx, "dy": -8, "fontSize": 11.5, "color": ink},
                    "encoding": {"x": x, "y": y, "text": {"field": "tag"}},
                }
                for side, align, dx in (("left", "left", 9), ("right", "right", -9))
            ),
        ],
    }


def words_of(ledger: Ledger, *, own_date: date | None, own_name: str, with_later: bool = False) -> str:
    """What the chart shows, for those who don't see it."""
    found = rows(ledger, own_date=own_date, own_name=own_name, with_later=with_later)
    told = (f"{r['who']}: {r['written']}, {r['day']}, {r['label'].lower()}" for r in found)
    return "Figures over time. " + "; ".join(told) + "."


def legend(ledger: Ledger) -> list[tuple[str, str]]:
    """Tones that the chart shows and their words."""
    tones = {words.look(row.relation.relation).tone for row in ledger.rows}
    return [(tone, mark[3]) for tone, mark in TONE_MARKS.items() if tone == "self" or tone in tones]


def _comparable(ours: Figure | None, theirs: Figure) -> bool:
    """One axis holds one kind of value: the same unit, or two counts, whatever the noun counted."""
    if ours is None or ours.dimension != theirs.dimension:
        return False
    return ours.dimension == "count" or ours.unit == theirs.unit


def wants_log(found: list[Row]) -> bool:
    """True where the values span more than two orders of magnitude and none is zero or below."""
    values = [value for record in found for value in (record["low"], record["high"]) if value is not None]
    return bool(values) and min(values) > 0 and max(values) / min(values) > _SPREAD_FOR_LOG


def _own_date(figure: Figure, fallback: date | None) -> date | None:
    def last(dates: DateRange | None) -> date | None:
        return (dates.last or dates.first) if dates else None

    return last(figure.as_of) or fallback


def _name(row: LedgerRow) -> str:
    return row.body or row.who


def _record(figure: Figure, on: date, who: str, written: str, tone: str, label: str) -> list[Row]:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return []
    return [
        {
            "on": on.isoformat(),
            "day": words.short_day(on),
            "who": who,
            "tag": shortened(who if tone != "self" else "This claim", 26),
            "written": written,
            "tone": tone,
            "label": label,
            "low": low,
            "high": high,
            "approximate": figure.approximate,
            "exact": figure.bound is Bound.EXACT,
            "named": None,
            "later": False,
        }
    ]


def _domain(found: list[Row], *, logarithmic: bool) -> tuple[float, float]:
    values = [value for record in found for value in (record["low"], record["high"]) if value is not None]
    low, high = min(values), max(values)
    if logarithmic:
        return low / 1.8, high * 1.8
    spread = (high - low) or abs(high) or 1.0
    floor = low - 0.22 * spread
    return (max(0.0, floor) if low >= 0 else floor), high + 0.22 * spread


def _drawn(record: Row, low: float, high: float, *, logarithmic: bool) -> None:
    """Where the marks of one record go: ``y1`` the point, ``y2`` the other end of its bar, ``arrow`` into the open."""
    first, last = record["low"], record["high"]
    reach = (high / low) ** 0.16 if logarithmic else (high - low) * 0.16
    if last is None:
        y1, y2, arrow = first, min(high, first * reach if logarithmic else first + reach), "up"
    elif first is None:
        y1, y2, arrow = last, max(low, last / reach if logarithmic else last - reach), "down"
    else:
        y1, y2, arrow = last, first, None
    band = high if last is None else low if first is None else first
    if band == y1:
        hair = 1.01 if logarithmic else (high - low) * 0.006
        band = y1 * hair if logarithmic else y1 + hair
    record.update(y1=y1, y2=y2, arrow=arrow, band2=band)


def _value_format(spread: float, high: float) -> str:
    if high >= 1e6:
        return "~s"
    return ",d" if spread >= 8 else ",.1~f" if spread >= 0.8 else ",.3~f"


def _ticks(found: list[Row]) -> Any:
    days = [date.fromisoformat(record["on"]) for record in found]
    span = max(days) - min(days)
    if span <= timedelta(days=8):
        return {"interval": "day", "step": 1}
    return 6


def name_marks(chart: Row) -> Row:
    """The same chart with a name beside each point that has room for one: not two within the same patch."""
    values: list[Row] = chart["data"]["values"]
    scale = chart["layer"][0]["encoding"]["y"]["scale"]
    low, high = scale["domain"]
    days = [date.fromisoformat(record["on"]).toordinal() for record in values]
    width = (max(days) - min(days)) or 1
    taken: list[tuple[float, float]] = []
    for record, day in sorted(zip(values, days, strict=True), key=lambda pair: pair[0]["tone"] != "self"):
        across = (day - min(days)) / width
        up = (record["y1"] - low) / ((high - low) or 1)
        if all(abs(across - a) > 0.3 or abs(up - u) > 0.1 for a, u in taken):
            record["named"] = "left" if across < 0.6 else "right"
            taken.append((across, up))
    return chart
