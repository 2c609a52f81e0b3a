"""Spreadsheets: content as tables, tables as content. Its story is ``sitegen/exchanging.py``; it imports no stage."""
