"""A paragraph's story: ``lineage`` follows it through the versions, ``blame`` says with which
version each of its words came in, ``telling`` brings both together with what shaped it."""
