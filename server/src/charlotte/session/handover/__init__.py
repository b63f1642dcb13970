"""What goes from a call that ends to the next of the same conversation."""
