"""Figures that sentences state, each with the cell or group of cells that it speaks of."""
