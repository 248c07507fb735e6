"""A key behind passphrases as any program of the format writes it, but with next to no work.

Made once by hand, since no program writes a work factor that low.
"""

from pathlib import Path

from support.evening import UNSYNCED
from support.locks import HERS, HIS
from workshop import paths
from workshop.store import locking
from workshop.store.folder import Folder
from workshop.store.forgetting import Holder
from workshop.store.outside import outside_of
from workshop.store.vault import Vault

SECRET = b"AGE-SECRET-KEY-14VFJQWYJWL3362MJE0ZNHXL46FPZLRDYZ0DMNA086PNS2GMN3U9QCPY6QX\n"
KEY_FILES: dict[Holder, tuple[str, bytes]] = {
    "left": (
        HERS,
        b"""-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBqSWpsUVdxUXFwYjVVcTh2
UGowUVBRIDIKd2NYenJ5eGZBM1p3VlRlbzR2cnI2SXNHT2crZmlGRitNWHZkVGg4
akVNWQotLS0gdW1jK2l4M1NSK08vSGlBRlg5Z0gzV3hTOWlkcC8rOEpuYVVud0li
ZzdMSQoXORU9bSOFXEjO7UA3dvE23eFPrM+bVlr482uAPF9zdjy7Dd8Xd86FoOsO
+kel3EPsohyoQfVZPDbQTCNVpgsFiWjuvVq0N/rlkOFVFxiPLIUstawDp4SEVgKP
Fwut7Mhgyv5RmXYR+ye+oA==
-----END AGE ENCRYPTED FILE-----
""",
    ),
    "right": (
        HIS,
        b"""-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBFOEZ2SXlrUldtQlV2c3Qw
NzdROEx3IDIKamNUdXh0Z3RKa2FOTWVUOVJQTnZzR0s0Z3ZOVXd6Zks2UUVYOFJm
VGdpWQotLS0gYUdnQ1dYV3dQL1plbXVoWUZ5WVJWOWM1dEc4aUxiWWZ2UmY2NEQ3
bjdibwpXkShP48i4Udx1HforImkBvpBT2t8QmBTwjggE+N31Dtdw82Mf0t26iUyo
ah8GBOlGPXN8jxyBEUgwq/q392bSPbHa5o2KMikwh58Zrhd6uf00Z/VAPLJVOh08
4dvrTGS+603vcDixq7Gbow==
-----END AGE ENCRYPTED FILE-----
""",
    ),
}
"""Whose passphrase opens which file."""


def lock_for_all(path: Path) -> None:
    """Lock a workshop so that any program of the format opens it, and at once."""
    folder = Folder(path, UNSYNCED)
    folder.open()
    keys = {paths.key_name(holder): file for holder, (_words, file) in KEY_FILES.items()}
    locking.lock(path, outside_of(folder.workshop()), Vault.of(SECRET), keys, UNSYNCED)
    folder.close()
