"""English of what a number stands for where it isn't the fact itself: a capacity, a limit, a target, a demand, tax.

Tables only; :mod:`.standing` reads a figure's own words with them. Patterns are tried on normalised text; those of
``BEFORE`` must end where the number begins, but for the small words of a bound.
"""

from __future__ import annotations

#: Words of a bound or of nearness that may stand between a phrase and its number.
SMALL = (
    r"(?:\s+(?:about|around|some|nearly|almost|roughly|only|just|over|under|at (?:least|most)|up to|as (?:many|much)"
    r" as|more than|fewer than|less than|no more than|a|an|the|its|of|is|was|are|were|at|to|by))*[\s\"'(]*$"
)

_RAISE = r"(?: (?:an? )?(?:[\w-]+ )?(?:increases?|rises?|raises?|hikes?|cuts?))?"

#: What a number is told as → the words right before it.
BEFORE: dict[str, str] = {
    "capacity": r"\b(?:built|designed|intended|meant|licen[cs]ed|equipped) (?:for|to (?:hold|house|take|carry|seat|"
    r"serve|treat|accommodate|withstand))|\bcapacity(?: to (?:hold|house|take|carry|treat))?|\broom for|"
    r"\b(?:can|could) (?:hold|seat|house|take in|carry|treat|sleep|accommodate)|\bseats?",
    "limit": r"\b(?:limit|cap|ceiling|quota|threshold|maximum)(?: (?:set|fixed))?|\b(?:capped|limited)"
    r"|\b(?:allows?|allowed|permits?|permitted)(?: for)?",
    "target": r"\b(?:target|goal|objective|aim)s?(?: (?:of|is|was|were|set|to|at|for|cut|reach|by))*"
    r"|\b(?:aim(?:s|ed|ing)?|hop(?:es|ed|ing)|pledge[ds]?|promise[ds]?|vow(?:s|ed)?) (?:for|to (?:\w+ ){0,3}\w+)",
    "demand": rf"\b(?:demand(?:s|ed|ing)?|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|ask(?:s|ed|ing)? for"
    rf"|call(?:s|ed|ing)? for|appeal(?:s|ed|ing)? for|need(?:s|ed|ing)?){_RAISE}",
    "offer": rf"\boffer(?:s|ed|ing)?(?: (?:them|workers|staff|of))?{_RAISE}",
    "earlier record": r"\b(?:old|previous|earlier|former|standing|(?:beat|beats|beating|broke|breaking|breaks|broken|"
    r"smashing|passing|surpassing) (?:the|its|a|his|her)(?: [\w-]+){0,3}?) (?:record|best|high|low|peak)"
    r"(?: (?:stood|set|was set|from \d{4}))?",
    "earlier plan": r"\b(?:originally|initially|first)"
    r" (?:put|estimated|budgeted|planned|expected|projected|set|priced)(?: for)?"
    r"|\bbudgeted|\b(?:was|were|had been) (?:supposed|meant|due|expected|forecast|estimated|projected)(?: to (?:\w+ )?"
    r"(?:be|cost|reach|open|employ|carry|produce|raise))?",
    "number of inhabitants": r"\b(?:city|town|village|country|island|nation|region|province|state|district|capital"
    r"|community|county|suburb) of|\bhome to|\bpopulation(?: [\w'’-]+){0,6}?",
    "insured sum": r"\binsur(?:ed|es|ing)(?: [\w'’-]+){0,5} for|\binsured sum",
    "estimate of what shares are worth": r"\b(?:think|believe|reckon|estimate|argue|say)s?\b[\w\s'’-]{0,40}"
    r"\b(?:shares?|stock)\b[\w\s'’-]{0,30}\bworth",
    "asking price": r"\b(?:asking|guide|starting|list) price",
    "earlier figure": r"\b(?:at first|initially|first|earlier|originally|previously)"
    r" (?:spoke|spoken|put|said|reported|gave|given|announced|counted|told)\b(?: [\w'’-]+){0,5}?"
    r"|\b(?:revised|corrected|raised|lowered|cut|increased|reduced)(?: [\w'’-]+){0,4}? from"
    r"|\b(?:previous|earlier|initial|first|preliminary) (?:estimate|count|figure|toll|report|number)s?",
    "amount before tax": r"\bbefore (?:taxes|tax|deductions)(?: [\w-]+){0,3}",
    "amount after tax": r"\bafter (?:taxes|tax|deductions)(?:,)?(?: [\w-]+){0,4}|\btake-home(?: [\w-]+){0,3}",
}

#: What comes right before the length of a sentence that a court passed.
SENTENCED = (
    r"\b(?:sentenced|jailed|imprisoned)(?: (?!to\b|for\b)[\w'’-]+){0,3} (?:to|for)\s*$"
    r"|\bsent to (?:prison|jail) for\s*$"
)

#: The same by the words right behind the number, up to the end of its clause.
BEHIND: dict[str, str] = {
    "capacity": r"^[\s-]*(?:seat|seater|capacity|bed|berth)\b"
    r"|^[^.;,]{0,40}?\b(?:(?:when|if)(?: (?:it is|they are))?(?: completely)? full|at (?:full )?capacity)\b",
    "limit": r"^[\s-]*(?:\w+[\s-]){0,3}?(?:speed limit|limit|cap|ceiling|threshold|quota)\b",
    "target": r"^[\s-]*(?:\w+[\s-]){0,2}?(?:target|goal)\b",
    "earlier plan": r"^[^.;]{0,30}?\b(?:originally|initially) (?:planned|budgeted|expected|estimated|put|projected)\b"
    r"|^[^.;]{0,30}?\b(?:had been|were|was) (?:planned|budgeted|expected|forecast|projected)\b",
    "amount before tax": r"^[^.;]{0,30}?\b(?:before (?:taxes|tax|deductions))\b",
    "amount after tax": r"^[^.;]{0,30}?\b(?:after (?:taxes|tax|deductions))\b",
}
