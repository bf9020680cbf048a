"""WordprocessingML, of which docx files are made: text, looks, numbers and tables."""
