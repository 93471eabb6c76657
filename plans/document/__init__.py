"""A version as a document that people read.

``page`` brings it together: ``outline`` its sections, ``nesting`` what hangs under what, ``layout``
lines and tables within a paragraph, ``finding`` the words looked for, ``happenings`` what became
of each paragraph since the version before.
"""
