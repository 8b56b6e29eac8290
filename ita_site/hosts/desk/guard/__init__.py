"""What stands before every screen: who may use the desk, and what of a request is taken at all."""
