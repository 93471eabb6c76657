"""Those at the meeting, as clients of a web server: they keep their connection, and wait for each
answer before they ask again."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from uuid import uuid4

TOKEN = "b" * 32  # what the cookie and the header have to say alike
EVERY = 2.0
"""Seconds between an officer's saves."""
RELOAD = 20.0
"""Seconds between a member's reloads."""
SAVES_OF_AN_ENTRY = 4
"""An entry is saved as it grows, then the next is begun."""


@dataclass(slots=True)
class Seen:
    """What the clients measured: seconds of each answer, what went wrong, the words last confirmed
    of each entry."""

    saves: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    unchanged: int = 0
    errors: list[str] = field(default_factory=list)
    sent: dict[str, str] = field(default_factory=dict)


class Client:
    """One browser's connection."""

    def __init__(self, port: int, session: str = "") -> None:
        self.port, self.session = port, session
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def ask(
        self, method: str, path: str, body: bytes = b"", **more: str
    ) -> tuple[int, dict[str, str], bytes]:
        """The status, the headers and the body of an answer. A connection that the server closed
        while it was idle is opened again."""
        try:
            return await self._ask(method, path, body, more)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.writer = None
            return await self._ask(method, path, body, more)

    async def _ask(
        self, method: str, path: str, body: bytes, more: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        headers = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Length": str(len(body)),
            **{name.replace("_", "-"): value for name, value in more.items()},
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.writer.write(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
        await self.writer.drain()
        return await self._answer()

    async def _answer(self) -> tuple[int, dict[str, str], bytes]:
        first, *lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
        pairs = (line.split(": ", 1) for line in lines if line)
        headers = {name.lower(): value for name, value in pairs}
        body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.writer.close()
            self.writer = None
        return int(first.split()[1]), headers, body


async def _often(until: float, every: float, offset: float, act: Callable[[], Any]) -> None:
    """Do ``act`` every so many seconds; later where it took longer."""
    await asyncio.sleep(offset)
    while (began := perf_counter()) < until:
        await act()
        await asyncio.sleep(max(0.0, every - (perf_counter() - began)))


class Officer:
    """Types an entry, pause by pause, then the next."""

    def __init__(self, client: Client, meeting: int, item: int, seen: Seen) -> None:
        self.client, self.item, self.all = client, item, seen
        self.path = f"/meetings/{meeting}/minutes/take/save/"
        self.times = 0
        self.uid = self.seen = self.text = ""

    async def save(self) -> None:
        """Save what was typed since the last pause."""
        if self.times % SAVES_OF_AN_ENTRY == 0:
            self.uid, self.seen, self.text = str(uuid4()), "", ""
        self.times += 1
        self.text += f"The Commissioner said for the {self.times}th time that it was in hand. "
        change = {"uid": self.uid, "item": self.item, "text": self.text.strip(), "seen": self.seen}
        body = json.dumps({"changes": [change]}).encode()
        began = perf_counter()
        try:
            status, _, answer = await self.client.ask(
                "POST", self.path, body, Content_Type="application/json"
            )
            result = json.loads(answer)["results"][0] if status == 200 else {"status": status}
        except (OSError, ValueError, asyncio.IncompleteReadError) as error:
            result = {"status": repr(error)}
        if result["status"] != "saved":
            self.all.errors.append(f"save: {result}")
            return
        self.all.saves.append(perf_counter() - began)
        self.seen = result["entry"]["seen"]
        self.all.sent[self.uid] = self.text.strip()


class Reader:
    """Reloads a page, as a browser does: with the mark of what it has."""

    def __init__(self, client: Client, path: str, seen: Seen) -> None:
        self.client, self.path, self.all, self.tag = client, path, seen, ""

    async def reload(self) -> None:
        """Ask for the page, and wait for the whole of it."""
        more = {"If_None_Match": self.tag} if self.tag else {}
        began = perf_counter()
        try:
            status, headers, body = await self.client.ask("GET", self.path, **more)
        except (OSError, asyncio.IncompleteReadError) as error:
            status, headers, body = repr(error), {}, b""
        if status not in (200, 304) or (status == 200 and b"</html>" not in body):
            self.all.errors.append(f"page: {status}")
            return
        self.all.unchanged += status == 304
        self.all.pages.append(perf_counter() - began)
        self.tag = headers.get("etag", "")


class Bare:
    """Sends what inserts one row."""

    def __init__(self, client: Client, seen: Seen) -> None:
        self.client, self.all = client, seen

    async def save(self) -> None:
        """Insert one row."""
        began = perf_counter()
        try:
            status, _, _ = await self.client.ask("POST", "/bare/")
        except (OSError, asyncio.IncompleteReadError) as error:
            status = repr(error)
        if status == 200:
            self.all.bare.append(perf_counter() - began)
        else:
            self.all.errors.append(f"bare: {status}")


async def meet(port: int, there: dict[str, Any], seconds: float) -> Seen:
    """Everyone does what they do for so long; what they measured."""
    seen, until = Seen(), perf_counter() + seconds
    acts = []
    for n, session in enumerate(there["officers"]):
        item = there["items"][n % len(there["items"])]
        officer = Officer(Client(port, session), there["meeting"], item, seen)
        acts.append((EVERY, officer.save, n / len(there["officers"])))
    for n, session in enumerate(there["members"]):
        page = f"/meetings/{there['meeting']}/minutes/"
        reader = Reader(Client(port, session), page, seen)
        acts.append((RELOAD, reader.reload, n / len(there["members"])))
    bare = [Bare(Client(port), seen) for _ in there["officers"]]
    acts += [(EVERY, one.save, (n + 0.5) / len(bare)) for n, one in enumerate(bare)]
    await asyncio.gather(*(_often(until, every, share * every, act) for every, act, share in acts))
    return seen
