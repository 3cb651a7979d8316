"""What people wrote, read with line numbers: YAML, CSV, faults in words, and where things lie."""
