"""Papers that come out of the record: the officers' analysis of a revised plan, the tracker, and
the letter that sends the recommendations.

Each module reads the records into plain values, once; :mod:`.printing` prints those, on screen, as
a PDF of its own, or as a part of an agenda pack. The same record prints the same: no clocks. What
the public gets is read from what the public may read, never cut out of what others get.
"""
