"""The formats that systems write and document: one file a format, each told by what only it holds."""
