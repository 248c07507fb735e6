"""Guides: pages that lie over what is asked, gone through and left the same way in both faces."""
