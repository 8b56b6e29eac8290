"""What is said of a year, in words, views and the geometry of charts, without markup."""
