"""``manage.py load_demo``: the demo panel, for whoever wants to try the software."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from demo import content, loading


class Command(BaseCommand):
    """Loads the demo panel once; afterwards only says who can sign in."""

    help = (
        "Load the demo panel into an empty database. Run again, it changes nothing. It refuses "
        "to touch a database that holds anything else."
    )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Load, or say that it is there. Raises CommandError where other data is."""
        if loading.is_loaded():
            self.stdout.write(f"The demo panel is there already: {content.PANEL.name}.")
        elif found := loading.other_data():
            raise CommandError(
                "This database holds other data, so the demo panel was not loaded and nothing was "
                f"changed. (Found: {', '.join(found)}.) Set DATABASE_URL to an empty database to "
                "try the demo."
            )
        else:
            loading.load()
            self.stdout.write(f"Loaded the demo panel: {content.PANEL.name}.")
        self.stdout.write(accounts())


def accounts() -> str:
    """Who can sign in, as a table."""
    rows = [("E-mail address", "Password", "Role", "Try")]
    for account in content.ACCOUNTS:
        email = content.person(account.person).email
        rows.append((email, content.PASSWORD, ", ".join(account.roles), account.try_this))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(["", *(f"  {line}" for line in lines)])
