"""PDF files: characters, rules and pictures of pages, made into paragraphs and tables."""
