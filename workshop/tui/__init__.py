"""The room: two people at one screen. The only importer of Textual."""
