"""What a file or a folder can be called wherever it is taken to: here, and on Windows."""

import re

SIGNS = '/\\:*?"<>|'
"""What no name may have in it on Windows; the first parts folders everywhere."""
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device, such as a printer, whatever its ending."""
    return _DEVICE.fullmatch(name) is not None
