"""What happens on an error that nobody foresaw."""
