"""What minutes become: a recommendation that is minuted is one in the register."""

from meetings import becoming

from ..actions import minuting


def register() -> None:
    """Follow the minutes from now on."""
    becoming.add(kept=minuting.follow, dropped=minuting.let_go)
