"""Everything that yields findings; one file a family, listed in CHECKS.

To add a family: a file beside this one, its name here, and an entry in ``resources/rules`` with
``check = "…"``, its title, severity, basis, wording and examples.
"""

from reviewer.checks import (
    applications,
    aspects,
    brackets,
    certainty,
    claims,
    contacts,
    debris,
    figures,
    label_units,
    labels,
    lists,
    placeholders,
    privacy,
    problems,
    regulation,
)
from reviewer.checks.family import Family

CHECKS: dict[str, Family] = {
    "figures_blank": figures.BLANK,
    "figures_nil": figures.NIL,
    "figures_text": figures.TEXT,
    "figures_missing": figures.MISSING,
    "figures_negative": figures.NEGATIVE,
    "figures_fractional": figures.FRACTIONAL,
    "figures_counted": figures.COUNTED,
    "figures_other_unit": figures.OTHER_UNIT,
    "certainty_unsure": certainty.UNSURE,
    "certainty_unassessed": certainty.UNASSESSED,
    "applications_total_zero": applications.TOTAL_ZERO,
    "applications_other_share": applications.OTHER_SHARE,
    "lists_parts": lists.PARTS,
    "lists_cumulative": lists.CUMULATIVE,
    "claims_unexplained": claims.UNEXPLAINED,
    "claims_explained": claims.EXPLAINED,
    "labels_misprints": labels.MISPRINTS,
    "labels_variants": labels.VARIANTS,
    "labels_lost": labels.LOST,
    "label_units_other": label_units.OTHER,
    "label_units_added": label_units.ADDED,
    "placeholders_open": placeholders.OPEN,
    "placeholders_nothing": placeholders.NOTHING,
    "placeholders_fields": placeholders.FIELDS,
    "brackets_brackets": brackets.BRACKETS,
    "brackets_quotes": brackets.QUOTES,
    "brackets_doubled": brackets.DOUBLED,
    "debris": debris.DEBRIS,
    "aspects_absent": aspects.ABSENT,
    "contacts_incomplete": contacts.INCOMPLETE,
    "privacy_identities": privacy.IDENTITIES,
    "privacy_mobiles": privacy.MOBILES,
    "privacy_office_mobiles": privacy.OFFICE_MOBILES,
    "privacy_accounts": privacy.ACCOUNTS,
    "regulation": regulation.REGULATION,
    "problem": problems.PROBLEM,
    "problem_undeclared": problems.OTHER_PROBLEM,
}
