"""Of several ways to read the same data the likeliest: mappings and readings tried and compared."""
