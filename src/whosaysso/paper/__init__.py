"""What is printed: the answer key, and worksheets."""
