"""Small helps that more than one test module needs."""

from pydantic import TypeAdapter, ValidationError

HERE = "¤"


def refusals(kind, data):
    """The types of the errors that a model or an annotated type finds in ``data``; none when it accepts it."""
    try:
        TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


def read_as(kind, data):
    """``data`` as a model or an annotated type reads it."""
    return TypeAdapter(kind).validate_python(data)


def marked(text):
    """The text without its mark ``¤``, and the line and column where the mark stood, both counted from 1."""
    before, mark, after = text.partition(HERE)
    assert mark, "the case has no mark"
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))
