"""A panel with very many recommendations, and Django's own admin beside the register."""
