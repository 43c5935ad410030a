"""Words of general English that ask and answer for one another.

Only plain words that belong to no subject: verbs and nouns that questions are made of. Each line is
a group; a word may stand in several, which does not join them. Irregular forms are listed since the
stemmer keeps them apart; regular ones need not be.
"""

from __future__ import annotations

from functools import cache

from index.words import terms

_GROUPS = """
bring brought contribute provide provision supply offer add give gave given lend lent role input
gain gained obtain receive received get got benefit acquire
start started begin began begun commence launch open opened
found founded establish established create created set form formed start origin
end ended stop stopped finish cease ceased close closed terminate termination dissolve
buy bought acquire acquisition purchase takeover
sell sold sale
cost price fee charge expensive cheap budget expense
pay paid payment salary wage
money financial finance fund funding capital budget cash
build built construct constructed erect erected construction
make made produce production manufacture
write wrote written author
succeed succeeded success successful
win won victory defeat defeated beat beaten
lose lost loss defeat
lead led leader head headed chair run ran direct
die died death dead killed
born birth
live lived living reside resident inhabit inhabitant population
grow grew grown growth increase increased rise rose risen
fall fell fallen decline decrease decreased drop reduce reduction
big large huge great vast size
small little tiny
tall high height
old age
long length
heavy weight weigh
deep depth
wide width
phone telephone tel
benefit advantage upside merit plus pro
disadvantage drawback downside shortcoming con
component ingredient element constituent
kind type sort variety category
duty task job responsibility chore obligation
risk danger hazard threat
rule regulation requirement
regulator regulatory regulation
future coming upcoming forthcoming ahead
fast quick quickly speed rapid sooner earlier
important importance crucial essential vital significant matter
main major chief principal key primary
goal aim purpose objective intend intended meant target want seek
reason cause because due
award prize medal honour honor distinction trophy
customer client
quotation quote bid tender offer
objection object criticism
exclude exclusion except exempt
measure step action
problem challenge disadvantage drawback downside difficulty obstacle issue hurdle trouble
help support aid assist assistance enable facilitate
use used employ apply utilize utilise usage
work collaborate collaboration cooperate cooperation partnership partner alliance team together
company firm corporation business
country nation state
illness disease sickness ill sick
medicine drug medication therapy treatment pharmaceutical
doctor physician
patient sick
find found discover discovery identify detect
know knew known
think thought believe belief
say said state stated tell told
show showed shown demonstrate
see saw seen
go went gone travel
come came arrive arrival
take took taken
leave left depart departure
keep kept maintain retain
teach taught instruct education
choose chose chosen select selection pick
decide decided decision
change changed alter modify
fight fought combat battle
rule ruled reign govern government
law legislation act statute
vote election elect elected
protest demonstration
movie film
car vehicle automobile
child children kid
person people human
job occupation profession employment
house home building
road street highway route
area region zone territory district
place location site situated located
example instance case
name named called
part portion share percentage percent proportion
group team band
join joined member participate participant part
share shared common
fair fairness equitable equitably
trust confidence
rich wealthy wealth
poor poverty
quick rapid swift
hard difficult
easy easier simple ease seamless
different difference differ distinct
same similar alike equal
own owner ownership possess rights
agree agreement contract deal treaty pact
talk communicate communication discussion meeting
attend attended attendance present
absent absence missing apology apologies excuse excused
staff personnel employee workforce employ
leave holiday vacation
sleep slept asleep doze nap
quarrel dispute argument disagreement conflict row
settle settled resolve end
speed accelerate hasten quicken hurry
steal stole stolen theft rob burgle
repair mend fix restore restoration renovate refurbish
break broke broken breakage damage smash
hurt injure injured wound wounded
burn burnt fire blaze
hit struck strike crash collide collision
dismiss dismissed sack fire expel
forbid forbidden prohibit ban allow permit
allow permit let may
must obligation oblige require need necessary
empty vacant
sick ill unwell
marry married wed wedding husband wife spouse
parent father mother
son daughter child
brother sister sibling
boat ship vessel
town city
invent invention devise design
begin set launch
arrest jail gaol imprison prison
escape flee fled
hide hid hidden conceal
send sent dispatch post mail
hold host
refuse reject decline deny turn
accept approve approval
permit permission consent allow
propose proposal suggest suggestion
complain complaint
wish want wanted
ask request
answer reply respond response
warn warning alert
inspect inspection examine check examination
measure survey
earn income revenue
debt owe arrears
rent lease let tenancy
guest visitor
teacher schoolteacher schoolmaster
boss manager superior
founder cofounder
replace replacement substitute successor
precede predecessor previous
opponent rival competitor
supporter backer
enough sufficient
mistake error fault
correct right accurate
secret hidden
strange odd unusual
famous renowned known
""".strip().splitlines()


@cache
def _by_term() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _GROUPS:
        group = frozenset(terms(line))
        for term in group:
            table[term] = table.get(term, frozenset()) | group
    return table


def synonyms(term: str) -> frozenset[str]:
    """The terms that may stand for ``term`` in an answer, itself left out; none for most terms.

    If one term may stand for another, so may that one for it.

    >>> "brought" in synonyms("bring")
    True
    """
    return _by_term().get(term, frozenset()) - {term}
