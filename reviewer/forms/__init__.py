"""What a year's report must contain, and what this one says."""
