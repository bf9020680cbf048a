"""PDF files: characters, rules and pictures of their pages, as PDFium tells them."""
