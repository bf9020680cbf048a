"""What a printed text says as a figure."""
