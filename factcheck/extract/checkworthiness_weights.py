"""The weights of the parts of check-worthiness, all in one place, and where they are from.

Fitted by logistic regression (C = 3) on seven tenths of 7,976 sentences of American presidential debates that people
marked as worth checking or not (ClaimBuster; Arslan et al. 2020), with ``python -m benchmarks.checkworthiness --fit``.
The bias puts 0.5 where F1 of the worth-checking class is best there. The last three were set by hand, because a
sentence of a debate is never attributed.
"""

from __future__ import annotations

BIAS = -1.05

WEIGHTS: dict[str, float] = {
    "about somebody's record": 2.11,
    "several numbers": 1.49,
    "about money": 1.47,
    "gives a number": 1.31,
    "past tense": 1.25,
    "tells what happened": 1.21,
    "a share or rate": 1.15,
    "how it is today": 1.00,
    "a large number": 0.92,
    "names somebody": 0.84,
    "one beside another": 0.79,
    "a superlative": 0.79,
    "a comparison": 0.78,
    "what we did": 0.75,
    "a change": 0.70,
    "public affairs, past": 0.64,
    "what somebody said or backed": 0.64,
    "names a past time": 0.63,
    "about many people": 0.60,
    "what the speaker did": 0.47,
    "about public affairs": 0.43,
    "length": -0.19,
    "short": -0.41,
    "vague words": -0.52,
    "a number, future": -0.64,
    "the speaker's feeling": -0.69,
    "personal experience": -0.89,
    "about us": -0.90,
    "to the listener": -0.98,
    "about the speaker": -1.64,
    "a question": -1.69,
    "talk about the talk": -1.78,
    "about the future": -2.32,
    "opinion": -2.63,
    # set by hand
    "attributed": 0.4,
    "vague": -0.8,
    "belief": -2.0,
}
