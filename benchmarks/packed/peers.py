"""Other ways to make the same pages: in one piece by WeasyPrint or Chromium, merged by qpdf."""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pcp_scrutiny.pdf import static_files
from scripts.system import chromium

BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


def one_document(documents: Sequence[str]) -> str:
    """All parts in one HTML document, each on a page of its own."""
    first, _, _ = documents[0].partition("<body")
    bodies = (match[1] for one in documents if (match := BODY.search(one)))
    sections = "".join(f'<div style="break-before: page">{body}</div>' for body in bodies)
    return f"{first}<body>{sections}</body></html>"


def by_weasyprint(html: str) -> float:
    """Seconds that WeasyPrint takes for it in one piece, tagged as ours is."""
    from pcp_scrutiny import pdf

    return _taken(lambda: pdf.render_part(html))


def by_chromium(html: str, folder: Path) -> float | None:
    """Seconds that Chromium takes to print it, with its start; None where there is none."""
    program = chromium()
    if program is None:
        return None
    styles, _ = static_files.read(f"{static_files.BASE}documents.css")
    page = folder / "pack.html"
    link = '<link rel="stylesheet" href="documents.css">'
    page.write_text(html.replace(link, f"<style>{styles.decode()}</style>"))
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += ["--disable-background-networking", f"--user-data-dir={folder / 'chromium'}"]
    command += [f"--print-to-pdf={folder / 'chromium.pdf'}", page.as_uri()]
    return _taken(lambda: subprocess.run(command, check=True, capture_output=True))


def by_qpdf(parts: Sequence[bytes], folder: Path) -> float | None:
    """Seconds that qpdf takes to merge the finished parts; None where there is none."""
    if shutil.which("qpdf") is None:
        return None
    names = []
    for number, part in enumerate(parts):
        names.append(str(folder / f"part-{number}.pdf"))
        Path(names[-1]).write_bytes(part)
    command = ["qpdf", "--empty", "--pages", *names, "--", str(folder / "merged.pdf")]
    return min(
        _taken(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(3)
    )


def _taken(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
