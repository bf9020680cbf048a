"""Personal data that should not be published: identity numbers, private mobiles, bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import place_label, prose_of, without_blanks
from reviewer.document.model import Span

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])")
_CALLED = re.compile(r"(?:身份证件?|公民身份)(?:号码?|编号)?[:为是]?\(?$")
"""In front of a number that is called an identity number, whatever its check digit."""

_OLD_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}(?P<born>\d{6})\d{3}(?![0-9A-Za-z])")
_MOBILE = re.compile(
    r"(?<![\d.\-/A-Za-z])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.@A-Za-z元条件个人次项份页])"
)
_ACCOUNT = re.compile(r"(?<![\dA-Za-z])\d{4}(?:[ ]?\d{4}){2,3}[ ]?\d{1,4}(?![\dA-Za-z])")
_ACCOUNT_WORDS = re.compile(r"账号|帐号|账户|帐户|卡号|开户")
_OFFICE_WORDS = re.compile(r"联系|电话|热线|咨询|办公室|传真|投诉|监督|受理|机构")
_PRIVATE_WORDS = re.compile(
    r"个人|本人|身份证|申请人|住址|家庭|户主|姓名|先生|女士|村民|居民(?!委)|信访人|举报人|投诉人|原告|[\u4e00-\u9fff]某"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"

_REACH = 24
"""Characters before a number that say what it is."""

_BORN = range(1900, 2100)
_IDENTITY_LENGTH = 18
_UNION_PAY = "62"
_CARD = range(16, 20)
"""How many digits a bank card has."""
_BETWEEN_DIGITS = re.compile(r"\D(?!$)")


def is_identity_number(text: str) -> bool:
    """Whether 18 characters are an identity number: a date of birth and the check digit.

    Source: GB 11643-1999.
    """
    born = int(text[6:10])
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text[:17], strict=True))
    return born in _BORN and _is_day(text[6:14]) and _CHECK_DIGITS[total % 11] == text[17].upper()


def _is_day(digits: str) -> bool:
    """Whether eight digits are year, month and day of a date."""
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def is_card_number(digits: str) -> bool:
    """Whether digits satisfy the check of bank cards (Luhn)."""
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    total = sum(map(int, digits[-1::-2])) + sum(number // 10 + number % 10 for number in doubled)
    return total % 10 == 0


def _identities(inspection: Inspection) -> Iterator[Hit]:
    plain = prose_of(inspection.report).plain
    for match in _IDENTITY.finditer(plain):
        if is_identity_number(match[0]) or _is_called(plain, match.start()):
            yield _hit(inspection, match)
    for match in _OLD_IDENTITY.finditer(plain):
        if _is_day(f"19{match['born']}") and _is_called(plain, match.start()):
            yield _hit(inspection, match)


def _is_called(plain: str, start: int) -> bool:
    """Whether the words before a number say that it is an identity number."""
    return bool(_CALLED.search(without_blanks(plain[max(0, start - _REACH) : start])))


def _mobiles(inspection: Inspection) -> Iterator[Hit]:
    """Mobile numbers that are no office's."""
    for match, office in _all_mobiles(inspection):
        if not office:
            yield _hit(inspection, match)


def _office_mobiles(inspection: Inspection) -> Iterator[Hit]:
    """Mobile numbers given to reach an office."""
    for match, office in _all_mobiles(inspection):
        if office:
            yield _hit(inspection, match)


def _all_mobiles(inspection: Inspection) -> Iterator[tuple[re.Match[str], bool]]:
    """Every mobile number, and whether it is given to reach an office."""
    plain = prose_of(inspection.report).plain
    for match in _MOBILE.finditer(plain):
        before = plain[max(0, match.start() - _REACH) : match.start()]
        yield match, bool(_OFFICE_WORDS.search(before)) and not _PRIVATE_WORDS.search(before)


def _accounts(inspection: Inspection) -> Iterator[Hit]:
    """Account numbers, where words or the check digit say that they are."""
    plain = prose_of(inspection.report).plain
    for match in _ACCOUNT.finditer(plain):
        digits = match[0].replace(" ", "")
        before = plain[max(0, match.start() - _REACH) : match.start()]
        card = digits.startswith(_UNION_PAY) and len(digits) in _CARD and is_card_number(digits)
        if (_ACCOUNT_WORDS.search(before) or card) and not _is_identity(digits):
            yield _hit(inspection, match)


def _is_identity(digits: str) -> bool:
    return len(digits) == _IDENTITY_LENGTH and is_identity_number(digits)


def _hit(inspection: Inspection, match: re.Match[str]) -> Hit:
    document = inspection.report.document
    text = _BETWEEN_DIGITS.sub("", match[0])
    masked = f"{text[:3]}{'*' * (len(text) - 5)}{text[-2:]}"
    return Hit(
        place=place_label(document, match.start()),
        fields={"masked": masked},
        spans=(Span(start=match.start(), end=match.end()),),
        expected=masked,
        found=masked,
        marks=(masked, str(match.start())),
    )


_NAMES = frozenset({"masked"})
IDENTITIES = Check(_identities, _NAMES, reads_figures=False)
MOBILES = Check(_mobiles, _NAMES, reads_figures=False)
OFFICE_MOBILES = Check(_office_mobiles, _NAMES, reads_figures=False)
ACCOUNTS = Check(_accounts, _NAMES, reads_figures=False)
