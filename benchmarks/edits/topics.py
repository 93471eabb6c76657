"""The subjects of the made-up plans: under each heading the things that are said of it."""

from .words import Concept, concepts

_TOPICS = {
    "Visible policing / Officers on the beat": """
        patrols on foot / officers walking the beat
        the number of constables in uniform / how many uniformed officers there are
        neighbourhood surgeries / drop-in sessions for the neighbourhood
        the front counters at stations / station enquiry desks
        named contacts for each ward / a known officer for every ward
        late evening patrols / officers out after dark
        the mobile police post / the travelling police office
        street briefings / talks held on the pavement""",
    "Burglary and theft / Crimes against property": """
        the response to burglary / what is done after a break-in
        bicycle theft / stealing of cycles
        property marking / the marking of belongings
        theft from vehicles / stealing from cars and vans
        second-hand markets for stolen goods / places where loot is sold
        crime prevention surveys of homes / advice on locks and windows
        metal theft from churches / lead stripped from church roofs
        visits to every burgled household / calls at each home that was broken into""",
    "Victims and witnesses / Those who were harmed": """
        the code of rights for victims / what victims are entitled to
        support before and during trial / company through court proceedings
        restorative justice / meetings between offender and victim
        the witness care unit / the team that looks after witnesses
        independent advisers on sexual violence / advisers for survivors of rape
        compensation claims / applications for compensation
        updates on the progress of cases / news of how an investigation goes
        the needs assessment at first contact / the first conversation about needs""",
    "Rural and wildlife crime / The countryside": """
        thefts of farm machinery / stolen tractors and quad bikes
        hare coursing / illegal hunting with dogs
        sheep worrying / attacks on livestock
        fly-tipping / dumping of waste
        poaching / illegal taking of game and fish
        messages to farm watch members / alerts for farm watch
        heritage crime / damage to ancient monuments
        barn fires / arson on farms""",
    "Domestic abuse / Safety at home": """
        protective orders against abusers / court orders that keep abusers away
        refuge places / beds in refuges
        programmes for perpetrators / courses that change abusive men
        stalking and harassment / unwanted pursuit
        disclosure under the domestic violence scheme / the right to ask about a partner
        children who live with violence / the youngest in violent homes
        controlling behaviour / coercion within couples
        specialist domestic abuse courts / courts that hear only such cases""",
    "Young people / Growing up safely": """
        the police cadet scheme / cadets in uniform
        diversion from court for first offences / keeping first offenders out of court
        mentors for excluded pupils / adults beside those shut out of school
        missing children / youngsters who run away
        county lines exploitation / children used to carry drugs
        knife amnesties / the surrender of blades
        youth clubs / evening clubs for teenagers
        online grooming / strangers who approach children on the internet""",
    "Roads / Safer travel": """
        speed enforcement / catching those who drive too fast
        drink and drug driving / driving while intoxicated
        average speed cameras / cameras that time a stretch of road
        uninsured vehicles / cars without cover
        community speed watch / volunteers with radar guns
        casualties on two wheels / riders killed or injured
        abnormal loads / oversize lorries
        dash camera footage from drivers / film sent in by motorists""",
    "Fraud and cyber crime / Crime on line": """
        romance fraud / swindles by pretended lovers
        courier fraud against the old / bogus couriers
        ransomware attacks / extortion by locked files
        fraud prevention visits / calls on those who were tricked
        digital forensic backlogs / phones that wait to be examined
        advice on passwords / guidance for safer log-ins
        identity theft / the misuse of personal details
        rogue traders / doorstep cheats""",
    "Serious violence / Violent crime": """
        knife carrying / the habit of going armed
        gang related shootings / gunfire between gangs
        the violence reduction unit / the unit against violence
        stop and search / searches in the street
        hospital based navigators / workers beside the wounded in hospital
        firearms licensing / certificates for shotguns
        robbery of delivery riders / muggings of couriers
        violence in the night-time economy / fights at closing time""",
    "Drugs and alcohol / Addiction": """
        referrals to drug treatment / ways into treatment
        street dealing / the open sale of drugs
        naloxone kits / the antidote to overdoses
        cannabis farms / houses where cannabis is grown
        drug testing on arrest / tests in custody
        alcohol abstinence tags / ankle tags that detect drink
        needle litter / discarded syringes
        festival drug checks / the testing of pills at events""",
    "Mental health / People in crisis": """
        street triage with nurses / nurses who ride with officers
        places of safety / health-based refuges in a crisis
        welfare checks / visits because of concern
        suicide prevention at bridges / care at known jumping places
        the right care agreement / the accord on who answers which call
        detention under the mental health act / holding people for their health
        waiting with patients in hospital / hours that officers spend in wards
        trauma support for staff / counselling for officers""",
    "Anti-social behaviour / Nuisance": """
        noisy vehicles / loud engines
        graffiti removal / cleaning of painted walls
        off-road bikes / scramblers on footpaths
        community protection notices / formal notices to offenders
        begging in the centre / people who ask for money
        neighbour disputes / quarrels next door
        dispersal powers / orders to leave an area
        the community trigger / the right to have a case looked at again""",
    "Value for money / Money and buildings": """
        the precept / the police share of council tax
        the vehicle fleet / cars and vans
        the estate / land and buildings
        reserves / money put by
        shared services with other forces / back offices run in common
        energy use / gas and electricity consumption
        overtime / hours worked beyond the roster
        the capital programme / investment in assets""",
    "Contact and the control room / Getting in touch": """
        the answering of emergency calls / how fast urgent calls are picked up
        calls that are abandoned / callers who give up
        the website for reporting / the form for telling us on line
        live chat / written conversation with an operator
        call backs for lesser matters / returned calls
        the public contact strategy / the scheme for how people reach us
        translation for callers / interpreters on the line
        silent emergency calls / callers who cannot speak""",
    "Trust and standards / Confidence": """
        vetting of officers / background checks
        complaints / grievances from the public
        misconduct hearings / disciplinary panels
        hate crime / offences that come from prejudice
        the diversity of recruits / where new officers come from
        use of force records / notes on when force was used
        whistleblowing / staff who speak up
        ethics panels / discussions of hard choices""",
    "Reoffending / Offenders": """
        integrated offender management / joint oversight of the prolific
        housing for prison leavers / a roof after release
        unpaid work / labour in the community
        employment courses in custody / job training behind bars
        electronic monitoring / tagging
        women's centres / places of help for women who offend
        out of court disposals / cautions and the like
        the through the gate service / help on the day of release""",
}


class Topic:
    """A heading, said in two ways, and the things said of it."""

    def __init__(self, headings: str, things: str) -> None:
        self.headings = tuple(way.strip() for way in headings.split("/"))
        self.things: list[Concept] = concepts(things)


TOPICS = [Topic(headings, things) for headings, things in _TOPICS.items()]
