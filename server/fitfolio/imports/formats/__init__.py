"""One module per file format: `NAME`, `LABEL`, `detect(source)`, `parse(source, options)`."""
