"""Equal Say: a workshop for two partners at one keyboard, about having an equal say."""

import os

from workshop.doors import shut

shut(os.environ)  # here, since Textual reads it while it is imported, whoever imports it
