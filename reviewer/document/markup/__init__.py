"""Web pages to paragraphs and tables: parsing, text flow, tables, and which part is the article.

Saved pages, web archives and what browsers, Word and spreadsheets put on the clipboard are all
read here; the readers only find the markup in their bytes.
"""
