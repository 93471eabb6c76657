"""What a link is called when it is read out (PDF/UA-1, 7.18.5: links have a description).

WeasyPrint describes a link by the address it leads to. Here it gets its own words instead.
"""

from collections.abc import Mapping

import pikepdf
from pikepdf import Name

PRINT = 4  # the flag of an annotation that is there on paper, too


def describe(pdf: pikepdf.Pdf, words: Mapping[str, str]) -> None:
    """Give each link of ``pdf`` the words of the link to its address."""
    for page in pdf.pages:
        for annotation in page.get(Name.Annots, []):
            if annotation.get(Name.Subtype) == Name.Link:
                annotation.F = PRINT
                target = str(annotation.get(Name.Contents, ""))
                if description := words.get(target):
                    annotation.Contents = description
