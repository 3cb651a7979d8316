"""How much of what the code does is held by a test: ``python -m tests.mutate``."""
