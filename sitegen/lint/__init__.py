"""The linter: which pages leave the citizen not knowing whether a decision is needed.

Three origins become one thing to judge: our content (``from_content``), our built pages and anybody's HTML
(``extract``). ``language`` and ``reading`` read prose, ``rules`` judge, ``run`` asks every rule about every subject.
"""
