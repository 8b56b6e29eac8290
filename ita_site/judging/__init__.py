"""What the data prove: exact sums, the gaps in a year's cycle, and everything that contradicts."""
