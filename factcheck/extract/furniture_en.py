"""What English-language pages print around an article, as a table of patterns and what each is.

Data only; :mod:`factcheck.extract.furniture` applies it. Every pattern must match a whole paragraph, in lower case and
with its white space tidied.
"""

from __future__ import annotations

_NAME = r"[\w.'’-]+(?: [\w.'’-]+){0,4}"
_AGENCY = (
    r"(?:ap|afp|reuters|getty(?: images)?|bloomberg|epa(?:-efe)?|pa(?: media| wire)?|upi|tass|xinhua|anadolu(?: agency)?|"
    r"shutterstock|alamy|zuma press|sipa|associated press|the associated press|ap photo|courtesy(?: of)? [^)]{2,60})"
)

WHOLE: tuple[tuple[str, str], ...] = (
    # asked of the reader
    ("sign-up", r"sign[ -]?(?:up|in)(?: (?:for|to|here|now|with|today)\b.*)?[.!]?"),
    ("sign-up", r"(?:subscribe|register|log ?in|join us|donate)(?: (?:for|to|here|now|today|with)\b.{0,200})?[.!]?"),
    ("sign-up", r"(?:get|receive) (?:the|our|your|a) .{0,120}(?:newsletter|inbox|daily email|alerts?)\b.{0,80}"),
    (
        "sign-up",
        r".{0,80}\b(?:your inbox|our newsletters?|your e-?mail address|push notifications|free trial)\b.{0,120}",
    ),
    ("slogan", r"(?:please )?(?:support|help|back|fund) (?:our|us|independent|quality|local)\b.{0,80}"),
    ("slogan", r"(?:democracy dies in darkness|all the news that's fit to print)"),
    (
        "share",
        r"(?:share|tweet|print|email|e-mail|copy link|comments?|save|like|follow us)(?: (?:this|on|via)\b.{0,60})?",
    ),
    ("share", r"(?:follow|like|find|contact|reach|email) (?:us|him|her|them|me|@\w+|the author)\b.{0,120}"),
    # other pages
    (
        "navigation",
        r"(?:read|see|watch|listen|learn|view|find|show|load|discover|explore)\b.{0,20} (?:more|next|also|all)\b.{0,120}",
    ),
    (
        "navigation",
        r"(?:read more|see also|related|more (?:from|on|stories|news|about|in)|most (?:read|popular|viewed|shared)|"
        r"recommended|trending|editors?['’]s? picks?|you may (?:also )?like|up next|top stories|latest news|"
        r"around the web|in other news|from around the web|sponsored(?: content)?|promoted|partner content|"
        r"continue reading|skip (?:to|past|advert)|jump to|back to top|home|menu|search|what to know|"
        r"table of contents|topics?|tags?|filed under|in this article|keywords)\b[:\s]?.{0,80}",
    ),
    ("navigation", r"stripes in \d+"),
    (
        "advertisement",
        r"(?:advertis(?:e|ement|ing|er content)|story continues (?:below|after) .{0,40}|"
        r"article continues (?:below|after) .{0,40}|ad|paid (?:post|content)|close ad)",
    ),
    (
        "cookies",
        r".{0,80}\b(?:cookie policy|use of cookies|privacy policy|terms of (?:use|service)|we use cookies)\b.{0,200}",
    ),
    ("copyright", r"(?:©|\(c\)|copyright\b|all rights reserved).{0,200}"),
    ("copyright", r".{0,120}\ball rights reserved\b.{0,120}"),
    (
        "notice",
        r"this (?:material|article|story|content) (?:may not|was (?:first|originally)|is republished|has been (?:corrected|updated))\b.{0,250}",
    ),
    # who wrote it
    (
        "by-line",
        rf"(?:by|story by|written by|reporting by|reported by|edited by|editing by|photos? by|text by|words by|words:|analysis by|opinion by) (?!(?:an?|the|my|our|his|her|their|its|this|that|\d\S*) ){_NAME}(?:[,;|/&•–—-].{{0,50}}| and {_NAME}.{{0,50}})?[.;]?",
    ),
    ("by-line", r"(?:reporting|additional reporting|writing|editing|compiled|graphics?|research) by .{2,200}"),
    ("by-line", r".{0,120}\b(?:contributed|contributing) (?:to (?:this|the)|reporting|research)\b.{0,80}"),
    (
        "by-line",
        r".{2,60}(?:,|\|) (?:staff writers?|(?:senior |chief |political |national |foreign |\w+ )?(?:correspondents?|reporters?|editors?)|contributor|columnist|special to .{2,40}|usa today|the associated press|associated press|reuters|afp|bbc news)",
    ),
    (
        "by-line",
        r"(?:the )?(?:associated press|reuters|agence france-presse|afp|upi|bbc news|staff report|staff reports|news agencies|from staff and wire reports)",
    ),
    (
        "by-line",
        r".{2,80} is an? .{0,60}\b(?:reporter|correspondent|columnist|staff writer|contributing writer|editor) (?:at|for|with|of|in|based)\b.{0,120}",
    ),
    (
        "date-line",
        r"(?:published|updated|last (?:updated|modified|edited)|posted|first published|created|modified)(?: on| at)?:? .{0,60}",
    ),
    ("date-line", r"\d+ (?:min(?:ute)?s?|h(?:ou)?rs?|days?) (?:ago|read)"),
    ("date-line", r"(?:estimated )?(?:reading|read) time:? .{0,20}"),
    # pictures
    (
        "caption",
        rf"(?:photo|photograph|image|picture|credit|video|file photo|graphic|illustration|source)s?(?: credit| caption)?(?: by|:| courtesy).{{0,200}}",
    ),
    ("caption", rf".{{0,600}}\((?:[^()]{{2,60}} ?[/|] ?)?(?:[^()]{{0,40}}\bvia\b )?{_AGENCY}\b[^()]{{0,40}}\)\.?"),
    ("caption", r".{0,600}\([^()/\d]{2,50}/[^()/\d]{2,50}\)\.?"),
    ("caption", r".{0,600}\((?:photo|photograph|image|picture|file|courtesy)s?\b[^()]{0,80}\)\.?"),
    ("caption", rf".{{0,600}}\b(?:file photo|ap photo|getty images|handout photo)\b.{{0,60}}"),
)
"""Kind and pattern of a whole paragraph that is furniture."""

SENTENCE_END = frozenset(".?!…:;")
"""What ends a line of running text; a colon and a semicolon lead on to the next."""

BULLETS = "-–—•*·◦▪‣"
"""What a line of a list begins with: such a line is text, however short."""
