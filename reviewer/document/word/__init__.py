"""What Word 97-2003 files and RTF have in common: tables told by marks and edges of cells."""
