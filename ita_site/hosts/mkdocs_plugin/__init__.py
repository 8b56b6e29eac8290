"""Publisher 2: a `Site` into MkDocs. All that imports MkDocs stands here, but for what starts it; it can go."""
