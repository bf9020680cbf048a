"""The source as pages: pictures of them, boxes over figures, marks."""
