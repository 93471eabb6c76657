"""Scrutiny reviews: how far one is, who answered, how its report is numbered and ordered.

:mod:`.stages`, :mod:`.answering`, :mod:`.numbering` and :mod:`.rules` are pure; :mod:`.reading`
asks the database for the :mod:`.report`, for the public or in full; :mod:`.printing` sets it out.
"""
