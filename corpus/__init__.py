"""Files become documents: text, title, sections with heading paths. Knows no framework."""
