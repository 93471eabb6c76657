"""An agenda: its order and standing items, what came after it was published, how it is printed."""
