"""The words that the search takes for one another."""

from __future__ import annotations

from collections import Counter

from ita_site.data.model import Agency
from ita_site.publishing import synonyms

OWN = {"name": "เทศบาลตำบลตัวอย่าง", "kind": "เทศบาลตำบล", "district": "เมือง", "province": "ลำปาง"}


def test_the_packaged_words_are_in_one_group_each_and_there_in_their_one_spelling() -> None:
    words = [word for group in synonyms.packaged() for word in group]
    assert all(len(group) > 1 for group in synonyms.packaged())
    assert [word for word, times in Counter(word.casefold().rstrip(".") for word in words).items() if times > 1] == []
    # What holds for the groups of an office holds for ours.
    agency = Agency.model_validate({**OWN, "synonyms": synonyms.packaged()})
    assert agency.synonyms == synonyms.packaged()


def test_an_office_adds_groups_and_words_of_a_group() -> None:
    own = (("ศูนย์ดำรงธรรม", "ศดธ."), ("facebook", "เพจเทศบาล"))
    groups = synonyms.groups(Agency.model_validate({**OWN, "synonyms": own}))
    assert groups[-1] == [*own[0]]
    (facebook,) = [group for group in groups if "Facebook" in group]
    assert facebook[-1] == "เพจเทศบาล"
    assert "facebook" not in facebook
    assert synonyms.groups(Agency.model_validate(OWN)) == [list(group) for group in synonyms.packaged()]
