"""One file a sheet of the workbook, listed in SHEETS."""
