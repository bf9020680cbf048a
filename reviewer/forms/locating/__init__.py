"""Where a table's rows and heads stand in a text."""
