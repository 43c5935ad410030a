"""One module a command: ``add`` declares its flags, ``run`` calls one function and prints."""
