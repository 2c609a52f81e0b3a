"""The pages of a project as they are now: watch, read again, show, load anew. ``sitegen/serving.py`` is the story."""
