"""LibreOffice, where it is on the machine: each time as if newly installed, and cut off."""

import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from ..facts import Unusable

SECONDS = 60
MEMORY_BYTES = 4 * 1024**3
FILE_BYTES = 300 * 1024**2
_NOWHERE = "http://127.0.0.1:9"
"""The "discard" port: where a machine cannot be cut off, all addresses are asked for there."""

NO_CONVERTER = (
    "Word documents cannot be turned into PDF on this machine. Open it in Word, choose File, Save "
    "As, PDF, tick ‘Document structure tags for accessibility’ under Options, and add the PDF."
)
_SLOW = (
    "The document takes too long to turn into PDF. Open it in Word, choose File, Save As, PDF, and "
    "add that."
)
_FAILED = (
    "The document could not be turned into PDF. Open it in Word, choose File, Save As, PDF, and "
    "add that."
)
_OPTIONS = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "ExportNotes": False,
    "ExportFormFields": False,
    "ExportHiddenSlides": False,
    "ExportLinksRelativeFsys": False,
}
_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
        "DisableOLEAutomation": "true",
        "DisableActiveContent": "true",
    },
    "Office.Common/Misc": {"UseSystemFileDialog": "false", "FirstRun": "false"},
    "Office.Java/VirtualMachine": {"Enable": "false"},
    "Office.Writer/Content/Update": {"Link": "0", "Field": "false", "Chart": "false"},
    "Office.Calc/Content/Update": {"Link": "1"},
    "Office.Linguistic/General": {"DefaultLocale": "en-GB"},
    "Setup/L10N": {"ooSetupSystemLocale": "en-GB"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
}
"""Macros off, links never brought up to date, no Java, no way to the network."""
_LIMITED = """
import os, resource, sys
for what, most in ((resource.RLIMIT_AS, {memory}), (resource.RLIMIT_FSIZE, {file}),
                   (resource.RLIMIT_CPU, {seconds}), (resource.RLIMIT_CORE, 0)):
    resource.setrlimit(what, (most, most))
os.execvp(sys.argv[1], sys.argv[1:])
"""


class NoConverter(Exception):
    """This machine cannot turn Word documents into PDF; the message says what to do instead."""

    def __init__(self) -> None:
        super().__init__(NO_CONVERTER)


def can_convert() -> bool:
    """Whether LibreOffice is on this machine."""
    return _program() is not None


def to_pdf(docx: bytes, *, isolation: Sequence[str] | None = None) -> bytes:
    """A Word document as a tagged PDF.

    ``isolation``: the command that starts another without a network; by default what this machine
    has. Raises Unusable and NoConverter.
    """
    program = _program()
    if program is None:
        raise NoConverter
    with tempfile.TemporaryDirectory(prefix="word-") as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(docx)
        _write_profile(folder / "profile" / "user")
        _run(
            [*(_isolation() if isolation is None else isolation), *_command(program, folder)],
            folder,
        )
        made = folder / "made" / "paper.pdf"
        content = made.read_bytes() if made.is_file() else b""
    if not content.startswith(b"%PDF-"):
        raise Unusable(_FAILED)
    return content


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def _isolation() -> tuple[str, ...]:
    """``unshare`` starts a program in a network of its own, in which there is nothing."""
    command = ("unshare", "--map-root-user", "--net", "--")
    if shutil.which("unshare") is None:
        return ()
    tried = subprocess.run(  # noqa: S603 - fixed words
        [*command, "true"], capture_output=True, check=False, timeout=SECONDS
    )
    return command if tried.returncode == 0 else ()


def _command(program: str, folder: Path) -> list[str]:
    options = {
        key: {"type": "boolean", "value": str(value).lower()} for key, value in _OPTIONS.items()
    }
    limited = _LIMITED.format(memory=MEMORY_BYTES, file=FILE_BYTES, seconds=math.ceil(SECONDS))
    return [
        *(sys.executable, "-I", "-c", limited, program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"),
        "--nolockcheck",
        "--infilter=MS Word 2007 XML",
        *("--convert-to", f"pdf:writer_pdf_Export:{json.dumps(options)}"),
        *("--outdir", str(folder / "made"), str(folder / "paper.docx")),
    ]


def _run(command: list[str], folder: Path) -> None:
    process = subprocess.Popen(  # noqa: S603 - no shell, and nothing of what was sent in
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        if process.wait(SECONDS) == -signal.SIGXCPU:
            raise Unusable(_SLOW)
    except subprocess.TimeoutExpired:
        raise Unusable(_SLOW) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """What the program needs to start, and none of the deployment's secrets."""
    proxies = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY")
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        **dict.fromkeys(proxies, _NOWHERE),
    }


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )
