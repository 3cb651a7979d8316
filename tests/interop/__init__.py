"""Other people's programs, run for real against this one: ``make interop``."""
