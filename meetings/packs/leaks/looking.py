"""What is found of the secrets in the pieces of a file, as sentences for the clerk."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .amounts import amounts
from .calling import called
from .matching import Hit, Matcher
from .pieces import How, Piece, Stream
from .secrets import Origin, Secret, Secrets

LONG = 8
"""Letters of a phrase that is looked for in names and in bytes that are no text: fewer come about
by chance."""
OF_PDF = """
    artifact attached attachment background basefont blockquote cidsystem content contents
    creator default descriptor destination document encoding estructure extended figure flatedecode
    font fontfile footer header heading headers identity image imagemask indexed language layout
    length line link linearized list marked metadata movement outline pagination paragraph pattern
    placement producer properties resources resolution rotate scale section separation shading sheet
    span standard structure style summary supplement table template transparency trapped typography
    underline version vertical viewer watermark
"""
NAMES_OF_PDF = frozenset(OF_PDF.split())
"""Words that the names inside of any PDF are made of."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something restricted that was found. ``where`` is as a person would look for it ("page 12",
    "a bookmark"), ``what`` the part of the restricted thing ("the title"), ``of`` the thing as the
    clerk knows it, with its key if it is a ``paper``. ``words`` are the beginning of those found,
    as they were compared: for people who may read them, and never to be kept."""

    where: str
    what: str
    of: str = ""
    paper: int | None = None
    words: str = field(default="", repr=False, compare=False)

    def __str__(self) -> str:
        where = self.where[:1].upper() + self.where[1:]
        if not self.of:
            return f"{where} {self.what}."
        return f"{where} holds {self.what} of {self.of}, which is not for publication."


class Looker:
    """Looks at one piece after the other, and tells of each secret once in each place."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._matcher = Matcher(secrets.runs, secrets.phrases, secrets.names)
        self._found: dict[tuple[str, str, Origin], Leak] = {}

    @property
    def leaks(self) -> list[Leak]:
        """All that was found, in the order in which it was met."""
        return list(self._found.values())

    def look(self, piece: Piece | Stream) -> None:
        """Look at one more."""
        if isinstance(piece, Stream):
            for digest in piece.digests:
                if secret := self._secrets.streams.get(digest):
                    self._tell(piece.where, secret, "")
            return
        self._tell_all(piece.where, self._hits(piece))
        if piece.how != How.BYTES:
            self._look_whole(piece)

    def _look_whole(self, piece: Piece) -> None:
        """At what is said in no more than a figure, and at what parts of a pack are called."""
        for amount in amounts(piece.text) if self._secrets.amounts else ():
            if secret := self._secrets.amounts.get(amount):
                self._tell(piece.where, secret, amount)
        for label in called(piece.text) if self._secrets.labels else ():
            if secret := self._secrets.labels.get(label):
                self._tell(piece.where, secret, label)

    def _hits(self, piece: Piece) -> Iterable[Hit]:
        if piece.how == How.TEXT:
            return self._matcher.hits(piece.text)
        hits = self._matcher.hits(piece.text, fewest=LONG, has_names=False)
        if piece.how == How.NAME:
            return (hit for hit in hits if not NAMES_OF_PDF.issuperset(hit.words.split()))
        return hits

    def _tell_all(self, where: str, hits: Iterable[Hit]) -> None:
        for hit in hits:
            self._tell(where, getattr(self._secrets, hit.table)[hit.key], hit.words)

    def _tell(self, where: str, secret: Secret, words: str) -> None:
        origin = secret.origin
        self._found.setdefault(
            (where, secret.what, origin),
            Leak(where, secret.what, origin.called, origin.paper, words),
        )
