"""Words for who applied."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.claims.wordings.application import RECEIVED
from reviewer.claims.wordings.wording import Wording, exactly

APPLICANT_WORDS = {
    "organisations": (
        r"(?:公司、)?(?:法人(?:或者?|和|及|、|与)?(?:其[他它])?组织|非自然人|法人|单位|组织|企事业单位)"
    ),
    "natural_person": r"自然人|公民个人|公民|个人",
    "business": r"(?:商业)?企业(?:法人)?|公司",
    "research": r"科研机构",
    "welfare": r"社会(?:公益)?组织|公益组织",
    "legal_service": r"法律服务机构|律师事务所|律所",
    "other_org": r"其[他它]组织",
}
_APPLIED = (
    r"(?:名义|身份|政府信息|提出|提交|申请|政[府务]信息公开|信息公开|依申请公开|公开政[府务]信息|政[府务]公开信息"
    r"|政[府务]公开|为主|的|类|方面)*"
)


def _applicants() -> Iterator[Wording]:
    for column, words in APPLICANT_WORDS.items():
        pattern = (
            rf"(?:申请(?:人|主体|者)(?:为|是|系)?)?(?:来自|由|以|{RECEIVED})?"
            rf"(?:[^,;:。、\d]{{2,6}}等)?(?:{words}){_APPLIED}"
        )
        yield Wording(f"requests.new.{column}", exactly(pattern))


APPLICANTS = tuple(_applicants())
