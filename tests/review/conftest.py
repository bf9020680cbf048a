from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest

from reviewer.forms.report import Report
from tests.reports import make_report
from tests.review.acts import START


@pytest.fixture
def report() -> Report:
    """A report in which one applicant's flow does not hold: 12 received, 11 settled."""
    return make_report(
        values={
            "requests.new.natural_person": "12",
            "requests.new.total": "12",
            "requests.granted.natural_person": "11",
            "requests.granted.total": "11",
            "requests.total.natural_person": "11",
            "requests.total.total": "11",
        }
    )


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that goes on by a minute at each look."""
    minutes = count()
    return lambda: START + timedelta(minutes=next(minutes))
