"""Where the pages of a Word document turn, as far as the file says."""

from lxml import etree

from .names import is_on, val, w


class Pages:
    """The page that reading has come to; None throughout where the file marks no page at all.

    Word leaves a mark where a page last turned when it laid the document out. A break that the
    author set is followed by such a mark too, which then does not count a second time.
    """

    def __init__(self, body: etree._Element) -> None:
        self._sections = [val(s.find(w("type"))) or "nextPage" for s in body.iter(w("sectPr"))]
        self._section = 0
        self._at_top = False
        self._page = 1
        self._marked = (
            next(body.iter(w("lastRenderedPageBreak")), None) is not None
            or any(val(br, "type") == "page" for br in body.iter(w("br")))
            or any(is_on(switch) for switch in body.iter(w("pageBreakBefore")))
            or any(kind.endswith("Page") for kind in self._sections[1:])
        )

    @property
    def now(self) -> int | None:
        """The page, from 1."""
        return self._page if self._marked else None

    def text(self) -> None:
        """Something stands on the page."""
        self._at_top = False

    def turn(self) -> None:
        """The author's own page break."""
        self._page += 1
        self._at_top = True

    def turn_unless_at_top(self) -> None:
        """A paragraph that begins a page, or the mark Word left: either may follow a break."""
        if not self._at_top:
            self._page += 1

    def rendered(self) -> None:
        """The mark that Word left where the page turned."""
        self.turn_unless_at_top()
        self._at_top = False

    def begin_paragraph(self, properties: etree._Element | None) -> None:
        """A paragraph may be set to begin a page."""
        if properties is not None and is_on(properties.find(w("pageBreakBefore"))):
            self.turn_unless_at_top()
            self._at_top = True

    def end_paragraph(self, properties: etree._Element | None) -> None:
        """A paragraph may end a section; it is the next section that says whether it turns."""
        if properties is not None and properties.find(w("sectPr")) is not None:
            self._section += 1
            if self._section < len(self._sections) and self._sections[self._section].endswith(
                "Page"
            ):
                self.turn()
