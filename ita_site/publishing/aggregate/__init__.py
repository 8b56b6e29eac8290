"""What many municipalities have published, side by side and without an order of merit: open data, then pages."""
