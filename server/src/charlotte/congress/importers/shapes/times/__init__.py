"""When: days, hours, ranges and lengths as people write them in five languages, and what they come to."""
