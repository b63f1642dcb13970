"""What layout programs hand over: tagged text of InDesign and XPress, IDML."""
