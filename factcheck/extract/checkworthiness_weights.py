"""The weights of the parts of check-worthiness, all in one place, and where they are from.

Fitted by logistic regression (C = 1) on seven tenths of 7,976 sentences of American presidential debates that people
marked as worth checking or not (ClaimBuster; Arslan et al. 2020), with ``python -m benchmarks.checkworthiness --fit``.
The bias puts 0.5 where F1 of the worth-checking class is best there. The last five were set by hand: a
sentence of a debate is never attributed, and few tell a feeling or judge in one word as people in the news do.
"""

from __future__ import annotations

BIAS = -1.21

WEIGHTS: dict[str, float] = {
    "what is going on": 1.88,
    "a number in digits": 1.77,
    "points to a source": 1.73,
    "about somebody's record": 1.59,
    "what was not done": 1.43,
    "past tense": 1.43,
    "a large number": 1.27,
    "tells what happened": 1.19,
    "gives a number": 1.18,
    "about a named body or place": 1.06,
    "a superlative": 0.88,
    "about money": 0.82,
    "by or against somebody": 0.82,
    "a share or rate": 0.80,
    "how it is today": 0.79,
    "one beside another": 0.78,
    "several numbers": 0.75,
    "what we did": 0.75,
    "public services and goods": 0.69,
    "public affairs, past": 0.52,
    "names a past time": 0.50,
    "a comparison": 0.49,
    "a clause with that": 0.49,
    "about many people": 0.46,
    "names somebody": 0.46,
    "what somebody said or backed": 0.45,
    "a change": 0.44,
    "what the speaker did": 0.38,
    "about public affairs": 0.37,
    "the speaker's feeling": -0.28,
    "goes on talking": -0.32,
    "short": -0.40,
    "a number, future": -0.56,
    "values": -0.61,
    "an aim": -0.66,
    "vague words": -0.70,
    "about us": -0.73,
    "personal experience": -0.77,
    "to the listener": -0.93,
    "a condition": -1.12,
    "a question": -1.27,
    "what can or must be": -1.30,
    "about the speaker": -1.43,
    "about the future": -1.48,
    "what is to be": -1.54,
    "talk about the talk": -1.60,
    "what the speaker wants": -1.69,
    "opinion": -2.03,
    # set by hand
    "attributed": 0.4,
    "a judgement in one word": -1.2,
    "a feeling": -1.6,
    "vague": -0.8,
    "belief": -2.0,
}
