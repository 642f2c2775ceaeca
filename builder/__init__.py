"""Articles, notes and records into an annotated explainer: a static site of plain HTML."""
