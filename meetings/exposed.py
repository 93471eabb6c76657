"""Whether a public pack holds what has become exempt since it was made or published."""

from .models import Pack


def reasons(pack: Pack) -> list[str]:
    """What a public pack holds that is exempt now, or was at some time since, in sentences that
    name it without its title."""
    from . import pack_pages

    return pack_pages.exposures(pack)


def is_handed_out(pack: Pack) -> bool:
    """Whether the pack may be read here: it is made, and is the full one or holds nothing that has
    become exempt."""
    if pack.state != Pack.State.MADE:
        return False
    return pack.audience == Pack.Audience.FULL or not reasons(pack)
