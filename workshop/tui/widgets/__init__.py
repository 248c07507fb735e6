"""Small parts of the room."""
