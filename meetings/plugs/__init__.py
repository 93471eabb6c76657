"""What meetings offer to the frame below, which may not import them (see ``apps.py``)."""
