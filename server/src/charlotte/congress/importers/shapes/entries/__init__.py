"""Sessions of a running text, each an entry of several lines: where it begins, and what its lines say."""
