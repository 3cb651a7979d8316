"""A set as a package for a school's LMS: the same exercises, in the LMS's frame, with a score that it is told."""
