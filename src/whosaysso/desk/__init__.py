"""What a teacher does with the files that are handed in."""
