import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts import getting_pip


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: a test's output is for the test."""


@pytest.fixture
def index(tmp_path: Path) -> Iterator[str]:
    """An index of one package, on this machine."""
    folder = tmp_path / "simple" / "pip"
    folder.mkdir(parents=True)
    wheel = "pip-26.3-py3-none-any.whl"
    (folder / "index.html").write_text(f'<a href="../../files/{wheel}">pip</a>')
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / wheel).write_bytes(b"test")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/simple"
    server.shutdown()
    server.server_close()


def test_fetch_follows_the_index_to_the_file(index: str) -> None:
    assert getting_pip.fetch(index, "pip", "pip-26.3-py3-none-any.whl") == b"test"


def test_fetch_says_that_an_index_lacks_a_version(index: str) -> None:
    assert getting_pip.fetch(index, "pip", "pip-1.0-py3-none-any.whl") is None


def test_from_a_configured_index_refuses_a_wheel_that_is_not_the_pinned_one(
    index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index)
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    pins = tmp_path / "pins.txt"
    pins.write_text(f"pip==26.3 \\\n    --hash=sha256:{'0' * 64}\n")
    assert getting_pip.from_a_configured_index(tmp_path / "pip", pins) is None
    assert not (tmp_path / "pip").exists()


def test_pinned_reads_version_and_hashes(tmp_path: Path) -> None:
    pins = tmp_path / "pins.txt"
    hashes = " \\\n".join(f"    --hash=sha256:{letter * 4}" for letter in "ab")
    pins.write_text(f"pip==26.3 \\\n{hashes}\nuv==1.0 \\\n    --hash=sha256:cccc\n")
    assert getting_pip.pinned("pip", pins) == ("26.3", {"aaaa", "bbbb"})


def test_configured_reads_pips_file_where_the_environment_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "pip.conf"
    settings.write_text("[global]\nindex-url = http://mirror.example/simple/\n")
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    assert getting_pip.configured("index-url") == ["http://mirror.example/simple"]
    monkeypatch.setenv("PIP_INDEX_URL", "http://nearer.example/")
    assert getting_pip.configured("index-url") == ["http://nearer.example"]
