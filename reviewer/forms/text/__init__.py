"""A text made even before it is read: blanks, bars and line ends in the places of its layout."""
