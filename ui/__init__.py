"""People and programs: command line, web chat and HTTP API. The only layer that prints."""
