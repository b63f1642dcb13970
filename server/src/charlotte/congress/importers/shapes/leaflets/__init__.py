"""Typeset leaflets, read by where their lines stand."""
