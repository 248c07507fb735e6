"""Equal Say: a workshop for two partners at one keyboard, about having an equal say."""

import os

# Else any package that is installed beside it could read what they type, as pydantic validates it;
# and to look for such packages takes as long as to import half of it.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
