"""What was made before, kept by all that it was made from, so that it need not be made again."""
