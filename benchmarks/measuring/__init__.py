"""What the benchmarks share: other ways to compare (``peers``), taking times, printing tables."""
