"""The same views as pages, feeds, cards and an index: the files of a site."""
