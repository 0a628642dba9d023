"""Two passages as somebody types them, read and compared: what a rule must make of real sentences."""

from __future__ import annotations

import pytest

from factcheck.pipeline.passages import Passage, compare_passages

TAKEN_BACK = [
    ("The institute estimated that 2,400 hectares had burnt.", "The institute withdrew its estimate of 2,400 hectares burnt."),
    ("Mayor Dora Venn said 17 homes had burnt down.", "Venn took back her figure of 17 homes burnt down."),
    ("Witness Ola Brandt said 14 vans were burnt.", "Ola Brandt withdrew his statement that 14 vans were burnt."),
    ("The ferry line said 90 crew would be laid off.", "The ferry line walked back its claim that 90 crew would be laid off."),
    ("The council said 640 trees were felled.", "The council said its earlier figure of 640 trees felled was wrong."),
]  # fmt: skip
NOT_TAKEN_BACK = [
    ("The council said 640 trees were felled.", "Campaigners said the council was right: 640 trees were felled."),
    ("The council said 640 trees were felled.", "Campaigners said their figure of 300 trees felled was wrong."),
]


@pytest.mark.parametrize(("said", "later"), TAKEN_BACK)
def test_relations_of_texts_taken_back_by_who_said_it(nlp: object, said: str, later: str) -> None:
    a, b = Passage(said, date="2024-05-02"), Passage(later, date="2024-05-04")
    assert compare_passages(a, b).relation == "withdrawn"
    assert compare_passages(b, a).relation == "withdrawn"


@pytest.mark.parametrize(("said", "later"), NOT_TAKEN_BACK)
def test_relations_of_texts_only_its_speaker_takes_back(nlp: object, said: str, later: str) -> None:
    assert compare_passages(Passage(said, date="2024-05-02"), Passage(later, date="2024-05-04")).relation != "withdrawn"


TOLD_APART = [
    ("Each pupil will get 12 books.", "The pupils will get 40,000 books.", "different_scope"),
    ("Every pupil will get 12 books.", "The pupils will get 40,000 books.", "different_scope"),
    ("The pupils will get 12 books apiece.", "The pupils will get 40,000 books.", "different_scope"),
    ("The pupils will get 12 books each.", "The pupils will get 40,000 books.", "different_scope"),
    ("Each of the villages will get 3 buses.", "The villages will get 90 buses.", "different_scope"),
    ("Emissions fell by 12 percent since 1990.", "Emissions fell by 3 percent since 2015.", "different_period"),
    ("Since 1990 emissions have fallen by 12 percent.", "Emissions fell by 3 percent since 2015.", "different_period"),
    ("Sales fell 12 percent from 2019 levels.", "Sales fell 3 percent compared with 2015.", "different_period"),
    ("Emissions fell by 12 percent since 1990.", "Emissions fell by 3 percent.", "cannot_tell"),
    ("Rents rose 12 percent between 2010 and 2020.", "Rents rose 3 percent between 2015 and 2020.", "different_period"),
    ("Sales rose 12 percent since January.", "Sales rose 3 percent since March.", "different_period"),
    ("Since 2014, 4,000 people have been killed.", "Since 2020, 300 people have been killed.", "different_period"),
    ("Police arrested 17 people on Saturday.", "Police arrested 23 people over the weekend.", "different_period"),
    ("Police arrested 17 people on Saturday.", "Police arrested 23 people at the weekend.", "different_period"),
    ("Police arrested 17 people on Saturday.", "Police arrested 23 people over the week.", "different_period"),
    ("Police arrested 17 people on 3 May.", "Police arrested 23 people in May.", "different_period"),
]
STILL_IN_CONFLICT = [
    ("Each pupil will get 12 books.", "Each pupil will get 40 books."),
    ("Each of the 12 pupils passed.", "Each of the 40 pupils passed."),
    ("Emissions fell by 12 percent since 1990.", "Emissions fell by 3 percent since 1990."),
    ("Police arrested 17 people on Saturday.", "Police arrested 23 people on Saturday."),
    ("Police arrested 40 people on Saturday.", "Police arrested 23 people over the weekend."),
    ("Prices rose 12 percent, the most since 1990.", "Prices rose 3 percent."),
    ("Police arrested 17 people over the weekend.", "Police arrested 23 people over the weekend."),
]


@pytest.mark.parametrize("printed", [None, "2024-05-06"])
@pytest.mark.parametrize(("one", "other", "relation"), TOLD_APART)
def test_relations_of_texts_not_told_of_one_thing(
    nlp: object, one: str, other: str, relation: str, printed: str | None
) -> None:
    a, b = Passage(one, date=printed), Passage(other, date=printed)
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


@pytest.mark.parametrize(("one", "other"), STILL_IN_CONFLICT)
def test_relations_of_texts_told_of_one_thing(nlp: object, one: str, other: str) -> None:
    relation = compare_passages(Passage(one, date="2024-05-06"), Passage(other, date="2024-05-06")).relation
    assert relation == "contradiction"


NOT_THE_FACT_ITSELF = [
    ("The jail holds 900 inmates.", "The jail was built for 400 inmates.", "different_measure"),
    ("Some 31,000 fans watched the final.", "The stadium has a capacity of 45,000 fans.", "different_measure"),
    ("The well held 80 micrograms of arsenic.", "The limit is 10 micrograms of arsenic.", "different_measure"),
    ("Nurses won a pay rise of 3 percent.", "Nurses had demanded a pay rise of 9 percent.", "different_measure"),
    ("The library cost 14 million euros.", "The library was originally budgeted at 6 million euros.", "different_modality"),
    ("Salaries before tax averaged 51,000 crowns in 2022.", "After tax, salaries averaged 38,000 crowns in 2022.", "different_measure"),
    ("Rents rose 9 percent in June from a year earlier.", "Rents rose 1 percent in June from the previous month.", "different_period"),
    ("Exports fell 2 percent quarter on quarter.", "Exports fell 11 percent year-on-year.", "different_period"),
    ("The lake fell 3 metres in 2021.", "The lake has fallen 17 metres since 1987.", "different_period"),
    ("The pill cut deaths by 30 percent in children.", "The pill cut deaths by 12 percent in women.", "different_scope"),
    ("The city's workforce is 64,000.", "The workforce of the metropolitan area is 210,000.", "different_scope"),
    ("Burglaries across the country rose to 9,000.", "Burglaries in the city rose to 700.", "different_scope"),
    ("In the first round Ida Lund took 29 percent of the vote.", "In the run-off Ida Lund took 53 percent of the vote.", "different_scope"),
    ("Forecasters expect growth of 2.5 percent in 2023.", "The economy grew 1.1 percent in 2023.", "different_modality"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), NOT_THE_FACT_ITSELF)
def test_relations_of_texts_number_that_is_not_the_fact(nlp: object, one: str, other: str, relation: str) -> None:
    a, b = Passage(one, date="2024-05-06"), Passage(other, date="2024-05-06")
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


ONE_THING_IN_TWO_FORMS = [
    ("A quarter of the 800 seats were empty.", "Some 200 of the seats were empty.", "agree"),
    ("Of the 60 buses, 15 were electric.", "25 percent of the buses were electric.", "agree"),
    ("Of the 60 buses, 15 were electric.", "80 percent of the buses were electric.", "conflict"),
    ("Consumer prices rose 6 percent in May from a year earlier.", "Inflation was 6 percent in May.", "agree"),
    ("Consumer prices rose 9 percent in May from a year earlier.", "Inflation was 6 percent in May.", "conflict"),
    ("Inflation was 6 percent in May.", "Consumer prices rose 1 percent in May from April.", "neither"),
    ("A survey by the Torp institute found that 61 percent of nurses back the deal.", "In the Torp survey, 48 percent of nurses back the deal.", "conflict"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "group"), ONE_THING_IN_TWO_FORMS)
def test_relations_of_texts_one_thing_in_two_forms(nlp: object, one: str, other: str, group: str) -> None:
    a, b = Passage(one, date="2024-06-06"), Passage(other, date="2024-06-06")
    assert compare_passages(a, b).group == group
    assert compare_passages(b, a).group == group


OPENED_ALIKE = [
    (
        "A gas explosion tore through the Ruzin market on Monday. The mayor said 12 people had died.",
        "An explosion destroyed the Ruzin market on Monday. The mayor put the number of dead at 19.",
        "conflict",
    ),
    (
        "The new Ostrava tramway opened on Friday. It cost 80 million crowns.",
        "Passengers rode the new Ostrava tramway for the first time on Friday. Building it cost 130 million crowns.",
        "conflict",
    ),
    (
        "The army denied on Friday that it had shelled the school in Ruzin.",
        "The army shelled the school in Ruzin on Thursday. Parents ran into the street.",
        "conflict",
    ),
    (
        "The new Ostrava tramway opened on Friday. It cost 80 million crowns.",
        "The new Brno bypass opened on Friday. It cost 130 million crowns.",
        "neither",
    ),
]


@pytest.mark.parametrize(("one", "other", "group"), OPENED_ALIKE)
def test_relations_of_texts_opening_says_of_what(nlp: object, one: str, other: str, group: str) -> None:
    a, b = Passage(one, date="2024-05-11"), Passage(other, date="2024-05-11")
    assert compare_passages(a, b).group == group
    assert compare_passages(b, a).group == group


OF_TWO_THINGS = [
    ("Spain took in 800 orphans from the city.", "Portugal took in 250 orphans from the city.", "different_scope"),
    ("Halden have 33 goals after nine games.", "Moss have 12 goals after nine games.", "different_scope"),
    ("She won 12 of the 30 seats in the upper chamber.", "She won 88 of the 200 seats in the lower chamber.", "different_scope"),
    ("Urban households pay 90 euros for water.", "Rural households pay 55 euros for water.", "different_measure"),
    ("Sales of diesel cars fell to 40,000 last year.", "Sales of all cars fell to 310,000 last year.", "different_scope"),
    ("The bank and its branches employ 7,000 people.", "The bank employs 2,600 people.", "different_scope"),
    ("The painting is worth 9 million crowns.", "The painting was insured for 4 million crowns.", "different_measure"),
    ("A third of the 900 shops closed last year.", "Last year 300 of the shops closed.", "equal"),
    ("The crash hurt 30 people, 9 of them children.", "The crash hurt 9 children.", "equal"),
    ("The bank must repay more than a billion crowns, the court ruled.", "The court ordered the bank to repay 1.04 billion crowns.", "compatible_bounds"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), OF_TWO_THINGS)
def test_relations_of_texts_tell_two_things(nlp: object, one: str, other: str, relation: str) -> None:
    a, b = Passage(one, date="2024-05-06"), Passage(other, date="2024-05-06")
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


ONE_THING_IN_OTHER_WORDS = [
    ("The airline lost 80 million crowns in 2022.", "The airline reported a loss of 30 million crowns for 2022.", "contradiction"),
    ("Some 9,000 people left their homes near Ruzin on Monday.", "The fire forced 22,000 people from their homes near Ruzin on Monday.", "contradiction"),
    ("The mill may cut 400 jobs.", "At the mill 900 workers may lose their jobs.", "contradiction"),
    ("The general said the report that 700 prisoners had been shot was a lie.", "Exiles say 700 prisoners have been shot.", "denial"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), ONE_THING_IN_OTHER_WORDS)
def test_relations_of_texts_one_thing_in_other_words(nlp: object, one: str, other: str, relation: str) -> None:
    a, b = Passage(one, date="2024-05-08"), Passage(other, date="2024-05-08")
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


OF_TWO_TIMES_OR_SHARES = [
    ("Every winter 12 hikers die on the ridge.", "So far 95 hikers have died on the ridge.", "different_period"),
    ("Each year 60 cyclists are killed.", "In all 700 cyclists have been killed.", "different_unit"),
    ("Traffic was 20 percent below 2019 levels.", "Traffic was 8 percent below 2015 levels.", "different_period"),
    ("Colonel Ede Rask said no bridge was hit in April.", "Colonel Ede Rask said no bridge was hit in May.", "different_period"),
    ("In the survey 63 percent of tenants support the sale.", "In the survey 58 percent of tenants oppose the sale.", "contradiction"),
    ("In the survey 43 percent of tenants support the sale.", "In the survey 38 percent of tenants oppose the sale.", "different_measure"),
    ("The flood hit Ruzin, a town of 40,000 people.", "The flood injured 60 people in Ruzin.", "different_measure"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), OF_TWO_TIMES_OR_SHARES)
def test_relations_of_texts_times_and_shares(nlp: object, one: str, other: str, relation: str) -> None:
    a, b = Passage(one), Passage(other)
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


TOLD_APART_BY_A_WORD = [
    ("The east wing held 50 patients on Monday.", "The west wing held 12 patients on Monday.", "different_scope"),
    ("Eighty percent of cows given the old feed lived.", "Half of cows given the new feed lived.", "different_measure"),
    ("The blast hurt 12 people at the market.", "The blast hurt 40 people at the harbour.", "different_scope"),
    ("The fair drew 9,000 visitors on its opening day.", "The fair drew 31,000 visitors over four days.", "different_period"),
    ("The 2017 quake killed 12 people in Ruzin.", "Sunday's quake killed 44 people in Ruzin.", "different_period"),
    ("Copper opened at 8,100 crowns a tonne on Monday.", "Copper closed at 8,400 crowns a tonne on Monday.", "different_period"),
    ("The navy has 4,000 sailors.", "The navy sent 300 sailors to the islands.", "cannot_tell"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), TOLD_APART_BY_A_WORD)
def test_relations_of_texts_told_apart_by_one_word(nlp: object, one: str, other: str, relation: str) -> None:
    a, b = Passage(one, date="2024-05-07"), Passage(other, date="2024-05-07")
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


STILL_ONE_THING = [
    ("Of the 70 guests, 12 fell ill, the hotel said.", "The hotel said 31 of the 70 guests fell ill."),
    ("The storm cut power to 60,000 homes on Friday.", "Some 20,000 homes lost electricity in the storm on Friday."),
    ("A judge said Tarn must pay 3 million euros in damages.", "A judge awarded 8 million euros in damages against Tarn."),
    ("The deadly quake killed 12 people in Ruzin.", "The strong quake killed 44 people in Ruzin."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), STILL_ONE_THING)
def test_relations_of_texts_still_one_thing(nlp: object, one: str, other: str) -> None:
    assert compare_passages(Passage(one, date="2024-05-07"), Passage(other, date="2024-05-07")).group == "conflict"


# What one changed sentence makes of two passages: told apart, and, without it, still in conflict.
OF_PASSAGES = [
    ("The silo at Ruzin holds 900 tonnes when full.", "The silo at Ruzin holds 300 tonnes.", "different_measure"),
    ("The silo at Ruzin holds 900 tonnes.", "The silo at Ruzin holds 300 tonnes.", "contradiction"),
    ("In the capital of Kaland, 12 percent of shops stand empty.", "In Kaland, 7 percent of shops stand empty.", "different_scope"),
    ("In northern Kaland, 12 percent of shops stand empty.", "In Kaland, 7 percent of shops stand empty.", "different_scope"),
    ("In Kaland's capital, 12 percent of shops stand empty.", "Across Kaland, 7 percent of shops stand empty.", "different_scope"),
    ("In Kaland, 12 percent of shops stand empty.", "Across Kaland, 7 percent of shops stand empty.", "contradiction"),
    ("A gas blast tore through a restaurant in Ruzin on Friday. Four people died.", "A gas blast at a petrol station in Ruzin on Friday left seven people dead.", "different_scope"),
    ("A gas blast shook Ruzin on Friday. Four people died.", "A gas blast in Ruzin on Friday left seven people dead.", "contradiction"),
    ("The mill spent 9 million crowns on wages.", "The mill spent 4 million crowns on new looms.", "different_measure"),
    ("The mill spent 9 million crowns on new looms.", "The mill spent 4 million crowns on looms.", "contradiction"),
    ("The mill spent 9 million crowns on the project.", "The mill spent 4 million crowns on looms.", "contradiction"),
    ("In the cup, Ruzin scored 12 goals.", "Ruzin scored 30 goals in all competitions.", "different_scope"),
    ("In the cup, Ruzin scored 12 goals.", "Ruzin scored 30 goals in the cup.", "contradiction"),
    ("Traders believe shares in Ruzin Mills are worth 12 euros.", "Shares in Ruzin Mills closed at 9 euros.", "different_measure"),
    ("Last summer 60 hikers were rescued in Ruzin.", "This summer 35 hikers were rescued in Ruzin.", "different_period"),
    ("This summer 60 hikers were rescued in Ruzin.", "This summer 35 hikers were rescued in Ruzin.", "contradiction"),
    ("The school lent out 900 books in May.", "Pupils borrowed 400 books from the city school in May.", "contradiction"),
    ("Trawlers from Ruzin landed 900 tonnes of cod on Friday.", "The cod catch at Ruzin came to 400 tonnes on Friday.", "contradiction"),
    ("The flood forced 900 people in Ruzin to leave their homes.", "In Ruzin 400 people had to flee their homes in the flood.", "contradiction"),
    ("The crash in Ruzin hurt 30 people on Friday.", "A crash happened in Ruzin on Friday. Thirty people were hurt. Six are in a critical condition.", "equal"),
    ("The crash in Ruzin hurt 30 people on Friday.", "A crash happened in Ruzin on Friday. Some 44 people were hurt.", "contradiction"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), OF_PASSAGES)
def test_relations_of_texts_of_short_passages(nlp: object, one: str, other: str, relation: str) -> None:
    a, b = Passage(one, date="2024-05-06", source="Post"), Passage(other, date="2024-05-06", source="Herald")
    assert compare_passages(a, b).relation == relation
    assert compare_passages(b, a).relation == relation


JAILED = [
    ("The ex-mayor Ede Rask was jailed for six years for theft on Friday.", True),
    ("Ede Rask stood in court on Friday. A judge sentenced him to six years in jail.", True),
    ("Ede Rask's driver was jailed for six years on Friday.", False),
    ("Ede Rask stood in court on Friday. The prosecutor asked the judge for six years.", False),
    ("Ola Venn was jailed for six years for theft on Friday.", False),
]


@pytest.mark.parametrize(("one", "conflict"), JAILED)
def test_relations_of_texts_one_persons_sentence(nlp: object, one: str, conflict: bool) -> None:
    other = Passage("Ede Rask was sentenced to four years in prison on Friday.", date="2024-05-11")
    assert (compare_passages(Passage(one, date="2024-05-11"), other).group == "conflict") is conflict


TIMES_OF_PASSAGES = [
    ("The mill made a profit of $4 million in the second quarter.", "The mill told of its second-quarter results. The profit was $7 million.", "contradiction"),
    ("The mill made a profit of $4 million in the second quarter.", "The mill told of its third-quarter results. The profit was $7 million.", "cannot_tell"),
    ("The port shipped 8 million tonnes of coal in the 2024 shipping season.", "The port shipped 5 million tonnes of coal in the 2024 shipping season.", "contradiction"),
    ("The port shipped 8 million tonnes of coal in the 2024 shipping season.", "The port shipped 5 million tonnes of coal in the 2023 shipping season.", "different_period"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), TIMES_OF_PASSAGES)
def test_relations_of_texts_time_told_around(nlp: object, one: str, other: str, relation: str) -> None:
    assert compare_passages(Passage(one, date="2025-07-20"), Passage(other, date="2025-07-25")).relation == relation
