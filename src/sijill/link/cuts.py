"""Cuts: claims hang together by ties; where too many do, the weaker ties are cut until what is left is few enough.

Groups are made within what hangs together and never across, so that a new claim changes only what it is tied to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sijill.link.clusters import Groups, Rules

MOST = 200
"""Claims that are put in groups together."""
SURE = float("inf")
"""The weight of a tie that is a person's `same`: it is never cut."""
Tie = tuple[int, int, float]
"""Two positions and the weight between them."""
Larger = Callable[[Sequence[int], int], bool]
"""Whether some that hang together after so many cuts hang together with more than is known here, too many in all."""


def least_after(cuts: int, rules: Rules) -> float:
    """The weight that a tie must have to be there after so many cuts."""
    return rules.least + cuts


def rules_after(cuts: int, rules: Rules) -> Rules:
    """How groups join in what hangs together after so many cuts: by no less than its ties."""
    return replace(rules, least=least_after(cuts, rules))


def last_cut(rules: Rules) -> int:
    """How many cuts there are at most: what hangs together by the strongest of ties is one thing, however large."""
    return max(0, int(rules.ceiling - rules.least))


def hanging_together(count: int, ties: Iterable[Tie], rules: Rules, larger: Larger | None = None
                     ) -> list[tuple[list[int], int]]:
    """What hangs together once it is few enough, each as its positions and how often it was cut; by first positions.

    `larger` is asked where only a part of all claims is known.
    """
    out: list[tuple[list[int], int]] = []
    open_ = [(list(range(count)), [tie for tie in ties if tie[2] >= rules.least], 0)]
    while open_:
        members, tied, cuts = open_.pop()
        groups = Groups(members)
        for one, other, _ in tied:
            groups.join(one, other)
        inner: dict[int, list[Tie]] = {}
        if len(members) > MOST or larger is not None:
            needed = least_after(cuts + 1, rules)
            for tie in tied:
                if tie[2] >= needed:
                    inner.setdefault(groups.find(tie[0]), []).append(tie)
        for part in groups.all():
            many = len(part) > MOST or (larger is not None and larger(part, cuts))
            if many and cuts < last_cut(rules):
                open_.append((part, inner.get(part[0], []), cuts + 1))
            else:
                out.append((part, cuts))
    return sorted(out)
