"""What happens next, and nothing else: no screen, no clock, no disk."""
