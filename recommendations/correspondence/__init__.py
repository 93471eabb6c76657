"""A letter from its arrival to being read out: whether it may come in, what it answers, what is
said of each answer before it is confirmed, and what it all comes to.

Pure: :mod:`.matching`, :mod:`.tally`. The others join them to the records.
"""
