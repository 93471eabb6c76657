"""What the made-up rules and schedules speak of, beside what plans do (see ``words``)."""

from .words import concepts

PARTIES = concepts("""
the holder / the person who holds it
the applicant / the person applying
the responsible authority / the authority concerned
the monitoring officer / the officer who monitors
the nominated inspector / any inspector named for the purpose
the licensee / the person licensed
the appointed auditor / the auditor
the data controller / whoever controls the data
the contractor / the supplier
the presiding member / the member in the chair
the custodian of records / the keeper of records
the certifying body / the body that certifies
the occupier / the person in occupation
the authorised firm / any firm authorised under these rules
the registrar / the officer who keeps the register
the adjudicator / the person who decides the dispute
""")

DUTIES = concepts("""
retain = retained / keep = kept / preserve = preserved
deliver = delivered / hand over = handed over / convey = conveyed
disclose = disclosed / reveal = revealed / make known = made known
verify = verified / confirm = confirmed / establish the truth of = established as true
suspend = suspended / put on hold = put on hold
revoke = revoked / withdraw = withdrawn / cancel = cancelled
certify = certified / attest = attested
record = recorded / enter in the register = entered in the register / note = noted
destroy = destroyed / dispose of = disposed of
amend = amended / alter = altered / correct = corrected
acknowledge = acknowledged / confirm receipt of = confirmed as received
countersign = countersigned / sign as well = signed a second time
encrypt = encrypted / hold in cipher = held in cipher
refer to arbitration = referred to arbitration / submit to an arbitrator = put to an arbitrator
""")

MATTERS = concepts("""
the certificate of competence / the document that shows competence
the register of interests / the list of declared interests
the incident log / the journal of incidents
the safety case / the argument for safety
the retention schedule / the table of keeping periods
the contingency arrangements / the plans for emergencies
the key ceremony script / the script by which keys are made
the statement of accounts / the yearly accounts
the insurance policy / the contract of insurance
the inventory of assets / the list of what is owned
the vetting declaration / the form that declares clearance
the audit trail / the chain of audit records
the notice of objection / the written objection
the tender documents / the papers of the tender
the training record / the proof of training
the site survey / the study of the site
the access permit / the permission to enter
the validation data / the evidence of identity
the revocation request / the demand that it be withdrawn
the complaint file / the papers of the complaint
the penetration test report / the findings of the intrusion test
the risk assessment / the written appraisal of risk
the performance bond / the guarantee of performance
the transfer agreement / the deed of transfer
the delegated budget / the money under delegation
the appeal bundle / the papers of the appeal
the change request / the proposal for change
the specimen signature / the sample of the signature
""")

EVENTS = concepts("""
receipt of the application / the day on which the application arrives
the date of the decision / the day it is decided
discovery of the breach / the moment at which the breach is found
expiry of the current term / the end of the term that runs
publication of the notice / the day on which notice is published
completion of the works / the day when work is finished
the change of ownership / the moment at which the owner changes
service of the demand / the day the demand is served
the close of the financial year / the last day of the accounting year
termination of the contract / the ending of the contract
commencement of these rules / the day these rules begin to apply
the last inspection / the most recent visit by inspectors
""")

PERIODS = concepts("""
seven days / one week
fourteen days / two weeks
twenty-four hours / one day
three months / a quarter of a year
ninety days / some three months
six years / seventy-two months
ten working days / two working weeks
one hour / sixty minutes
""")

CONDITIONS = concepts("""
the information proves to be incomplete / something is found to be missing from the information
a conflict of interest arises / interests turn out to conflict
the fee remains unpaid / payment of the fee has not been made
the premises are no longer suitable / the place has ceased to be fit
there is reason to suspect fraud / deceit is suspected on reasonable grounds
a private key was compromised / secrecy of a private key is lost
two successive audits disclose the same fault / the same defect appears in audits twice running
the person concerned has died or cannot be found / the person is dead or untraceable
the equipment fails its test / the test of the equipment is not passed
a court so orders / it is ordered by a court
the quorum is lost / too few members remain
public safety requires it / the safety of the public calls for it
the domain name is transferred / the name passes to another registrant
the limit of liability is exceeded / loss goes beyond the sum for which there is liability
""")

EXCEPTIONS = concepts("""
where national security would be harmed / if harm to national security would follow
if the parties have agreed otherwise in writing / where there is a written agreement to the contrary
in the case of a minor correction / where only a small mistake is put right
where the amount is below the threshold / if the sum lies under the limit
unless a longer period is allowed on request / save where more time was granted
during a declared emergency / for as long as an emergency is declared
if disclosure would prejudice proceedings / where telling would damage a case
for records held on paper alone / where nothing but paper exists
""")

MEASURES = concepts("""
number of / count of
share of / percentage of
complaints about / grievances about
average time taken over / mean duration of
spending on / money spent on
satisfaction with / how content people are with
repeat incidents involving / recurrence of
training hours on / hours of instruction on
positive outcomes in / cases solved in
staff assigned to / posts given to
public awareness of / how well people know of
backlog in / cases waiting in
""")

AIMS = concepts("""
reduce / bring down / fewer
improve / better
hold steady / keep level
double / twice as much
halve / cut by half
end / stop altogether
""")

UNITS = concepts("""
per thousand residents / for every thousand people
per month / each month
per district / in every district
as a share of all cases / in proportion to all cases
compared with similar forces / against like forces
by age and sex / broken down by age and sex
after six months / half a year on
in the lowest tenth of wards / in the worst-off wards
""")
