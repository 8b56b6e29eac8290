"""A folder of YAML into typed records, with the place of every value."""
