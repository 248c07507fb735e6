"""Which version this is. The build reads it from here."""

VERSION = "0.1.0"
