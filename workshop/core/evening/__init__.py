"""An evening: its opening and close, and what both do on the page of the agreement."""
