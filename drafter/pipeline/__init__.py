"""The stories: each file tells one command from file to file; only here do the trades meet."""
