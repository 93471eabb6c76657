"""Documents to print in tests."""

LINK = '<link rel="stylesheet" href="documents.css">'


def document(body: str, *, title: str = "A paper") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title>{LINK}</head>'
        f"<body>{body}</body></html>"
    )
