"""What the record keeps to: each broken rule as a sentence that says what to do."""
