"""Whole numbers in Arabic words, as grammar has them: the other way from what is tested."""

_MALE = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
"""What counts masculine nouns; feminine ones take the others."""
_FEMALE = ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_HEADS = {False: ("", "أحد", "اثنا"), True: ("", "إحدى", "اثنتا")}
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_SCALES = ((1_000_000, "مليون", "ملايين"), (1000, "ألف", "آلاف"))


def spelled(value: int, *, female: bool = False, oblique: bool = False) -> str:
    """A number from 1 to 999,999,999, of masculine or feminine things, in the nominative or not."""
    parts: list[str] = []
    for scale, one, many in _SCALES:
        count, value = divmod(value, scale)
        if count:
            parts.append(_scaled(count, one, many, oblique))
    if value:
        parts.append(_below_thousand(value, female, oblique))
    return " و".join(parts)


def _scaled(count: int, one: str, many: str, oblique: bool) -> str:
    if count < 3:
        return one if count == 1 else one + ("ين" if oblique else "ان")
    last = count % 100
    # three to ten thousands are many, eleven and more are one in the accusative, a hundred is one in the genitive
    noun = many if 3 <= last <= 10 else one + "ا" if last > 10 else one
    return f"{_below_thousand(count, False, oblique)} {noun}"


def _below_thousand(value: int, female: bool, oblique: bool) -> str:
    hundreds, rest = divmod(value, 100)
    parts = [_hundreds(hundreds, oblique)] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest, female, oblique))
    return " و".join(parts)


def _hundreds(count: int, oblique: bool) -> str:
    if count == 2:
        return "مئتين" if oblique else "مئتان"
    return f"{_FEMALE[count].removesuffix('ي')}مئة" if count > 2 else "مئة"


def _below_hundred(value: int, female: bool, oblique: bool) -> str:
    tens, units = divmod(value, 10)
    if value <= 10:
        return _case(_FEMALE[value] if female else _MALE[value], oblique)
    if tens == 1:
        head = _HEADS[female][units] if units < 3 else (_FEMALE if female else _MALE)[units]
        head = head.removesuffix("ا") + "ي" if oblique and units == 2 else head
        return f"{head} {'عشرة' if female else 'عشر'}"
    ten = ("عشر" if tens == 2 else _TENS[tens]) + ("ين" if oblique else "ون")
    return f"{_case((_FEMALE if female else _MALE)[units], oblique)} و{ten}" if units else ten


def _case(word: str, oblique: bool) -> str:
    return word.removesuffix("ان") + "ين" if oblique and word.endswith("ان") and word != "ثمان" else word
