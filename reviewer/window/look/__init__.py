"""How the program looks: colours, letters, icons, marks."""
