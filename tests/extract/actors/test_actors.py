import datetime as dt
from dataclasses import replace

import pytest

from sijill.arabic.numerals import find_numbers
from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import ActorMention, Document
from sijill.extract.actors.actors import find_actors, name_span
from sijill.pipeline import read_document


def read(text: str, day: str | None = "2017-03-01") -> Document:
    tokens = tokenize(text)
    published = dt.date.fromisoformat(day) if day else None
    return find_actors(replace(Document(text, "d", published=published), tokens=tokens,
                               sentences=split_sentences(text, tokens)))


def mentions(text: str, day: str | None = "2017-03-01") -> list[tuple[str, str, str]]:
    document = read(text, day)
    return [(text[m.start : m.end], m.kind, m.ids[0]) for m in document.actors or ()]


def only(text: str) -> ActorMention:
    document = read(text)
    assert document.actors is not None and len(document.actors) == 1, mentions(text)
    return document.actors[0]


def test_head_and_nationality_across_words() -> None:
    """A head takes the state whose nationality follows, over adjectives, quotes and hedges."""
    assert mentions("حلقت طائرات كبيرة روسية") == [("طائرات كبيرة روسية", "composed", "RUS_AF")]
    assert mentions('حلقت طائرات "ميغ 29" عراقية')[0][2] == "IRQ_AIRFORCE"
    assert mentions("حلقت طائرات يعتقد أنها تركية")[0][2] == "TUR_AIRFORCE"
    assert mentions("حلقت طائرات فوق القرية")[0][2] == "HEAD:air"


def test_direction_is_no_nationality() -> None:
    """An adjective of direction makes no state of its noun."""
    assert all("Korea" not in i for m in read("هاجم مسلحون جنوبيون نقطة عسكرية").actors or () for i in m.ids)


def test_a_town_is_no_homeland() -> None:
    """A head owned by "his country" is its speaker's; "a town" right behind a head, or its nation, owns nothing."""
    assert mentions("قال الوزير إن جيش بلده مستعد")[-1][2] == "OWN:force"
    assert mentions("وتعهد بأن قوات بلاده ستنسحب")[-1][2] == "OWN:force"
    assert mentions("وهاجمت قوات بلدة العشارة")[0] == ("قوات", "anaphor", "HEAD:force")
    assert mentions("دخل الجيش اللبناني بلدة عرسال")[0][:2] == ("الجيش اللبناني", "name")
    assert mentions("قصفت مقاتلات روسية بلدةً في الجنوب")[0][::2] == ("مقاتلات روسية", "RUS_AF")
    assert mentions("قصفت مقاتلات روسية بلده الشرقية")[0][::2] == ("مقاتلات روسية", "RUS_AF")


def test_leader_past_his_title() -> None:
    """A leader's title stands between a head and its owner, and other words do not."""
    found = mentions("تقدمت قوات الرئيس السوري بشار الأسد", "2015-06-01")
    assert found[0][2] == "SYR_ARMY"
    assert mentions("تقدمت قوات صباح اليوم")[0][2] == "HEAD:force"


def test_a_leader_in_a_group_is_of_the_group() -> None:
    """Fighters "in" a group are the group's, past what they are called; those in a country or a town are not its."""
    for words in ("قيادي بارز في تنظيم القاعدة", "قياديا كبيرا بتنظيم القاعدة", "عنصران في تنظيم القاعدة"):
        assert only(f"قتل {words} أمس.").ids[0] == "AL_QAEDA"
    assert only("قتل ضابط في الجيش العراقي أمس.").ids[0] == "IRQ_ARMY"
    for place in ("سوريا", "بغداد", "صنعاء"):
        assert mentions(f"قتل عناصر في {place} أمس.")[0][2] == "HEAD:fighter"


def test_who_backs_a_former_president_is_not_the_present_ones() -> None:
    """The forces loyal to a former president are not those of the government that fights them."""
    text = "اشتبكت المقاومة مع القوات الموالية للرئيس اليمني السابق علي صالح في عدن."
    assert "SALEH_FORCES" in [ids for *_, ids in mentions(text, "2015-08-01")]


def test_backed_forces_are_not_their_backer() -> None:
    """Forces that a side backs are its allies, never the side itself."""
    ids = only("تقدمت قوات مدعومة من التحالف العربي").ids
    assert "YEM_GOV_FORCES" in ids and "SAUDI_COALITION" not in ids


def test_opponents_are_not_whom_they_oppose() -> None:
    """Fighters against a side are of the camps that fight it."""
    ids = only("هاجم مقاتلون مناهضون للحوثيين القرية").ids
    assert "POPRES_YEM" in ids and "HOUTHIS" not in ids


def test_tied_to_them() -> None:
    """A tie to a pronoun waits for whoever was named."""
    assert only("تقدمت فصائل محلية موالية لها").ids == ("ALLY:irregular",)


def test_own_forces() -> None:
    """Forces with a pronoun or of "his country" wait for whose they are."""
    assert only("قال إن قواته انسحبت").ids == ("OWN:force",)
    assert only("قال إن قوات بلاده انسحبت").ids == ("OWN:force",)
    assert only("قال إن قواتنا تقدمت").ids == ("OWN:force",)


def test_outsider() -> None:
    """A well-known group outside the registry is found by name, its fighters too."""
    assert mentions("هاجم مسلحو بوكو حرام القرية")[0][2] == "NEW:Boko Haram"
    assert mentions("سيطرت طالبان على الولاية")[0][2] == "NEW:Taliban"


def test_people_with_their_nationality() -> None:
    """A person and the nationality after it are one mention of civilians."""
    assert mentions("أصيب عامل باكستاني") == [("عامل باكستاني", "people", "CIVILIANS")]


def test_nationality_alone_may_be_people() -> None:
    """A nationality alone is the state or its people; a number before it bars the country's name."""
    assert only("أصيب 12 سوريا").ids == ("COUNTRY:SYR", "CIVILIANS")
    assert only("تقع القرية في سوريا").ids[0] == "COUNTRY:SYR"
    assert only("تقع القرية في سوريا").rule == "registry.country"


def test_counted_nationals_are_people() -> None:
    """Nationals that are counted are people; their state may be meant only where they are not."""
    text = "اعتقلت الشرطة أربعة يمنيين قرب السفارة"
    tokens = tokenize(text)
    document = find_numbers(Document(text, "d", tokens=tokens, sentences=split_sentences(text, tokens)))
    assert [m.ids for m in find_actors(document).actors or () if m.rule.startswith("nationality")] == [("CIVILIANS",)]


def test_private_names_are_nobody() -> None:
    """A private person's name is no actor."""
    assert mentions("قال سمير إن الطريق مقطوع") == []


def test_a_word_for_a_sort_of_group_is_no_part_of_its_name() -> None:
    """Of the group "X" the name is X; of the brigade "X" it is the whole."""
    document = read_document('هاجمت مجموعات "ريح الجبل" الثكنة. وهاجم لواء "فجر الصحراء" المطار.')
    new = [m for m in document.actors or () if m.kind == "new"]
    assert [m.ids for m in new] == [("NEW:ريح الجبل",), ('NEW:لواء "فجر الصحراء"',)]
    spans = [name_span(m, document) for m in new]
    assert [document.text[start:end] for start, end in spans] == ["ريح الجبل", 'لواء "فجر الصحراء"']


@pytest.mark.parametrize(("text", "name"), [
    ("قتل متشدد من حركة الشباب في مقديشو.", "حركة الشباب"),
    ("اعتقل الجيش أحد القياديين بحركة طالبان.", "حركة طالبان"),
    ("قصفت الطائرات مواقع لطالبان في قندوز.", "طالبان"),
    ("قصفت الطائرات مقر حركة طالبان في قندوز.", "حركة طالبان"),
])
def test_a_man_from_a_group_goes_by_its_name(text: str, name: str) -> None:
    """Of a man from a group, a leader in it, or its positions, the span is the group's name."""
    document = read_document(text)
    assert name in [text[start:end] for start, end in (name_span(m, document) for m in document.actors or ())]


@pytest.mark.parametrize(("text", "side"), [
    ("هاجم مسلحو طالبان القرية.", "مسلحو طالبان"), ("قتل جنديان من تشاد.", "جنديان من تشاد"),
])
def test_men_without_from_go_by_their_own_name(text: str, side: str) -> None:
    """A group's fighters, named with it, and soldiers from a country are told as they stand."""
    document = read_document(text)
    assert side in [text[start:end] for start, end in (name_span(m, document) for m in document.actors or ())]


def test_an_adjective_of_another_noun_is_no_side() -> None:
    """"The National" is a side where it stands alone, and none in "the National Museum" or "terrorist attack"."""
    for text in ("زاروا المتحف الوطني.", "استمرت الضربات الجوية.", "وقع الهجوم الإرهابي أمس."):
        assert mentions(text) == [], text
    assert [m[2] for m in mentions("وتقدم الوطني في المدينة.")] == ["SNA"]
    assert [m[2] for m in mentions("هاجم الحوثيون الشرعية.")] == ["HOUTHIS", "YEM_GOV"]


def test_a_group_of_some_sort_is_the_unit_of_its_name() -> None:
    """"the X groups" and "the X Brigade" are one side; two brigades of one name are two."""
    def ids(text: str) -> list[str]:
        return [m.ids[0] for m in read_document(text).actors or () if m.kind == "new"]

    one, same = ids('اشتبك "لواء فجر الصحراء" مع الجيش. وهاجمت مجموعات "فجر الصحراء" الثكنة.')
    assert one == same
    one, other = ids('اشتبك "لواء فجر الصحراء" مع الجيش. وهاجمت "كتيبة فجر الصحراء" الثكنة.')
    assert one != other


def test_a_projectile_is_a_side_only_by_its_owner() -> None:
    """Rockets that nobody is said to own stand for no side; rockets of a side stand for it."""
    assert mentions("سقطت صواريخ كاتيوشا على القرية") == []
    assert mentions("أصابت الصواريخ القرية") == []
    assert mentions("أصابت صواريخ روسية القرية")[0][2] == "RUS_ARMED"
    assert mentions("تقدمت دبابات نحو القرية")[0][2] == "HEAD:force"


def test_rockets_from_a_country_are_not_of_its_army() -> None:
    """Rockets "from Syria" come from its soil, those "of Hezbollah" are its own."""
    assert "SYR_ARMY" not in [one for *_, one in mentions("أصابت صواريخ من سوريا القرية")]
    assert mentions("أصابت صواريخ من حزب الله القرية")[0][2] == "HEZBOLLAH"


def test_air_strikes_are_a_side_only_by_their_owner() -> None:
    """"Air strikes" by themselves stand for no air force, those of a coalition and "the raids" for whose they are."""
    assert mentions("قتل ثلاثة في ضربات جوية على القرية") == []
    assert mentions("نفذت ضربات جوية روسية على القرية")[0][2].startswith("RUS")
    assert mentions("قتل ثلاثة في غارات على القرية")[0][2] == "HEAD:air"


def test_engineers_of_an_army_are_its_men() -> None:
    """"Elements of the military engineers" are of an army, engineers by themselves are of none."""
    assert mentions("دمرت عناصر المهندسين العسكريين عبوة قرب القرية")[0][2] == "HEAD:force"
    assert "HEAD:force" not in [one for *_, one in mentions("وصل المهندسون إلى القرية")]


def test_in_front_of_a_mosque_is_no_imam() -> None:
    """A bomb "in front of a mosque", spelled like its imam but for the hamza, is told of nobody."""
    assert mentions("انفجرت قنبلة أمام مسجد القرية") == []
    assert [one for *_, one in mentions("قتل إمام مسجد القرية")] == ["CIVILIANS"]


def test_the_capture_of_some_is_no_families() -> None:
    """What is spelled like "families" and has a number, or those who are counted, behind it is a capture."""
    for counted in ("12 من خصومه", "أربعة من خصومه", "العشرات من خصومه", "عدد كبير من خصومه"):
        document = read_document(f"أعلن اللواء أسر {counted}")
        assert "أسر" not in [document.text[m.start : m.end] for m in document.actors or ()]
    assert "أسر" in [text for text, *_ in mentions("زار القائد أسر الضحايا")]
    monks = read_document("أصيب رهبان ثلاثة في القرية").actors or ()
    assert [m.ids[0] for m in monks] == ["CIVILIANS"]
    assert mentions("نزحت أسر من القرية")[0][2] == "CIVILIANS"


def test_a_town_behind_a_state_army_is_not_the_speakers_homeland() -> None:
    """Folding spells "town" like "his country": where the nationality is said, it ends the name of the side."""
    assert mentions("دخل الجيش السوري بلدة كسب")[0][:2] == ("الجيش السوري", "name")
    assert mentions("دخلت دبابات سورية بلدة كسب")[0] == ("دبابات سورية", "composed", "SYR_ARMY")
    assert mentions("دافع عن جيش بلده")[0][2] == "OWN:force"


def test_a_people_without_forces_of_a_state_are_persons() -> None:
    """Of a people that no state's forces stand for, a nationality alone means persons, and never an adjective."""
    assert mentions("أصيب ثلاثة فلسطينيين قرب القرية") == [("فلسطينيين", "people", "CIVILIANS")]
    assert mentions("اعتقل فلسطيني في البلدة") == [("فلسطيني", "people", "CIVILIANS")]
    assert mentions("تظاهر الفلسطينيون في البلدة") == [("الفلسطينيون", "people", "CIVILIANS")]
    assert mentions("زار البلدة الفلسطينية") == []
    assert mentions("نشر بيان فلسطيني") == []
    assert mentions("أجهزة الأمن الفلسطينية")[0][2] == "PA_SECURITY"


def test_a_feminine_ending_is_no_pronoun() -> None:
    """"Military" and "security" (adjectives) are not somebody's soldiers and police, though folding writes them so."""
    assert mentions("خلال حملة عسكرية واسعة") == []
    assert mentions("ضمن ترتيب أمني جديد") == []
    assert mentions("عاد مع جنوده")[0][2] == "OWN:force"


def test_words_that_only_folding_writes_alike_are_no_heads() -> None:
    """"To it" is no vehicle and "in front of" no preacher: their alif is another."""
    assert mentions("وصل إليه وفد") == mentions("وصل وفد")
    assert mentions("وقف أمام المبنى") == []
    assert mentions("احترقت آلية قرب المبنى") == [("آلية", "anaphor", "HEAD:force")]


def test_a_word_that_describes_a_noun_is_nobody() -> None:
    """"A military source" has no soldier in it; "a soldier was killed" has, and so has "the killing of a soldier"."""
    assert mentions("ذكر مصدر عسكري ذلك") == []
    assert mentions("قتل عسكري في البلدة")[0][0] == "عسكري"
    assert mentions("بعد مقتل عسكري في البلدة")[0][0] == "عسكري"


def test_a_noun_with_an_article_owns_no_bare_noun_behind_it() -> None:
    """In "the resistance besieged militias of A" the first noun is not A's."""
    found = mentions("حاصرت الفصائل ميليشيات الحوثي")
    assert [m[0] for m in found] == ["الفصائل", "ميليشيات الحوثي"]


def test_people_by_trade_and_age() -> None:
    """People are told by their trade, age or errand, in every number and gender."""
    for word in ("متسوقين", "باعة", "فتيان", "زائرا", "طالبتين", "مريضان", "راهبات", "معتمرون", "متنزهين"):
        assert mentions(f"أصاب الرصاص {word} في السوق")[-1][1:] == ("people", "CIVILIANS"), word
    for word in ("متظاهران", "المحتشدين", "المشاركين في المسيرة", "ثوار أم درمان"):
        assert mentions(f"فرقت الشرطة {word} قرب الجسر")[-1][1:] == ("people", "PROTESTERS"), word
    for word in ("نزيلا", "سجينات", "أسيرة", "موقوفين"):
        assert mentions(f"نقلت الحافلة {word} إلى المعبر")[-1][2] == "CIV_PRISONERS", word
    for text in ("وصلت مجموعة متعهدة بالوفاء", "زار المعرض الفني", "عبرت البحار", "دمرت مدرسة وصيدلية"):
        assert all(ids != "CIVILIANS" for *_, ids in mentions(text)), text


def test_a_woman_who_reports_is_a_person() -> None:
    """A correspondent or colleague is a person as a woman too, with the article and without; a report is nobody."""
    assert mentions("قتلت المراسلة أمام المسجد.") == [("المراسلة", "people", "CIVILIANS")]
    assert mentions("قتلت زميلة لنا أمام المسجد.") == [("زميلة", "people", "CIVILIANS")]
    assert mentions("نشرت رسالة أمام المسجد.") == []


def test_counted_people_of_a_nation_in_the_singular() -> None:
    """Behind a number a nationality names people, whatever its number; elsewhere the singular describes a noun."""
    text = "أصيب أكثر من 200 فلسطيني عند السياج"
    document = replace(read(text), actors=None)
    found = find_actors(find_numbers(document)).actors or ()
    assert [text[m.start : m.end] for m in found] == ["فلسطيني"]
    assert mentions("قال مصدر فلسطيني إن الطريق مغلق") == []


def test_names_in_latin_letters() -> None:
    """A side may be named in Latin letters, with a head before it too."""
    assert mentions("هاجم مسلحو PKK نقطة في الجبل")[0] == ("مسلحو PKK", "composed", "PKK")
    assert mentions("قالت YPG إن القرية هادئة")[0] == ("YPG", "name", "YPG")
    assert mentions("نشر CD جديد") == []


def test_names_across_a_slash() -> None:
    """Two names of one side with a slash between are one mention."""
    assert mentions("قتل عنصر من ي ب ك/ بي كا كا في القرية")[-1][2] == "YPG"


def test_elided_article_of_a_word_with_lam() -> None:
    """"For the brigade", written with two lams of three, is told as "for the army" is."""
    assert mentions("استهدف القصف حاجزا للجان الشعبية")[-1][0].endswith("للجان الشعبية")


def test_sunset_is_no_country() -> None:
    """The prayer at sunset is no Morocco; the state is."""
    assert mentions("قتل الجندي عند أذان المغرب") [-1][0] == "الجندي"
    assert all(ids != "COUNTRY:MAR" for *_, ids in mentions("وقع الانفجار بعد صلاة المغرب"))
    assert mentions("أعلن المغرب إغلاق المعبر")[0][2] == "COUNTRY:MAR"


def test_broken_plurals_of_nations() -> None:
    """Plurals like "Americans", "Spaniards", "Russians" name the state of soldiers as the nisba does."""
    assert mentions("جرح جنود إسبان في كمين")[0][::2] == ("جنود إسبان", "NEW:Military Forces of Spain")
    assert mentions("أوقف جنود أمريكان سيارة")[0][2] == "US_FORCES"
    assert mentions("وصل ضباط ألمان إلى القاعدة")[0][2] == "NEW:Military Forces of Germany"
    assert mentions("تقدم الجيش الموريتاني في الغابة")[0][2] == "NEW:Military Forces of Mauritania"
    assert mentions("انتشر الجيش الوطني الصومالي في المدينة")[0][2] == "NEW:Military Forces of Somalia"


def test_officials_of_a_group_beside_a_state() -> None:
    """What a group that fights beside a state owns or heads is the group's, not the state's."""
    assert mentions("قتل مسؤول حزب الله في البلدة")[0][2] == "HEZBOLLAH"
    assert mentions("أطلقت مسيرات حزب الله صواريخ")[0][2] == "HEZBOLLAH"
    assert mentions("نفى الجيش وقوع اعتداء من جانب الحشد الشعبي")[-1][2] == "PMF"
    assert mentions("قتل مسؤول لبناني في البلدة")[0][2] == "LBN_GOV"


def test_the_ministry_of_defence_is_a_states() -> None:
    """A ministry of defence is of the state that is named or meant, of no militia whose name sounds alike."""
    assert mentions("قالت وزارة الدفاع إن القوات تقدمت")[0][2] == "HEAD:gov"
    assert mentions("قالت وزارة الدفاع الإيطالية إن جنديا جرح")[0][2] == "NEW:Government of Italy"


def test_an_adjective_agrees_with_its_noun() -> None:
    """A word without an article describes no noun that has one."""
    assert mentions("أطلقت المليشيا مسيرة نحو الجسر")[0][0] == "المليشيا"
    assert mentions("أطلقت القوات المدرعة النار")[0][0] == "القوات المدرعة"


def test_words_that_describe_a_name_leave_it_its_side() -> None:
    """A name with one more adjective behind it is still the side of that name."""
    assert mentions("قصفت قوات الدعم السريع المشتركة الحي", "2024-01-01")[0][2] == "RSF"


def test_a_bomber_who_drives() -> None:
    """Behind a word with a pronoun a bomber is a person; behind a noun of his own form the word describes it."""
    assert mentions("انفجرت سيارة يقودها انتحاري عند البوابة")[-1][0] == "انتحاري"
    assert all(name != "انتحاري" for name, *_ in mentions("وقع هجوم انتحاري عند البوابة"))


def test_an_adjective_of_what_somebody_has_is_nobody() -> None:
    """"His journalistic duty" and "its military presence" have no journalist or soldier in them, "drives it" has."""
    for words in ("يؤدي واجبه الصحفي", "عززت وجودها العسكري", "في مجمعها الدبلوماسي"):
        assert mentions(f"قيل إنه {words} هناك") == [], words
    for words in ("كانت يقودها الانتحاري", "وصل برفقة الصحفي"):
        assert len(mentions(f"قيل إنها {words} هناك")) == 1, words


def test_units_by_ordinal_and_vehicles() -> None:
    """A numbered unit, a vehicle or a post of soldiers stands for forces; one that has a name of its own goes by it."""
    for word in ("اللواء الثالث", "الفوج الخامس", "باص مبيت", "ناقلة جند", "غواصة", "الثكنة العسكرية", "حامية"):
        assert mentions(f"استهدف القصف {word} ليلا")[-1][2] == "HEAD:force", word
    assert mentions("استهدف القصف مقرات أمنية ليلا")[-1][2] == "HEAD:police"
    assert mentions("استهدف القصف الفرقة الرابعة السورية", "2016-01-01")[-1][2] == "SYR_4DIV"


def test_a_leader_joined_to_a_side_is_a_side() -> None:
    """Two owners of one head are two sides; a name that others bear too is none alone, or joined to no side."""
    found = mentions("قصفت مليشيات الحوثي والمخلوع صالح القرية", "2015-08-01")
    assert [ids for *_, ids in found] == ["HOUTHIS", "SALEH_FORCES"]
    assert [ids for *_, ids in mentions("انسحب الحوثيون وصالح من البلدة", "2015-08-01")] == ["HOUTHIS", "SALEH_FORCES"]
    assert not mentions("عاد محمود وصالح مساء أمس", "2015-08-01")
    assert [ids for *_, ids in mentions("هذا الأمر لصالح الحوثيين", "2015-08-01")] == ["HOUTHIS"]
    both = mentions("تقدمت قوات الجيش والمقاومة الشعبية", "2015-08-01")
    assert [words for words, *_ in both] == ["قوات الجيش", "المقاومة الشعبية"]


def test_forces_of_an_army_loyal_to_a_former_leader() -> None:
    """Titles with "to" stand between a tie and a leader; the army itself stays where no leader is named."""
    for words in ("قوات موالية للرئيس المخلوع علي صالح", "وحدات عسكرية موالية للرئيس السابق علي صالح",
                  "مقاتلين موالين لصالح"):
        assert read(f"قتل عشرات من {words} أمس.", "2015-08-01").actors[-1].ids == ("SALEH_FORCES",), words  # type: ignore[index]
    army = mentions("وصلت وحدات من الجيش موالية للحكومة", "2015-08-01")
    assert all(ids != "SALEH_FORCES" for *_, ids in army)


def test_who_is_loyal_to_a_group_is_of_it() -> None:
    """Forces loyal to an armed group are its own, those loyal to a state are the groups that it backs."""
    assert only("أطلقت القوات الموالية للحوثيين صواريخ").ids == ("HOUTHIS",)
    assert "TUR_ARMED" not in only("هاجم مقاتلون مدعومون من تركيا قرية").ids


def test_irregulars_against_a_group_are_no_army() -> None:
    """Factions that oppose a group are armed groups; forces that do may be an army."""
    assert "YEM_GOV_FORCES" not in only("تقدمت فصائل تعارض الحوثيين").ids
    assert "YEM_GOV_FORCES" in only("تقدمت قوات معارضة للحوثيين").ids


def test_a_uniform_is_no_side() -> None:
    """Who wears the dress of a force is not of it."""
    assert [ids for *_, ids in mentions("صوب رجل يرتدي زي الشرطة العراقية بندقيته")] == ["CIVILIANS"]
    assert mentions("أطلق رجل من الشرطة العراقية النار")[-1][2].startswith("IRQ")


def test_a_full_plural_has_no_victim_for_an_owner() -> None:
    """Gunmen who killed teachers are not of the teachers."""
    assert [ids for *_, ids in mentions("اغتال مسلحون مرشحا أمس")][0] != "CIVILIANS"
    assert mentions("اغتال مسلحون معلمين أمس")[0][0] == "مسلحون"


def test_a_full_plural_is_no_union_of_states() -> None:
    """Extremists who attacked a mission are not of the mission; of a group they may be, the ending kept by mistake."""
    assert [words for words, *_ in mentions("هاجم متشددون بعثة حفظ السلام فجرا")] == ["متشددون", "بعثة حفظ السلام"]
    assert mentions("هاجم مسلحين جبهة النصرة القرية فجرا")[0][0] == "مسلحين جبهة النصرة"


def test_a_national_who_is_hurt_is_a_person() -> None:
    """An indefinite nationality behind a deed done to it is a man; of a noun before it it is a state."""
    for text in ("أصيب عراقي في التفجير", "مقتل سوري برصاص مجهولين", "قتل جندي أمريكي وأفغانيان في الهجوم",
                 "احتجز عدد منهم بينهم فرنسيان"):
        assert mentions(text)[-1][2] == "CIVILIANS" or "CIVILIANS" in [i for *_, i in mentions(text)], text
    assert mentions("وقع قصف تركي على القرية")[0][2] == "COUNTRY:TUR"
    assert mentions("شنت غارات روسية وسورية")[-1][2] != "CIVILIANS"


def test_the_command_of_an_air_force_is_the_air_force() -> None:
    """An official of a branch of a state is of the branch, one of a country is of its government."""
    assert only("نفذت قيادة القوة الجوية العراقية طلعات").ids == ("IRQ_AIRFORCE",)
    assert only("وصل وزير الدفاع العراقي أمس").ids[0] == "IRQ_GOV"


def test_the_second_state_of_one_head() -> None:
    """Two nationalities of one head are two armies; a man joined to a soldier is no army."""
    assert [ids for *_, ids in mentions("سيرت القوات التركية والروسية دورية")][:2] == ["TUR_ARMED", "RUS_ARMED"]
    assert mentions("وصلت قوات تركية وعراقية إلى القرية")[1][2] == "IRQ_ARMY"
    assert mentions("قتل جندي تركي وعراقيان أمس")[1][2] == "CIVILIANS"
    assert mentions("وصلت القوات التركية وروسيا تراقب")[1][0] == "روسيا"


def test_the_object_of_forces_is_not_their_owner() -> None:
    """Men in a plural do not describe forces with an article, they are their object; an adjective describes them."""
    assert [words for words, *_ in mentions("قصفت القوات الحكومية الحوثيين أمس", "2016-03-01")] == [
        "القوات الحكومية", "الحوثيين"]
    assert [words for words, *_ in mentions("فرقت قوات الأمن المتظاهرين بالغاز", "2016-03-01")] == [
        "قوات الأمن", "المتظاهرين"]
    assert [words for words, *_ in mentions("قتلت القوات المهاجمين الأربعة", "2016-03-01")] == ["القوات", "المهاجمين"]
    assert only("قتل عناصر الأمن الحوثيين أمس").ids == ("HOUTHIS",)
    assert [words for words, *_ in mentions("قصفت طائرات الحوثيين البلدة", "2016-03-01")][0] == "طائرات الحوثيين"
    assert only("وصل الجنود الحوثيون أمس").ids == ("HOUTHIS",)
    assert only("زار الرئيس بوتين المدينة").ids == ("RUS_GOV",)


def test_the_militias_that_belong_to_it() -> None:
    """Militias "that belong to it" are its allies; its own forces are itself."""
    assert mentions("تقدم الجيش السوري والمليشيات التابعة له", "2015-01-01")[-1][2] == "ALLY:irregular"
    assert mentions("أعلنت تركيا أن القوات التابعة لها انسحبت")[-1][2] == "OWN:force"


def test_a_name_across_a_dash() -> None:
    """A dash inside a name that is known is passed over, one between two sides is not."""
    assert only("مجموعات الجبهة الشعبية - القيادة العامة").ids == ("PFLP_GC",)
    assert len(mentions("تركيا - روسيا")) == 2


def test_a_capital_behind_a_word_for_a_province_is_a_place() -> None:
    """"The countryside of" a capital, or "north of" it, is no government; the capital that says something is."""
    assert not mentions("سقطت قذائف في ريف دمشق أمس")
    assert not mentions("سقطت قذائف شمالي الخرطوم وفي قلب بغداد أمس")
    assert mentions("ردت دمشق على البيان")[0][2] in ("SYR_GOV", "COUNTRY:SYR")


def test_the_outskirts_and_second_adjectives_are_no_sides() -> None:
    """What describes a side or a place is no side of its own."""
    assert not mentions("شهدت الأطراف الغربية للبلدة هدوءا")
    assert [words for words, *_ in mentions("اشتبكت الفصائل المعارضة والمقاتلة مساء")] == ["الفصائل المعارضة"]
    assert len(mentions("قصف الجيش السوري والمقاتلة الروسية التل")) == 2
    assert [words for words, *_ in mentions("اعتقل 20 متطرفا مشتبها بهم")] == ["متطرفا"]
    assert mentions("اعتقلت مشتبها به أمس")[0][2] == "CIVILIANS"


def test_soldiers_from_a_country_are_its_army() -> None:
    """Soldiers "from" a country are its soldiers; fighters from it, or soldiers in it, need not be."""
    assert mentions("قتل جنديان من تشاد أمس")[0][2] == "TCD_FORCES"
    assert mentions("قتل مقاتلون من تشاد أمس")[0][2] != "TCD_FORCES"
    assert mentions("قتل جنديان في تشاد أمس")[0][2] == "HEAD:force"


def test_a_nationality_in_the_name_of_a_land_or_house_is_no_side() -> None:
    """The states of a border, a capital and a hospital are in its name; of guards and of who attacks they are sides."""
    for text in ("وقعت حوادث على الحدود العراقية السورية.", "وقعت حوادث على الحدود السورية - التركية.",
                 "انفجرت سيارة في العاصمة السورية.", "أغلق الجسر الإيطالي أمس."):
        assert mentions(text) == [], text
    assert mentions("هاجم حرس الحدود السعودي تلة.")[0][2] == "SAU_ARMED"
    assert [i for *_, i in mentions("عبرت الحدود القوات العراقية.")] == ["IRQ_ARMY"]
    assert [m for m, *_ in mentions("عبر الجسر السوريون.")] == ["السوريون"]


def test_a_town_behind_in_is_not_its_rulers() -> None:
    """A town stands for who rules it where it does something, not where something happens in it."""
    assert mentions("وقع انفجار في صنعاء.") == mentions("وقع انفجار بصنعاء.") == []
    assert mentions("أعلنت صنعاء الهدنة.")[0][2] == "HOUTHI_GOV"


def test_farms_of_a_town_are_no_farmer() -> None:
    """ "Farmer" and "farms" are one word: before the name of a town it is the farms."""
    assert mentions("مشط الجنود مزارع القصير.")[1:] == []
    assert mentions("جرح مزارع بالقصير.")[0][2] == mentions("جرح مزارع في القصير.")[0][2] == "CIV_WORKERS"


def test_no_titled_owner_follows_an_indefinite_sound_plural() -> None:
    """ "Gunmen" keeps its noun: the president behind it is another side, but not behind who is tied to him."""
    assert len(mentions("قتل مسلحون الرئيس السابق علي عبد الله صالح.")) == 2
    assert len(mentions("قتل مسلحون موالون للرئيس السابق علي صالح.")) == 1


def test_remnants_are_of_whom_they_are_remnants() -> None:
    """The remnants of a group are the group's; those that nobody owns are named in the registry."""
    assert mentions("لاحق الجنود فلول داعش.")[1][2] == "IS"
    assert mentions("لاحق الجنود فلول النظام السابق.", "2025-03-01")[1][2] == "ASSAD_REMNANTS"


def test_forces_of_a_state_stay_its_own_whoever_backs_them() -> None:
    """Backing makes nobody else's forces of those that a nationality or "governmental" tells; others it does."""
    assert [i for *_, i in mentions("تقدمت القوات العراقية المدعومة من التحالف الدولي.")][0] == "IRQ_ARMY"
    assert mentions("تقدمت القوات الحكومية المدعومة من إيران.")[0][:2] == ("القوات الحكومية", "anaphor")
    assert mentions("تقدمت قوات مدعومة من إيران.")[0][2] == "IRAN_MILITIAS"
    assert mentions("تقدمت الميليشيات العراقية المدعومة من إيران.")[0][2] != "IRQ_ARMY"
    assert len(mentions("تقدمت القوات الحكومية المدعومة من إيران.")) == 1
    assert len(mentions("تقدمت القوات العراقية المدعومة من التحالف الدولي.")) == 2


def test_sound_plurals_that_do_not_agree_are_two_sides() -> None:
    """A nominative and an accusative side by side are a doer and whom it hit; two that agree are one side."""
    assert len(mentions("قتل المسلحون المختطفين.")) == 2
    assert len(mentions("قتل المسلحون الحوثيون أسيرا.")) == 2
    assert mentions("لاحقوا المسلحين الحوثيين.")[0][2] == "HOUTHIS"


def test_a_country_behind_people_is_no_adjective_of_theirs() -> None:
    """Of activists who accuse a country it is no adjective; of one man, or of men in the plural, it is."""
    assert [m[0] for m in mentions("اتهم ناشطون روسيا بالقصف.")] == ["ناشطون", "روسيا"]
    assert [m[0] for m in mentions("قتل القصف مدنيا سوريا.")] == ["مدنيا سوريا"]
    assert [m[0] for m in mentions("اعتقل الجنود ناشطين سوريين.")][-1] == "ناشطين سوريين"


@pytest.mark.parametrize(("words", "day", "side"), [
    ("مسلحون موالون للرئيس المخلوع بشار الأسد", "2024-12-20", "ASSAD_REMNANTS"),
    ("قوات المخلوع معمر القذافي", "2011-09-01", "LBY_QADDAFI"),
    ("قوات المخلوع البشير", "2021-02-20", "UNIDENTIFIED_MILITANTS"),
    ("قوات المخلوع علي صالح", "2015-08-01", "SALEH_FORCES"),
])
def test_who_fights_for_the_deposed_is_of_whom_is_named(words: str, day: str, side: str) -> None:
    """"The deposed X" is X's side, and neither another deposed ruler's nor the army of today."""
    assert mentions(f"هاجمت {words} القرية", day)[0][2] == side


def test_armed_describes_the_strife_before_it() -> None:
    """"An armed attack" names nobody; "the killing of a gunman" and "a gunman attacked" do."""
    assert mentions("قتل شخص في هجوم مسلح قرب الموصل.") == mentions("قتل شخص في هجوم قرب الموصل.")
    assert mentions("مقتل مسلح قرب الموصل.")[0][2] == "UNIDENTIFIED_GUNMEN"
    assert mentions("هاجم مسلح حاجزا قرب الموصل.")[0][2] == "UNIDENTIFIED_GUNMEN"


def test_a_capital_behind_the_word_for_one_is_a_town() -> None:
    """Of "the capital X" X is a town, also where its bare name may mean who rules it."""
    assert not any("صنعاء" in one for one, *_ in mentions("سيطروا على مناطق بينها العاصمة صنعاء."))


def test_a_gunman_behind_the_attack_is_one() -> None:
    """"A gunman was killed in the attack" may put him behind "the attack", which "armed" does not describe."""
    assert any(one == "مسلح" for one, *_ in mentions("قتل في الهجوم مسلح وجرح شرطي في الموصل."))
    assert not any(one == "المسلح" for one, *_ in mentions("انتهى الهجوم المسلح في الموصل."))


def test_an_adjective_before_an_owner_is_no_man_of_his() -> None:
    """Of "a military site of A" the side is A; "killed a soldier of A" is told of a man."""
    assert ("قوات سوريا الديمقراطية", "name", "SDF") in mentions("استهدف الطيران موقعا عسكريا لقوات سوريا الديمقراطية.")
    assert mentions("قتل عسكريا لقوات سوريا الديمقراطية.")[0][0] == "عسكريا لقوات سوريا الديمقراطية"


def test_an_office_is_a_side_only_with_its_owner() -> None:
    """"An office of the paper" does nothing, but that of a government may."""
    assert mentions("زار الوفد مكتب الصحيفة في رام الله.") == mentions("زار الوفد مقهى الصحيفة في رام الله.")
    assert [m[0] for m in mentions("أعلن مكتب الرئيس الأوكراني ذلك.")] == ["مكتب الرئيس الأوكراني"]


def test_a_name_keeps_both_of_its_quotes() -> None:
    """A side's span that holds an opening quote holds the closing one; a name inside quotes holds none."""
    assert mentions('هاجم تنظيم "داعش" البلدة.')[0][0] == 'تنظيم "داعش"'
    assert mentions('هاجم "داعش" البلدة.')[0][0] == "داعش"


def test_a_mention_begins_at_its_first_word() -> None:
    """Whatever quotes stand around its words, a side begins where its first word does, by which it is found."""
    document = read('أخرج الجنود "مجموعة صغيرة" من السكان عن بلدة حفير.')
    assert document.actors is not None and document.tokens is not None
    first = [document.tokens[one.first] for one in document.actors]
    assert all(word.start <= one.start < word.end for word, one in zip(first, document.actors, strict=True))


@pytest.mark.parametrize(("text", "found"), [
    ("اغتيل متعاقد أمريكي قرب كركوك", ("متعاقد أمريكي", "CIVILIANS")),
    ("قتل ثلاثة من حراس المصرف أمس", ("حراس المصرف", "CIVILIANS")),
    ("وصل متعاقدون عسكريون أمريكيون أمس", ("متعاقدون عسكريون أمريكيون", "US_FORCES")),
    ("قتل اثنان من أفراد بعثة حفظ السلام أمس", ("أفراد بعثة حفظ السلام", "UN")),
    ("هاجمت القوة المشتركة لحفظ السلام في دارفور معسكرا", (
        "القوة المشتركة لحفظ السلام في دارفور", "UN_MISSIONS_OTHER")),
    ("سقطت صواريخ فلسطينية قرب عسقلان", ("صواريخ فلسطينية", "PAL_FACTIONS")),
])
def test_callings_missions_and_rockets_are_whose_they_are(text: str, found: tuple[str, str]) -> None:
    """Hired men and guards are people unless they are soldiers; missions and rockets are those told by their words."""
    assert found in [(words, ids) for words, _, ids in mentions(text)]


def test_a_university_is_no_league() -> None:
    """Troops who come from a university are not of the Arab League, whose envoys are."""
    assert mentions("انسحبت قوات من الجامعة في حلب")[0][0] == "قوات"
    assert ("وفد الجامعة", "ARAB_LEAGUE") in [(words, ids) for words, _, ids in mentions("وصل وفد الجامعة إلى حمص")]


@pytest.mark.parametrize(("text", "ids"), [
    ("هاجم مسلحون بلوش قافلة في كويتا", "NEW:Baloch Separatists (Pakistan)"),
    ("هاجم مقاتلون من حركة أهل السنة والجماعة مواقع", "NEW:ASWJ: Ahlu Sunna Wal Jamaa"),
    ("قتل جندي من قوات المساعدة الدولية لإقرار الأمن بأفغانستان", "NEW:ISAF"),
])
def test_well_known_bodies_go_by_all_their_names(text: str, ids: str) -> None:
    """Groups and forces outside the registry are known under the further names that reports give them."""
    assert ids in [one for *_, one in mentions(text)]
def test_a_settler_with_his_nation_is_a_settler_and_no_soldier() -> None:
    """One settler of a nation is a settler, in each case of the noun; a soldier of it is of its army."""
    for settler in ("مستوطن إسرائيلي", "مستوطنا إسرائيليا", "المستوطن الإسرائيلي"):
        assert (settler, "member", "SETTLERS") in mentions(f"قرب نابلس {settler} في سيارة")
    assert ("جندي إسرائيلي", "member", "IDF") in mentions("قرب نابلس جندي إسرائيلي في سيارة")


@pytest.mark.parametrize(("text", "kind", "one"), [
    ("لاشكر اي جنجوي", "name", "NEW:Lashkar-e-Jhangvi"), ("لشكر جنكوي", "name", "NEW:Lashkar-e-Jhangvi"),
    ("رجال مقنعون", "name", "UNIDENTIFIED_GUNMEN"), ("أفراد من نفس العائلة", "people", "CIVILIANS"),
])
def test_names_of_several_words_are_read_whole(text: str, kind: str, one: str) -> None:
    """A group's name in another spelling, masked men and the members of a family are each one mention."""
    assert mentions(f"رأى الشهود {text} في السوق") == [(text, kind, one)]
@pytest.mark.parametrize(("text", "actor"), [
    ("تبنى حزب جبهة التحرر الشعبي الثوري الهجوم.", "NEW:DHKP-C"),
    ("قتل مسلحون موالون لروسيا جنديا قرب كييف.", "NEW:Separatists of eastern Ukraine"),
    ("أضرم إسرائيليون متطرفون النار في بيت.", "SETTLERS"),
    ("قتل عدد من منسوبي حرس الحدود السعودي.", "SAU_ARMED"),
    ("أوقفت الشرطة نائبا من حزب الشعوب الديمقراطي.", "NEW:HDP: Peoples' Democratic Party"),
])
def test_groups_and_their_men_are_known_by_their_names(text: str, actor: str) -> None:
    """A party, rebels told by whom they are loyal to, extremists of a land and the men of a force are those sides."""
    assert any(actor in a.ids for a in read_document(text).actors or ())


@pytest.mark.parametrize("text", ["رفع مشجعون موالون للنادي الأعلام.", "نقل عدد من منسوبي الجامعة إلى المشفى."])
def test_who_is_loyal_or_belongs_to_another_body_is_no_such_group(text: str) -> None:
    """Who is loyal to a club, and the staff of a university, are neither rebels nor an army's men."""
    assert not any(set(a.ids) & {"NEW:Separatists of eastern Ukraine", "SAU_ARMED"}
                   for a in read_document(text).actors or ())
@pytest.mark.parametrize(("text", "ids"), [
    ("توغلت قوات كوماندوز أمريكية", ["US_FORCES"]), ("اقتحمت قوات الكوماندوس الإسرائيلية السفينة", ["IDF"]),
    ("هوجمت ميليشيات الاحتلال الأمريكي", ["SDF"]), ("هوجمت قوات الاحتلال الأمريكي", ["US_FORCES"]),
    ("أعلنت الإدارة الذاتية لإقليم شمال وشرق سوريا الحداد", ["AANES"]),
])
def test_commandos_and_militias_of_an_occupation(text: str, ids: list[str]) -> None:
    """Commandos are of the nation behind them, "the militias of the occupation" none of its own."""
    assert [m[2] for m in mentions(text)] == ids


@pytest.mark.parametrize(("text", "names"), [
    ("وزعت المفوضية العليا لشؤون اللاجئين خياما.", [("UNHCR",)]),
    ("دارت معارك بين الجيش ومسلحين من الشيعة الحوثيين.", [("HOUTHIS",)]),
])
def test_a_name_is_not_cut_to_the_people_in_it(text: str, names: list[tuple[str, ...]]) -> None:
    """The commission for refugees is no refugees, and Houthi Shiites are the Houthis, no civilians."""
    found = [m.ids for m in read_document(text).actors or ()]
    assert all(name in found for name in names) and not any(one.startswith("CIV") for ids in found for one in ids)


def test_people_of_whom_a_name_is_told_are_people_alone() -> None:
    """Shiites without such a name behind them are civilians."""
    assert any("CIVILIANS" in m.ids for m in read_document("استهدفت العبوة موكبا من الشيعة الزائرين.").actors or ())
