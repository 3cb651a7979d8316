"""A reader's answers: the hand-in, and the file that a notebook keeps them in."""
