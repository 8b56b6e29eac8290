"""What all else stands on: problems as values, Thai text, escaping, days from Git."""
