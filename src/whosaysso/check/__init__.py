"""What an author may have got wrong: faults of the files, answers given without reading,
the words of the book itself.
"""
