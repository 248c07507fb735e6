"""Content files and the models they become: found, loaded, checked."""
