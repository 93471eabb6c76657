"""The panel's settings, those who can sign in, and the panel's members."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.contrib.auth.hashers import make_password

from meetings.models import PanelMember
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.panel.models import Panel

from .. import content, records
from .presence import LOADED


@dataclass(frozen=True)
class Cast:
    """Those who take part, by the key of the person in ``content.PEOPLE``."""

    users: Mapping[str, User]
    members: Mapping[str, PanelMember]

    @property
    def officer(self) -> User:
        """Reads in plans and letters, and keeps the register."""
        return self.users["westerdale"]

    @property
    def clerk(self) -> User:
        """Arranges the meetings and takes the minutes."""
        return self.users["arkenby"]


def set_up() -> Cast:
    """Set up the panel and let its people in."""
    history.create(Panel, by=None, why=LOADED, pk=1, **asdict(content.PANEL))
    password = make_password(content.PASSWORD)  # slow on purpose, so once for all
    users = {account.person: _let_in(account, password) for account in content.ACCOUNTS}
    clerk = users["arkenby"]
    members = {
        person.key: _appoint(person, users.get(person.key), by=clerk)
        for person in content.PEOPLE
        if person.capacity == "member"
    }
    return Cast(users, members)


def _let_in(account: records.Account, password: str) -> User:
    """Unlike ``add_person``, which would send a link to an address that does not exist, this
    gives the password (hashed) at once."""
    person = content.person(account.person)
    user = User(email=person.email, name=person.name, password=password)
    for role in account.roles:
        setattr(user, f"is_{role}", True)
    return history.save(user, by=None, why="Added with the demo panel")


def _appoint(person: records.Person, user: User | None, *, by: User) -> PanelMember:
    return history.create(
        PanelMember,
        by=by,
        why="Appointed to the panel",
        name=person.name,
        authority="" if person.is_co_opted else person.post,
        is_co_opted=person.is_co_opted,
        position=person.position,
        started=person.started,
        user=user,
    )
