import socket

import pytest

from scripts import run


@pytest.mark.parametrize("given", ["", "eight", "0", "65536", "-1", "80.5", "²"])
def test_free_port_refuses_what_is_no_port(given: str) -> None:
    with pytest.raises(ValueError, match="from 1 to 65535"):
        run.free_port(given)


def test_free_port_refuses_a_busy_port_and_names_another() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(ValueError, match=rf"Port {port} cannot be used .* PORT="):
            run.free_port(str(port))


def test_free_port_accepts_one_that_was_free_a_moment_ago() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    assert run.free_port(str(port)) == port
