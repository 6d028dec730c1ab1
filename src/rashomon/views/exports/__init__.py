"""One file a format; each turns a record into the bytes of a file."""
