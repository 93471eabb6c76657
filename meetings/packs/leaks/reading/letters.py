"""Words that stand among bytes which are no text: in a picture, in a program, in what was cut."""

import re

RUN = re.compile(rb"[A-Za-z](?:[A-Za-z]\d{0,4}|[ ,.;:'()_&/\r\n-]){7,}")
"""Figures only where they are part of a word: drawings are long rows of them."""
UTF_16_BE = re.compile(rb"(?:\0[\x20-\x7e]){8,}")
UTF_16_LE = re.compile(rb"(?:[\x20-\x7e]\0){8,}")


def among(data: bytes) -> str:
    """Runs of letters of eight and more, in ASCII and in UTF-16."""
    found = [run.decode("ascii") for run in RUN.findall(data)]
    if b"\0" in data:
        found += [run.decode("utf-16-be") for run in UTF_16_BE.findall(data)]
        found += [run.decode("utf-16-le") for run in UTF_16_LE.findall(data)]
    return "\n".join(found)
