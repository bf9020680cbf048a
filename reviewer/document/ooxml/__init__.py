"""Office Open XML: what Word and spreadsheet files of that kind are made of."""
