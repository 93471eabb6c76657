"""What became of what the panel said: claims held against the plan, and what officers may link.

Pure: :mod:`.verdicts`, :mod:`.candidates`. The others join them to the records.
"""
