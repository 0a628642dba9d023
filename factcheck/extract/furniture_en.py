"""What English-language pages print around an article, as a table of patterns and what each is.

Data only; :mod:`factcheck.extract.furniture` applies it. Every pattern must match a whole paragraph, in lower case and
with its white space tidied.
"""

from __future__ import annotations


def _either(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


_NAME = r"(?!(?:an?|the|my|our|his|her|their|its|this|that|\d\S*) )[\w.'’-]+(?: [\w.'’-]+){0,4}"
_AGENCY = _either(
    r"ap(?: photo)?|afp|reuters|getty(?: images)?|bloomberg|epa(?:-efe)?|pa(?: media| wire)?|upi|tass|xinhua",
    r"anadolu(?: agency)?|shutterstock|alamy|zuma press|sipa|(?:the )?associated press|courtesy(?: of)? [^)]{2,60}",
)
_WIRES = _either(
    r"(?:the )?associated press|reuters|agence france-presse|afp|upi|bbc news|staff reports?|news agencies",
    r"usa today|from staff and wire reports",
)
_TITLES = r"(?:correspondents?|reporters?|editors?|staff writers?|contributors?|columnists?)"
_NO_SENTENCE = r"(?::.{0,120}|.{0,80}[^.?!”\"])?"
"""What may follow a heading word: anything after a colon, else nothing that ends like a sentence."""

WHOLE: tuple[tuple[str, str], ...] = (
    ("sign-up", r"sign[ -]?(?:up|in)(?: (?:for|to|here|now|with|today)\b.*)?[.!]?"),
    ("sign-up", r"(?:subscribe|register|log ?in|join us|donate)(?: (?:for|to|here|now|today|with)\b.{0,200})?[.!]?"),
    ("sign-up", r"(?:get|receive) (?:the|our|your|a) .{0,120}(?:newsletter|inbox|daily email|alerts?)\b.{0,80}"),
    (
        "sign-up",
        r".{0,80}\b(?:your inbox|our newsletters?|your e-?mail address|push notifications|free trial)\b.{0,120}",
    ),
    ("slogan", r"(?:please )?(?:support|help|back|fund) (?:our|us|independent|quality|local)\b.{0,80}"),
    (
        "share",
        r"(?:share|tweet|print|e-?mail|copy link|comments?|save|like|follow us)"
        r"(?: (?:this|on|via)\b.{0,60}[^.?!”\"])?",
    ),
    ("share", r"(?:follow|like|find|contact|reach|email) (?:us|him|her|them|me|@\w+|the author)\b.{0,120}"),
    ("navigation", rf"(?:read|see|watch|listen|learn|view|show|load|discover) (?:more|next|also|all)\b{_NO_SENTENCE}"),
    (
        "navigation",
        _either(
            r"home|menu|search|related|recommended|trending|sponsored(?: content)?|promoted|partner content|topics?",
            r"tags?|keywords|filed under|table of contents|in this article|back to top|what to know|top stories",
            r"latest news|up next|(?:from )?around the web|in other news|editors?['’]s? picks?",
        )
        + r"(?:[:.].{0,120})?",
    ),
    (
        "navigation",
        _either(
            r"more (?:from|on|stories|news|about|in)|most (?:read|popular|viewed|shared)|you may (?:also )?like",
            r"continue reading|skip (?:to|past|advert)|jump to|related (?:stories|articles|topics|news)",
        )
        + rf"\b{_NO_SENTENCE}",
    ),
    (
        "advertisement",
        r"advertis(?:e|ement|ing|er content)|(?:story|article) continues (?:below|after) .{0,40}|ad|close ad"
        r"|paid (?:post|content)",
    ),
    (
        "notice",
        r".{0,80}\b(?:cookie policy|use of cookies|privacy policy|terms of (?:use|service)|we use cookies)\b.{0,200}",
    ),
    ("notice", r"(?:©|\(c\)|copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,120}"),
    (
        "notice",
        r"this (?:material|article|story|content|post)"
        r" (?:may not|was (?:first|originally)|is republished|has been (?:corrected|updated))\b.{0,250}",
    ),
    (
        "by-line",
        r"(?:(?:story |written |reporting |reported |edited |editing |text |words |analysis |opinion )?by|words:)"
        rf" {_NAME}(?:[,;|/&•–—-].{{0,50}}| and {_NAME}.{{0,50}})?[.;]?",
    ),
    ("by-line", r"(?:reporting|additional reporting|writing|editing|compiled|graphics?|research) by .{2,200}"),
    ("by-line", r".{0,120}\b(?:contributed|contributing) (?:to (?:this|the)|reporting|research)\b.{0,80}"),
    ("by-line", rf".{{2,60}}(?:,|\|) (?:(?:\w+ ){{0,2}}{_TITLES}|special to .{{2,40}}|{_WIRES})"),
    ("by-line", _WIRES),
    ("by-line", rf".{{2,80}} is an? .{{0,60}}\b{_TITLES} (?:at|for|with|of|in|based)\b.{{0,120}}"),
    (
        "date-line",
        r"(?:first |last )?(?:published|updated|modified|edited|posted|created)(?: on| at)?:?"
        r" (?:[\w.,:/|–-]+ ?){1,10}[^.?!]?",
    ),
    ("date-line", r"\d+ (?:min(?:ute)?s?|h(?:ou)?rs?|days?) (?:ago|read)"),
    ("date-line", r"(?:estimated )?(?:reading|read) time:? .{0,20}"),
    (
        "caption",
        r"(?:photo(?:graph)?|image|picture|credit|video|file photo|graphic|illustration|source)s?"
        r"(?: credit| caption)?(?: by|:| courtesy).{0,200}",
    ),
    ("caption", rf".{{0,600}}\((?:[^()]{{2,60}} ?[/|] ?)?(?:[^()]{{0,40}}\bvia )?{_AGENCY}\b[^()]{{0,40}}\)\.?"),
    ("caption", r".{0,600}\([^()/\d]{2,50}/[^()/\d]{2,50}\)\.?"),
    ("caption", r".{0,600}\((?:photo|photograph|image|picture|file|courtesy)s?\b[^()]{0,80}\)\.?"),
    ("caption", r".{0,600}\b(?:file photo|ap photo|getty images|handout photo)\b.{0,60}"),
)
"""Kind and pattern of a whole paragraph that is furniture."""

SENTENCE_END = frozenset(".?!…:;")
"""What ends a line of running text; a colon and a semicolon lead on to the next."""

BULLETS = "-–—•*·◦▪‣"
"""What a line of a list begins with: such a line is text, however short."""
