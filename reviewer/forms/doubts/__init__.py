"""How sure a reading is: what speaks against it, and what bears it out."""
