"""An agreement as something to print, share or put in a calendar: values in, text or bytes out."""
