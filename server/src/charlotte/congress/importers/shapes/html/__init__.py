"""Pages whose makers named the parts of a session by classes, or told them to search engines."""
