"""The screens of the room, each with its style beside it."""
