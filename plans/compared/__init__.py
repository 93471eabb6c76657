"""A comparison of two versions as people read it and decide about it.

``links`` gathers what is stored of a comparison, or of several in a row; ``changes`` is one change
with its names and words (``pieces`` cuts these where a paragraph was split); ``sections`` puts the
changes under the plan's headings, ``folding`` folds away what stayed, ``narrowing`` keeps what was
asked for, ``strip`` maps it down the side; ``decisions``, ``candidates`` and ``addresses`` are for
officers; ``doubts`` says when two versions have too little in common; ``printing`` is the PDF.
"""
