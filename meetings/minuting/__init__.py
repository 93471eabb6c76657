"""What is minuted: as it is typed, what it decides, whom it binds, what the public may not read."""
