"""Documents become searchable chunks: query in, scored passages out. Knows no questions."""
