"""What is said of a year, typed and frozen, without markup: each publisher writes the same views its own way."""
