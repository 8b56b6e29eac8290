"""The commands, by subject: each a skin over the library."""
