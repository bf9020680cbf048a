"""Commands made real: menus, keys, palette."""
