"""Things that are made at the first look, each once."""

import pickle
from functools import partial

from sites import EKVIK, municipality, sites

from sitegen.later import Later


def later(made):
    def make(number):
        made.append(number)
        return number * 10

    return Later([partial(make, number) for number in range(4)])


def test_nothing_is_made_before_somebody_looks_and_each_thing_once():
    made = []
    things = later(made)
    assert (len(things), made) == (4, [])
    assert (things[2], things[-2], made) == (20, 20, [2])
    assert list(things) == [0, 10, 20, 30]
    assert things[1:3] == (10, 20)
    assert made == [2, 0, 1, 3]


def test_it_is_equal_to_and_pickled_as_what_it_stands_for():
    assert later([]) == (0, 10, 20, 30)
    assert later([]) != (0, 10)
    assert {later([]), (0, 10, 20, 30)} == {(0, 10, 20, 30)}
    assert pickle.loads(pickle.dumps(later([]))) == (0, 10, 20, 30)


def test_the_other_languages_of_a_site_are_made_later(tmp_path):
    files = {EKVIK: municipality("Ekvik", "languages: [sv, en, fi]\n")}
    found = sites(tmp_path, files)["ekvik"]
    assert [other.lang for other in found.others] == ["en", "fi"]
    assert found.others[0] is found.others[0]
    assert found.others[0].languages == ("sv", "en", "fi")
