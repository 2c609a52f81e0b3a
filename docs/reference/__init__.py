"""The reference of commands, fields, rules, messages and views, made from the code: ``python -m docs.reference``."""
