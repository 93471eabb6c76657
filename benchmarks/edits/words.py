"""What the made-up plans speak of. Each line is one thing, said in two or more ways.

Ways are parted by ``/``; where a way has two forms (active, passive) these are parted by ``=``.
"""

Concept = tuple[str, ...]


def concepts(lines: str) -> list[Concept]:
    return [
        tuple(way.strip() for way in line.split("/")) for line in lines.splitlines() if line.strip()
    ]


ACTORS = concepts("""
the Commissioner / the Commissioner's office
neighbourhood teams / local officers
the force / the constabulary
community safety partnerships / the partnerships for safety
district commanders / the officers in charge of each district
the victims' service / those who look after victims
special constables / volunteer constables
the rural crime team / officers who know the countryside
youth workers / those who work with the young
the control room / call handlers
the Chief Constable / the chief officer
parish and town councils / local councils
the economic crime unit / the fraud desk
schools liaison officers / officers attached to schools
the probation service / those who supervise offenders
the roads policing unit / traffic officers
health and wellbeing boards / the boards for health
the custody inspectorate / independent custody visitors
the fire and rescue service / firefighters
the criminal justice board / the local board for justice
the estates department / those who manage the buildings
the chief finance officer / the treasurer
the joint audit committee / the committee for audit
detective superintendents / senior detectives
analysts at headquarters / the intelligence analysts
faith and community leaders / leaders of local communities
the ambulance trust / paramedics
licensing authorities / those who license premises
the drug and alcohol partnership / treatment providers
the transport operators / bus and rail companies
housing associations / social landlords
the independent advisory group / our critical friends
""")

MODALS = concepts("""
will / shall
must / will have to
will aim to / will seek to
will undertake to / will promise to
should / ought to
can / will be able to
""")

ACTS = concepts("""
publish = published / set out = set out / make public = made public
review = reviewed / look again at = looked at again / reconsider = reconsidered
strengthen = strengthened / reinforce = reinforced / bolster = bolstered
fund = funded / pay for = paid for / finance = financed
measure = measured / gauge = gauged / keep count of = counted
expand = expanded / enlarge = enlarged / build up = built up
protect = protected / safeguard = safeguarded / shield from cuts = shielded from cuts
simplify = simplified / make simpler = made simpler / streamline = streamlined
monitor = monitored / keep watch over = watched over / keep under observation = kept in view
restore = restored / bring back = brought back / reinstate = reinstated
evaluate = evaluated / assess = assessed / judge the worth of = judged on their worth
reduce = reduced / cut = cut / bring down = brought down
commission = commissioned / buy in = bought in / procure = procured
promote = promoted / publicise = publicised / raise awareness of = made better known
modernise = modernised / bring up to date = brought up to date / renew = renewed
inspect = inspected / examine = examined / check = checked
coordinate = coordinated / bring together = brought together / join up = joined up
challenge = challenged / question = questioned / call into question = called into question
test = tested / try out = tried out / pilot = piloted
extend = extended / lengthen the reach of = carried further / widen = widened
replace = replaced / supersede = superseded / put something better in place of = done away with
report on = reported on / give an account of = accounted for
prioritise = prioritised / put first = put first / give precedence to = given precedence
redesign = redesigned / rethink = thought through afresh / overhaul = overhauled
support = supported / back = backed / stand behind = stood behind
""")

PLACES = concepts("""
in every market town / in all of the market towns
along the coast / on the whole coastline
near railway stations / close to the railway
across the northern parishes / throughout the north
within the city wards / inside the city
on trunk roads / along major routes
around licensed premises / outside pubs and clubs
in sheltered housing / where older people live
in the harbour / on the quayside
in villages without a station / where no police station is left
on housing estates / among council homes
in the three hospitals / on hospital sites
at festivals and fairs / during large events
in primary schools / where younger children are taught
on farms and moorland / in the open country
around shopping streets / where people shop
at bus interchanges / where buses meet
on the university campus / among students
in the national park / within the park boundary
beside the border with neighbouring forces / where two force areas meet
""")

TIMES = concepts("""
by the end of March / before April
each quarter / every three months
before the next budget / ahead of the coming budget round
over the life of this plan / until this plan ends
from June / starting in June
within eighteen months / in a year and a half at most
twice a year / every six months
as soon as funds allow / once money can be found
during the first year / in year one
by the autumn / no later than October
every month / monthly
before the summer season / ahead of the holidays
within ten working days / inside a fortnight
from the new financial year / beginning in April
after each inspection / whenever inspectors have reported
in the second half of the term / in later years
without delay / at once
at the midpoint of the plan / halfway through
for two winters / during two cold seasons
every weekend / on Saturdays and Sundays
""")

REASONS = concepts("""
residents named it first in the survey / it came top when people were asked
confidence has fallen / fewer people trust us than before
inspectors found it wanting / it was criticised at the last inspection
demand has grown by a third / calls are up by more than thirty per cent
savings must be found / the budget has to shrink
the panel has asked for it / panel members recommended it
nobody should be turned away / everyone who asks deserves an answer
grants are falling / central funding is in decline
partners have agreed to share the cost / others will pay their part
the audit committee advised it / auditors said so
victims wait too long / delay harms those who suffered
the law was changed last year / new legislation requires it
repeat offending remains high / too many return to crime
the present contract comes to an end / the agreement with our supplier expires
a pilot in one district succeeded / it worked where it was tried
young people told us so / teenagers said as much
the old system is beyond repair / what we have can no longer be mended
rural communities feel forgotten / the countryside is overlooked
harm of this sort is seldom reported / most of it goes unrecorded
earlier plans promised it / it has been promised before
the evidence for it is strong / studies speak in its favour
staff asked for it / it was the workforce's own idea
the courts have a backlog / trials are delayed
population is rising / more people are moving in
""")

MEANS = concepts("""
through joint patrols / by patrolling together
with the help of volunteers / relying on unpaid helpers
by sharing data / through exchange of information
through better training / by teaching staff more
using body worn video / with cameras worn by officers
by working with charities / together with the voluntary sector
through a dedicated fund / from money kept for the purpose
with trained advocates / by means of skilled advisers
by listening to residents / through local meetings
with new technology / using modern equipment
through early intervention / by acting before harm is done
by redeploying staff / moving posts from elsewhere
under a written agreement / on terms that are set down
by peer review / asking other forces to look
through restorative meetings / by bringing both sides together
""")

PEOPLE = concepts("""
residents / people who live here
victims / those who were harmed
young people / teenagers
shop workers / retail staff
farmers / those who farm
older people / pensioners
commuters / people who travel to work
tenants / those who rent
parents / mothers and fathers
small firms / local businesses
students / undergraduates
carers / those who care for others
visitors / tourists
night workers / people who work after dark
""")

OUTCOMES = concepts("""
feel safe after dark / go out at night without fear
know whom to call / have a name to ring
be heard sooner / get a hearing with less delay
trust what they are told / believe what we say
report what they see / come forward as witnesses
recover what was taken / have their property returned
get home unharmed / complete their journeys safely
see officers more often / meet a constable regularly
be kept informed / hear how matters stand
stay out of court / avoid prosecution
find help close at hand / reach support nearby
give evidence without fear / testify in safety
""")

MANNERS = concepts("""
openly / in public
jointly / side by side
promptly / with little delay
fairly / even-handedly
carefully / with due care
steadily / step by step
visibly / in plain sight
at low cost / cheaply
consistently / in the same way everywhere
independently / on its own judgement
""")
