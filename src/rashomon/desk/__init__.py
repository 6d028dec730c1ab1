"""The desk: a local web page where a person reads a story, checks it line by line, corrects it and takes it out."""
