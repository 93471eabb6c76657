"""What gives a long text its many rare words: documents, services and schemes made of parts."""

from itertools import product

from .words import Concept, concepts


def _joined(heads: list[Concept], link: str, tails: list[Concept]) -> list[Concept]:
    """Every head with every tail, said in the ways of both."""
    return [
        tuple(f"{a} {link} {b}" for a, b in zip(head, tail, strict=True))
        for head, tail in product(heads, tails)
    ]


_PAPERS = concepts("""
the certificate / the attestation
the register / the list
the log / the journal
the timetable / the schedule
the contract / the agreement
the appraisal / the assessment
the permit / the permission
the ledger / the account book
the specification / the technical description
the warranty / the guarantee
the drawings / the plans on paper
the invoice / the bill
the inspection report / the findings of the inspector
the complaint / the grievance
the waiver / the exemption
the questionnaire / the form with questions
the valuation / the estimate of worth
the consent / the written approval
""")

_SUBJECTS = concepts("""
boilers / heating plant
archives / stored papers
drones / unmanned aircraft
kennels / dog quarters
firearms / guns
laboratories / places of analysis
uniforms / working dress
evidence stores / rooms for exhibits
vehicles / motor transport
fuel / petrol and diesel
catering / meals
translators / interpreters
cleaning / janitorial work
radio masts / transmitters
software / computer programs
asbestos / hazardous fibre
pensions / retirement pay
gifts / hospitality
informants / sources of intelligence
confiscated goods / property taken from offenders
fingerprints / prints of the hand
explosives / blasting material
sick leave / absence through illness
boats / vessels
horses / mounts
loans / borrowed money
parking / standing of cars
photographs / pictures
medicines / drugs on prescription
lifts / elevators
fire doors / doors that resist flames
backups / spare copies of data
batteries / accumulators
scaffolding / temporary structures
expenses / out-of-pocket costs
apprentices / trainees
""")

_SERVICES = concepts("""
the helpline / the telephone advice
the outreach team / the workers who go to meet people
the advocacy scheme / the service that speaks up
the drop-in centre / the place open without appointment
the mentoring programme / the pairing with an experienced adult
the small grants round / the award of modest sums
the counselling offer / the talking therapy
the legal clinic / the free advice on law
the alarm loan scheme / the lending of alarms
the befriending circle / the group that visits
the awareness campaign / the drive to inform
the safe transport scheme / the lifts home
the skills workshop / the training day
the peer group / the circle of equals
""")

_GROUPS = concepts("""
care leavers / those who grew up in care
veterans / former soldiers
deaf residents / people who cannot hear
sex workers / those who sell sex
refugees / people seeking asylum
travellers / Gypsy and Roma families
bereaved families / relatives of the dead
taxi drivers / cabbies
lone fishermen / those who fish by themselves
bar staff / people who work in pubs
beekeepers / those who keep bees
cyclists / people on bicycles
hostel guests / those who sleep in hostels
grandparents / older relatives
new mothers / women with infants
market traders / stallholders
lorry drivers / hauliers
amputees / those who lost a limb
gamblers / people who bet too much
canal boaters / those who live on barges
chapel wardens / keepers of places of worship
seasonal pickers / harvest hands
football supporters / fans
autistic adults / adults on the spectrum
""")

PAPERS = _joined(_PAPERS, "for", _SUBJECTS)
SERVICES = _joined(_SERVICES, "for", _GROUPS)

_NAMES = """
Acorn Albatross Amber Anvil Ash Aurora Badger Barley Beacon Birch Bramble Bridge Buckler Buttress
Candle Capstan Cedar Chalk Cinder Citadel Clover Cobalt Compass Coral Cormorant Crane Crocus Cutlass
Daffodil Dewdrop Dovetail Eagle Ember Falcon Fathom Fennel Ferret Flint Foxglove Garnet Gauntlet
Gorse Granite Grebe Griffin Harvest Hawthorn Hazel Heron Hornbeam Indigo Ivory Jackdaw Jasmine
Juniper Keel Kestrel Kingfisher Lantern Lapwing Lavender Linnet Lodestar Lynx Magpie Mallard Maple
Marigold Marlin Meridian Merlin Mistletoe Monsoon Nettle Nightjar Oatmeal Obsidian Orchard Osprey
Otter Oxbow Paddock Partridge Pebble Pendulum Peregrine Pewter Pilgrim Plover Poppy Primrose Quarry
Quartz Quill Rampart Raven Redwing Rosemary Rowan Saddle Saffron Sandpiper Sapphire Sextant Shale
Sickle Skylark Slate Sorrel Spindle Starling Stoat Swift Sycamore Tamarisk Teasel Thistle Thunder
Tinder Topaz Trident Umber Vanguard Verbena Viaduct Walnut Weasel Whimbrel Willow Yarrow Zephyr
"""

NAMES = [
    form.format(name)
    for form in ("Operation {}", "the {} project", "the {} fund", "the {} charter", "{} House")
    for name in _NAMES.split()
]
