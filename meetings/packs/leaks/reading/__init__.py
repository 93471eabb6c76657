"""A finished PDF read piece by piece: all of it, and not only what its pages show."""
