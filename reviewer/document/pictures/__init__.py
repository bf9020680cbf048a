"""Pictures of pages (scans, photographs): what is printed on them is recognised by the extra ocr."""
