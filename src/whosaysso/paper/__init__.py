"""What is printed: the answer key, worksheets, and the other handouts of a class."""
