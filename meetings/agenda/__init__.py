"""An agenda: its order and standing items, its papers' labels, what came after it was published."""
