"""Decks of slides: PowerPoint and OpenDocument."""
