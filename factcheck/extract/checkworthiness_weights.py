"""The weights of the parts of check-worthiness, all in one place, and where they are from.

Fitted by logistic regression (C = 3) on seven tenths of 7,976 sentences of American presidential debates that people
marked as worth checking or not (ClaimBuster; Arslan et al. 2020), with ``python -m benchmarks.checkworthiness --fit``.
The bias puts 0.5 where F1 of the worth-checking class is best there. The last three were set by hand, because a
sentence of a debate is never attributed.
"""

from __future__ import annotations

BIAS = -1.48

WEIGHTS: dict[str, float] = {
    "about somebody's record": 2.60,
    "several numbers": 2.06,
    "past tense": 1.74,
    "a comparison": 1.72,
    "about money": 1.70,
    "tells what happened": 1.53,
    "a share or rate": 1.33,
    "names somebody": 0.93,
    "a change": 0.83,
    "about public affairs": 0.76,
    "gives a number": 0.72,
    "about many people": 0.70,
    "names a past time": 0.32,
    "length": 0.08,
    "about us": -0.52,
    "vague words": -0.58,
    "personal experience": -0.90,
    "to the listener": -0.98,
    "a question": -1.48,
    "about the speaker": -1.85,
    "talk about the talk": -2.08,
    "opinion": -2.72,
    "about the future": -2.92,
    # set by hand
    "attributed": 0.4,
    "vague": -0.8,
    "belief": -2.0,
}
