"""Pages of the register, of letters, and of outcomes."""
