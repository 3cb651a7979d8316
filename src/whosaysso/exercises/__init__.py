"""Files of exercises, the sets they form, and the test forms among these."""
