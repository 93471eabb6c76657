"""Forms of the plans app, one module for each thing they are about."""
