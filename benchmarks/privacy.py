"""How well personal data and wording are found: `python -m benchmarks.privacy [RECORDS]`, from the repository.

Prints: recall on published vectors, on generated numbers in all spellings and on what people write; false positives on
sentences of German courts (../shared/data/german-ler, Leitner et al. 2019, CC BY 4.0) and on pages of two districts
about services for newcomers (../shared/data/integreat-qa); the same for wording; and, with a folder of records, the
time per record. Both texts have been looked at while the rules were made, so they show what a change breaks, not how
well the rules do on texts nobody has seen.
"""

from __future__ import annotations

import html
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.checks import personal_rules as rules
from sozialraum.checks.personal import kind_of_file
from sozialraum.diagnostics import Severity
from sozialraum.privacy import traits
from sozialraum.privacy.detection import find_all, find_numbers
from sozialraum.wording import default_wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
SENTENCES = ROOT.parent / "shared/data/german-ler/ler_dev.conll"
sys.path.insert(0, str(ROOT / "tests"))

from numbers_of_people import CHECKSUMMED, PUBLISHED, TRAPS, generated, phrasings, spellings  # noqa: E402 - lies with the tests

NUMBERS_PER_KIND = 500
INTEGREAT = ROOT.parent / "shared/data/integreat-qa"
PAGES = ("pages_lkaugsburg_de.json", "pages_rems-murr-kreis_de.json")
SHORTEST = 15
"""Signs below which a piece of a page is no sentence."""


def recall() -> None:
    """Print how many of the vectors and of the generated numbers are found, and how many traps are stepped into."""
    print(
        "| kind | published vectors found | generated numbers × spellings found | own phrasings found |\n|---|--:|--:|--:|"
    )
    for kind, vectors in PUBLISHED.items():
        found = sum(any(hit.art == kind for hit in find_all(f"Dazu {each} im Text.")) for each in vectors)
        numbers = _generated(kind) if kind in CHECKSUMMED else "–"
        print(f"| {kind} | {found} of {len(vectors)} | {numbers} | {_phrasings(kind)} |")
    print(f"\nTraps that look alike: {len(TRAPS)}, stepped into: {sum(bool(find_all(each)) for each in TRAPS)}.\n")


def _generated(kind: str) -> str:
    texts = [each for number in generated(kind, NUMBERS_PER_KIND) for each in spellings(kind, number)]
    found = sum(_exactly(kind, f"Die Nummer {each} steht hier.", each) for each in texts)
    return f"{found:,} of {len(texts):,}"


def _phrasings(kind: str) -> str:
    texts = [words for found in (True, False) for each, words in phrasings(found=found) if each == kind]
    return f"{sum(bool(find_all(f'Die Person, dazu {words} im Text.')) for words in texts)} of {len(texts)}"


def _exactly(kind: str, text: str, written: str) -> bool:
    return any(hit.art == kind and text[hit.start : hit.end] == written for hit in find_numbers(text))


def false_positives(sentences: Sequence[str]) -> None:
    """Print hits per 1,000 sentences by kind, with the weight they would have in a consultation about a person."""
    policy = rules.POLICIES[rules.SINGLE_CASE]
    hits = Counter(hit.art for each in sentences for hit in find_all(each))
    print(
        f"{len(sentences):,} sentences of courts:\n\n| kind | weight in a consultation | hits | per 1,000 |\n|---|---|--:|--:|"
    )
    errors = 0
    for kind in sorted({*hits, *PUBLISHED, *traits.TRAIT_NAMES}, key=lambda kind: (-hits[kind], kind)):
        count = hits[kind]
        rule = rules.PERSONENKENNUNG if kind in rules.NOWHERE else policy.get(kind, rules.MERKMAL)
        errors += count if rule.severity is Severity.FEHLER else 0
        print(f"| {kind} | {rule.severity} | {count} | {1000 * count / len(sentences):.2f} |")
    print(f"\nHits that weigh as Fehler: {errors}, {1000 * errors / len(sentences):.2f} per 1,000:")
    for each in sentences:
        for hit in find_all(each):
            rule = rules.PERSONENKENNUNG if hit.art in rules.NOWHERE else policy.get(hit.art)
            if rule and rule.severity is Severity.FEHLER:
                print(f"- {hit.art}: … {each[max(0, hit.start - 50) : hit.end + 30]} …")
    print()


def on_service_pages() -> None:
    """Print hits on pages about services, where telephones, addresses and names of desks are meant to stand."""
    sentences = sorted({each for name in PAGES for each in _page_sentences(INTEGREAT / name)})
    hits = Counter(hit.art for each in sentences for hit in find_all(each))
    print(f"{len(sentences):,} sentences of pages about services:\n\n| kind | hits | per 1,000 |\n|---|--:|--:|")
    for kind in [*PUBLISHED, *(kind for kind in hits if kind not in PUBLISHED)]:
        print(f"| {kind} | {hits[kind]} | {1000 * hits[kind] / len(sentences):.2f} |")
    numbers = sum(hits[kind] for kind in rules.NOWHERE)
    print(f"\nNumbers and days of birth that no record may hold: {numbers} (each a false positive).\n")


def _page_sentences(file: Path) -> Iterator[str]:
    for page in json.loads(file.read_text("utf-8")):
        text = html.unescape(re.sub(r"<[^>]+>", " ", page["content"]))
        yield from (each.strip() for each in re.split(r"(?<=[.!?])\s+|\n+", text) if len(each) > SHORTEST)


def wording(sentences: Sequence[str]) -> None:
    """Print where wording would be remarked upon: in sentences of courts, on our own pages, in the sample district."""
    advice = default_wording()
    print("| text | remarks | per 1,000 sentences |\n|---|--:|--:|")
    found = [each for sentence in sentences for each in advice.find(sentence)]
    print(f"| sentences of courts | {len(found)} | {1000 * len(found) / len(sentences):.2f} |" if sentences else "")
    for name in ("docs", "records"):
        remarks = sum(
            len(advice.find(file.read_text("utf-8"), file.parent.name)) for file in (ROOT / name).rglob("*.md")
        )
        print(f"| {name}/, names of organisations included | {remarks} | |")
    print(f"\nBy advice: {dict(Counter(each.rat.code for each in found).most_common())}\n")


def speed(records: Path) -> None:
    """Print CPU time per record of each reading."""
    texts = [
        (file.relative_to(records.parent).as_posix(), file.read_text("utf-8"))
        for file in sorted(records.glob("*/*.md"))
    ]
    advice = default_wording()
    kinds = [kind_of_file(path) for path, _text in texts]
    started = time.process_time()
    for (_path, text), kind in zip(texts, kinds, strict=True):
        (find_all if kind else find_numbers)(text)
    middle = time.process_time()
    for path, text in texts:
        advice.find(text, path.split("/")[-2])
    ended = time.process_time()
    about = sum(map(bool, kinds))
    print(
        f"{len(texts):,} records, {about:,} of them about people, {sum(len(text) for _path, text in texts) // len(texts)} signs each:"
    )
    print(
        f"personal data {(middle - started) / len(texts) * 1e6:.0f} µs, wording {(ended - middle) / len(texts) * 1e6:.0f} µs CPU a record"
    )


def court_sentences(file: Path) -> Iterator[str]:
    """Yield the sentences of a CoNLL file, with blanks as people set them."""
    for block in file.read_text("utf-8").split("\n\n"):
        words = [line.rsplit(" ", 1)[0] for line in block.splitlines() if line.strip()]
        if words:
            text = " ".join(words)
            for sign in ",.;:?!)“":
                text = text.replace(f" {sign}", sign)
            yield text.replace("( ", "(").replace("„ ", "„")


if __name__ == "__main__":
    recall()
    heard = [*court_sentences(SENTENCES)] if SENTENCES.is_file() else []
    if heard:
        false_positives(heard)
    else:
        print("Without ../shared/data/german-ler there is nothing to measure false positives on.\n")
    if INTEGREAT.is_dir():
        on_service_pages()
    wording(heard)
    if len(sys.argv) > 1:
        speed(Path(sys.argv[1]))
