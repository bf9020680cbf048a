"""Pictures of pages (scans, photographs): the extra ocr recognises what is printed on them."""
