"""What the register offers to the apps below it, which may not import it (see ``apps.py``).

Beside a paragraph, the recommendation that produced it; under an agenda item, the button that
records one; when a version is locked, the outcomes; in a pack, the tracker; at home, what waits.
"""
