"""Which version this is. The build reads it from here."""

VERSION = "0.6.0.dev0"
