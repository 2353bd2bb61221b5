"""Opening hours as a German team writes them, rewritten as OSM `opening_hours`.

The rewriting goes rule by rule: remarks are taken out, words become OSM words,
then dates, ordinals and times get their OSM shape, and what is left is cut into
rules. Nothing is checked here except words: the result may still be nonsense,
which `hours.zeiten` finds out by parsing it.

Decisions that the German words leave open:

- "werktags" is Monday to Friday: Saturday is a Werktag by law, but a person sent
  to a closed door on Saturday is worse off than one who asks.
- hours add to earlier ones of the same day, unless both overlap: then the later
  ones correct them, whatever separates the two (`hours_rules.added_up`).
- "nach Vereinbarung" as a rule of its own holds beside all others (OSM `||`);
  directly behind days or times it makes these uncertain.
- what is closed, and hours of a single day of the year, go last, wherever they
  were written: a later "Mo-Fr 9-12" would undo an earlier "feiertags geschlossen",
  "27.7.-14.8. geschlossen" or "24.12. 9-11".
- a single time ("So 10 Uhr") is a beginning with an open end.
"""

from __future__ import annotations

import re
from calendar import monthrange

from sozialraum.fields.hours_refusals import ambiguous, no_time, not_understood, which_weeks
from sozialraum.fields.hours_words import WORDS

_HIDDEN = "\ue000-\uf8ff"
"""Remarks are replaced by one private character each while the rest is read."""

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MONTHS = tuple(_MONTH[3:-1].split("|"))
_LEAP_YEAR = 2024
_DAY_NUMBER = r"(0?[1-9]|[12]\d|3[01])\."
_TIME = r"(\d{1,2})(?:[:.](\d\d))?(?:\s?(h)(?![a-z]))?"
_SELECTOR = rf"(?:{_DAY}|PH|SH|{_MONTH}|week|easter|\d{{4}}\b)"
_SELECTORS = rf"{_SELECTOR}(?:(?!\d\d?:)[\w\[\], -])*?"
_CLOCK = r"(?:\d\d:\d\d|sunrise|sunset|dawn|dusk)"

_QUOTED = re.compile(
    r"(?P<link>,\s*)?(?:[\"„“](?P<quoted>[^\"„“”]*)[\"“”]|(?<!\w)'(?P<single>[^']*)'(?!\w)"
    r"|\((?!\s*(?:sun|dawn|dusk))(?P<bracketed>[^()]*)\))"
)
_APPOINTMENT = re.compile(
    r"(?P<link>(?:(?:,|\b(?:und|sowie|oder|auch)\b|\bu\.)\s*)*)"
    r"(?P<words>\b(?:termine?\s+|sprechzeiten\s+|sprechstunden?\s+|öffnungszeiten\s+)?"
    r"(?:nur\s+)?(?:n\.\s?v\.|terminvereinbarung|(?:nach|auf|mit|bei)\s+"
    r"(?:(?:vorheriger|telefonischer|tel\.|individueller|persönlicher)\s+)?"
    r"(?:termin)?(?:vereinbarung|absprache|anfrage|anmeldung|voranmeldung|rücksprache"
    r"|bedarf|termin)\b))",
    re.IGNORECASE,
)
_SHUT = re.compile(
    r"\b(?:(?:vorübergehend|dauerhaft|derzeit|zurzeit|momentan|bis auf weiteres)\s+)"
    r"geschlossen\b",
    re.IGNORECASE,
)
_SHUT_ON_HOLIDAYS = re.compile(r"(?:an )?(?:gesetzlichen )?feiertag(?:s|en|e) (?:geschlossen|zu)", re.IGNORECASE)
"""A remark that says when it is closed, and is read as if it stood in no brackets."""
_PHRASES = (
    (r"sonn-\s*(?:und|u\.|&|\+)\s*feiertag(?:e|en|s)?\b", "Su,PH"),
    (r"\brund um die uhr\b|\b24 ?stunden\b|\b24/7(?![\d/])", "°"),
    (r"\bungeraden?\s+(?:kalenderwochen?|wochen?|kw)\b", "week 1-53/2"),
    (r"\bgeraden?\s+(?:kalenderwochen?|wochen?|kw)\b", "week 2-52/2"),
    (r"[–—−]", "-"),
    (r"(?<!\d)/|/(?!\d)|(?<=[\dh])/(?=\d+[:.-])|[&]|\+(?=\s*[^\W_])", ","),
)
_TIDY = (
    (r"<\s*(?=\d\d:\d\d-)", " "),
    (r"(?<=[a-zH\]])\s*:|(?<=\d)\s*:\s(?=\s*[A-Z])", " "),
    (r"\s+", " "),
    (r" ?- ?", "-"),
    (r"(?: ?, ?)+", ","),
    (rf"(?<=[a-zH\]]),(?={_CLOCK})", " "),
    (r"(?<=:\d\d) (?=\d\d:)", ","),
    (rf"({_DAY}[^ ]*),((?:PH|SH)(?:,PH|,SH)?),({_DAY}[^ ]*)", r"\1,\3,\2"),
    (rf"^((?:\d\d:\d\d[-,+]*)+)[ ,]({_SELECTORS}(?<![ ,-]))\W*$", r"\2 \1"),
    (rf"^({_DAY}(?:[\w\[\],-])*) ({_MONTH}[\w ,-]*?)(?= \d\d:| off|$)", r"\2 \1"),
)
_CUT = re.compile(
    rf"(?:(?<=:\d\d)|(?<=:\d\d\+)|(?<=off)|(?<=unknown)|(?<=[{_HIDDEN}]))[ ,]+"
    rf"(?={_SELECTOR})|(?<=[{_HIDDEN}]),(?=\d)"
)
"""Where one rule ends and the next begins: at days, or at a time behind a remark."""
_EVERY_OTHER_WEEK = re.compile(
    r"14-?\s?täg|(?:zwei|2-?)wöch|\balle\s+(?:14|vierzehn)\s+tage|\b(?:alle|jede)\s+(?:zweite|zwei|2\.?)\s+woche",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(rf"[^:]* off\Z|off [{_HIDDEN}]\Z|(?:\d{{4}} )?{_MONTH} \d+ (?={_CLOCK})")
_STATED = re.compile(rf"{_CLOCK}|\boff\b|\bunknown\b|[{_HIDDEN}]")


def osm_spelling(text: str) -> str:
    """Return OSM syntax for `text`, not yet validated.

    Raises ValueError with one German sentence for a word that has no meaning
    here, for days without a time and for an ambiguous "jeden 2. Dienstag".
    """
    remarks: list[str] = []
    plain = _hide_remarks(text, remarks)
    parts = re.split(r"(\|\||[;\n\r|])", f";{plain}")[1:]
    rules: list[tuple[str, str]] = []
    try:
        for joint, chunk in zip(parts[::2], parts[1::2], strict=True):
            rules += _rules_of(joint, chunk, rules[-1][1] if rules else "")
    except ValueError as error:
        words = [re.sub(r'^[^"]*"|"', "", remark) for remark in remarks]
        raise ValueError(_with_remarks(str(error), words)) from None
    rules.sort(key=_place)
    return _with_remarks("".join(f"{joint} {rule}" for joint, rule in rules).lstrip(";|, "), remarks)


def _with_remarks(text: str, remarks: list[str]) -> str:
    """Put the remarks back where `_hide_remarks` took them."""
    return re.sub(f"[{_HIDDEN}]", lambda found: remarks[ord(found[0]) - ord(_HIDDEN[0])], text)


def _hide_remarks(text: str, remarks: list[str]) -> str:
    """Put each remark's OSM form into `remarks`, a private character in its place."""

    def hide(osm: str) -> str:
        remarks.append(osm)
        return chr(ord(_HIDDEN[0]) + len(remarks) - 1)

    def quoted(found: re.Match[str]) -> str:
        words = (found["quoted"] or found["single"] or found["bracketed"] or "").replace('"', "").strip()
        if _SHUT_ON_HOLIDAYS.fullmatch(words):
            return f" ; {words} ; "
        remark = hide(_remark(words)) if words else ""
        own_rule = remark and found["link"] and re.match(r"\s*(?:[,;\n|]|$)", found.string[found.end() :])
        return f" || {remark} ; " if own_rule else f"{found['link'] or ''} {remark} "

    def appointment(found: re.Match[str]) -> str:
        words = re.sub(r"(?i)n\.\s?v\.", "nach Vereinbarung", found["words"])
        before = re.split(r"[;\n|]", found.string[: found.start()])[-1]
        own_rule = found["link"] and re.search(r"\d", before)
        return f" || {hide(_remark(words))} ; " if own_rule else f" {hide(_remark(words))} "

    text = re.sub(f"[{_HIDDEN}]", " ", text)
    text = _QUOTED.sub(quoted, text)
    text = _SHUT.sub(lambda found: " off " + hide(f'"{found[0]}"') + " ", text)
    return _APPOINTMENT.sub(appointment, text)


def _remark(words: str) -> str:
    """Return a remark as OSM comment; one that asks for an appointment leaves it open."""
    return f'unknown "{words}"' if _APPOINTMENT.search(words) else f'"{words}"'


def _rules_of(joint: str, chunk: str, before: str) -> list[tuple[str, str]]:
    """Return the OSM rules of one piece between separators, each with its separator.

    `before` is the rule before the piece, whose days hold for times alone.
    """
    if _EVERY_OTHER_WEEK.search(chunk):
        raise ValueError(which_weeks(chunk))
    words = _in_osm_words(chunk)
    if "every" in words and "of month" not in words and re.search(r"[2-5]\.", words):
        raise ValueError(ambiguous(chunk))
    main, _, exception = re.sub(r"every|of month", " ", words).partition("!")
    main, exception = _in_osm_shape(main), _in_osm_shape(exception)
    pieces = _CUT.split(main) if main else []
    days, times = _exception(exception) if exception else ("", "")
    if pieces and times:
        pieces[0] += f" {times}"
    if len(pieces) > 1 and any(re.fullmatch(f"[{_HIDDEN}]", piece) for piece in pieces):
        raise ValueError(not_understood(re.sub(r"\s+", " ", chunk)))
    if not all(map(_STATED.search, pieces)):
        raise ValueError(no_time(re.sub(f"[{_HIDDEN}]", "", chunk).strip(" ,")))
    rules: list[tuple[str, str]] = []
    for piece in pieces:
        rules.append(_completed(piece, rules[-1][1] if rules else before, "," if rules else joint))
    return [*rules, (";", f"{days} off")] if days else rules


def _completed(piece: str, before: str, joint: str) -> tuple[str, str]:
    """Return a rule and its separator; what it leaves out it takes from the rule before.

    "Mo 9-12 | 14-16" is Monday twice, "April bis Oktober Mo 9-12, Di 14-16" is
    April to October twice. Behind a comma, days add hours and the rest replaces.
    """
    if re.fullmatch(f"[{_HIDDEN}]", piece):
        return "||", piece
    days = re.match(rf"(?!\d\d:)(.+?) (?={_CLOCK})", before)
    if days and re.match(_CLOCK, piece):
        return ",", f"{days[1]} {piece}"
    if joint != ",":
        return "||" if joint == "||" else ";", piece
    if " off" in piece or not re.match(_DAY, piece):
        return ";", piece
    dates = re.match(rf"((?:(?!{_DAY}|{_CLOCK}).)+ )(?={_DAY})", before)
    return ",", f"{dates[1]}{piece}" if dates and " off" not in before else piece


def _in_osm_words(chunk: str) -> str:
    """Return the words of OSM; raises ValueError quoting the first unknown one."""
    for pattern, osm in _PHRASES:
        chunk = re.sub(pattern, f" {osm} " if osm[0].isalpha() else osm, chunk, flags=re.IGNORECASE)

    def replaced(found: re.Match[str]) -> str:
        osm = WORDS.get(found[0].lower().rstrip("."))
        if osm is None:
            raise ValueError(not_understood(found[0]))
        return osm

    return re.sub(r"[^\W\d_]+\.?", replaced, chunk)


def _in_osm_shape(words: str) -> str:
    """Return dates, ordinals and times in OSM notation, the spaces where OSM has them."""
    for pattern, shape in _DATES:
        words = re.sub(pattern, shape, words)
    words = re.sub(rf"({_DAY}|PH|SH)[:.]?(?=\d)", r"\1 ", words)
    words = re.sub(rf"((?:~?[1-5]\.[\s,]*)+)({_DAY})", _ordinal, words)
    words = re.sub(rf"(?<![\w\[/.:]){_TIME}\s*-\s*{_TIME}(?![\d:])", _time_range, words)
    words = re.sub(rf"<\s*{_TIME}(?!\s*-|[\d:])", _open_end, words)
    words = re.sub(rf"(?<![\w\[/.:+-]){_TIME}(?![\d:+-])", _beginning, words)
    words = words.replace("°", "" if re.search(_CLOCK, words) else "00:00-24:00")
    for pattern, shape in _TIDY:
        words = re.sub(pattern, shape, words)
    return words.strip(" ,.:")


def _date(found: re.Match[str]) -> str:
    """Return "2026 Dec 24"; raises ValueError for a day that no year has."""
    month = _MONTHS.index(found[2]) + 1 if found[2] in _MONTHS else int(found[2])
    if int(found[1]) > monthrange(_LEAP_YEAR, month)[1]:
        raise ValueError(not_understood(found[0]))
    return f"{found[3] or ''} {_MONTHS[month - 1]} {int(found[1])}".strip()


def _days_of_month(found: re.Match[str]) -> str:
    """Return "Dec 24,Dec 25," for "24., 25.," before "Dec 26"."""
    days = re.findall(r"\d+", found[1])
    return "".join(f"{found[3]} {int(day)}," for day in days) + f"{found[3]} "


def _ordinal(found: re.Match[str]) -> str:
    numbers = re.findall(r"~?\d", found[1])
    return f"{found[2]}[{','.join(numbers).replace('~', '-')}]"


def _time_range(found: re.Match[str]) -> str:
    """Return a span of time; behind one month or "week", two bare numbers are none: "Dec 24-26"."""
    hour, minute, uhr, end_hour, end_minute, end_uhr = found.groups()
    bare = not (minute or uhr or end_minute or end_uhr)
    if bare and re.search(rf"(?<!-)(?<!- )(?:{_MONTH}|week) $", found.string[: found.start()]):
        return found[0]
    return f"{int(hour):02}:{minute or '00'}-{int(end_hour):02}:{end_minute or '00'}"


def _open_end(found: re.Match[str]) -> str:
    return f"{int(found[1]):02}:{found[2] or '00'}+"


def _beginning(found: re.Match[str]) -> str:
    return _open_end(found) if found[2] or found[3] else found[0]


def _exception(words: str) -> tuple[str, str]:
    """Return ("We", "09:00-12:00") for "außer Mi 9-12 Uhr": the times belong to the rest."""
    found = re.match(rf"({_SELECTORS})(?:[ ,]+((?:\d\d:\d\d[-,+]*)+))?$", words)
    if not found:
        raise ValueError(not_understood(words))
    return found[1], found[2] or ""


def _place(rule: tuple[str, str]) -> int:
    """Return the order: hours, then when it is closed and hours of single days, then what holds otherwise."""
    joint, osm = rule
    return 2 if joint == "||" else int(bool(_EXCEPTION.match(osm)))


_DATES = (
    (rf"\b{_DAY_NUMBER}\s?(0?[1-9]|1[0-2])\.(?:\s?(\d{{4}}))?", _date),
    (rf"\b{_DAY_NUMBER}\s*({_MONTH})\b(?:\s(\d{{4}})\b)?", _date),
    (rf"\b{_DAY_NUMBER}\s*-\s*((?:\d{{4}} )?{_MONTH}) (\d+)", r"\2 \1-\3"),
    (rf"\b((?:{_DAY_NUMBER}\s*,\s*)+)({_MONTH}) (?=\d)", _days_of_month),
)
"""What a date is written like, in the order of reading."""
