"""The tables as the official form prints them: model, view, painting, editing, clipboard."""
