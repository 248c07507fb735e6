"""Changes of how files are written, kept apart and deleted."""

from ..change import Change

CHANGES = (
    Change(
        "bytes-are-not-synced",
        "rest = rest[count:] «_sync(descriptor, system)»",
        "pass",
        "a power cut leaves an empty file where the agreement was",
        ("tests/robustness/test_power_loss.py",),
    ),
    Change(
        "names-are-not-synced",
        "_discard(temporary, system) raise «confirm()» except _Unconfirmed",
        "pass",
        "a power cut brings back what was saved before",
        ("tests/robustness/test_power_loss.py",),
    ),
    Change(
        "others-may-read-it",
        "_again(system.fchmod, descriptor, «0o600»)",
        "0o644",
        "somebody else on this machine reads their notes",
        ("tests/store/test_atomic.py",),
    ),
    Change(
        "two-windows-write",
        "«self._lock.acquire()» try: must_be_plain(",
        "pass",
        "a second window writes over the first",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "no-good-copy",
        "is not None and data != self._bytes_of(copy): «self._shelf.save(copy, data)»",
        "pass",
        "when a file is broken there is nothing to go back to",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "theirs-is-overwritten",
        "now not in (seen, self._tried.get(path)): «self._conflict(path, now)»",
        "pass",
        "what was changed elsewhere meanwhile is gone",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "forget-takes-what-is-others",
        "return «bool(_OURS.fullmatch(name))» and (",
        "True",
        "to forget a workshop deletes what somebody else keeps in its folder",
        ("tests/store/test_forgetting.py",),
    ),
    Change(
        "forget-while-it-is-open",
        "with «WriterLock(path, system)»: for file in contents(path, system).ours:",
        "__import__('contextlib').nullcontext()",
        "a workshop is deleted under the two who sit at it",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "a-copy-outlives-the-notes",
        "for generation in («path, *conflict_copies(path, self._shelf), copy_beside(path)»):",
        "path,",
        "deleted notes stay in a copy beside them",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "a-conflict-copy-replaces-another",
        "if there in «(None, theirs)»: return",
        "(there,)",
        "of two edits from outside the first is lost",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "a-newer-file-is-opened",
        "if «number > newest»:",
        "False",
        "an older program opens and rewrites what it does not understand",
        ("tests/store/test_one_workshop.py",),
    ),
    Change(
        "a-day-is-overlooked",
        "hinted.append((last_place(name, «hint.day», hint.is_open), name))",
        '""',
        "the couple of today is not at the top of a long list",
        ("tests/store/test_order.py",),
    ),
    Change(
        "a-locked-save-is-plain",
        "«raw = self.vault.seal(data)» atomic.save(self.file(path), raw, self._system)",
        "raw = data",
        "what was saved since it was locked lies there for everybody to read",
        ("tests/store/test_locked.py",),
    ),
    Change(
        "what-is-not-behind-the-lock-goes",
        "«keep_conflict(path, data, shelf)» return True",
        "pass",
        "a file that came back in plain is deleted, and was nowhere else",
        ("tests/store/test_locked.py",),
    ),
)
