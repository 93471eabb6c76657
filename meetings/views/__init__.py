"""The pages of the meetings app, by what they are about."""
