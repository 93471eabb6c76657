"""A meeting with officers who type and members who follow, against a real web server."""
