"""What stands where on pages of any format: characters and rules, made into text and tables."""
