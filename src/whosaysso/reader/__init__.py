"""Any text: cut into sentences, marked by its readers, kept as one file, and compared with what others marked."""
