"""What Git knows of a folder: when its files were changed, what they were before, and what another copy has."""
