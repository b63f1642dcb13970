"""Text with light markup: Markdown, AsciiDoc, reStructuredText, Org."""
