import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Duty',
  sub: 'Who answers for which area, since when, and how to reach them',
  errors: {
    officeAbove: 'The subdistrict assigns this level of the community. The community assigns compounds, village groups, grids and buildings.',
    roleNotHere: 'There is no such duty at this level. Please assign it at its own level.',
    already: '{name} has this duty here already.',
    nobodyNamed: 'Please choose somebody of the staff, or enter a name.',
    mobilePhone: 'This is a mobile number. The public board shows office phones only: enter a landline or duty phone, or leave it empty.',
    phoneWrong: 'The phone number has the wrong number of digits. For example 0876-2121234 or 12345.',
    endsBefore: 'The last day is before the first. Please check the dates.',
    ended: 'This duty has ended already. Please refresh.',
    notTheDay: 'Only what was done today can be undone. Please change or end the duty instead.',
    followed: 'Somebody has taken over already. Undo that first.',
    notADoctor: 'A doctor answers for {n} managed persons, and {name} is no doctor of the health centre. Please choose a doctor.',
    accountGone: 'The account of {name} is suspended or has no role yet. Please choose somebody else, or ask the administrator.',
    standardWrong: 'The lower figure is above the upper one. For example 300 to 400.',
    noBoard: 'This board has not been published, or was withdrawn. Please ask the residents’ committee.',
  },
  roles: {
    leader: 'Leader', subdistrictCoordinator: 'Subdistrict coordinator', communitySupervisor: 'Community supervisor', compoundKeeper: 'Compound keeper', gridWorker: 'Grid worker', buildingHead: 'Building head',
    doctorTeam: 'Doctor', cadreTeam: 'Cadre', propertyTeam: 'Property',
  },
  states: { current: 'On duty', planned: 'Not begun', gone: 'Account suspended', ended: 'Ended', undone: 'Undone' },
  gaps: { nobody: 'Nobody answers', gone: 'Account suspended' },
  page: {
    all: 'All areas', gaps: 'Nobody answers', loads: 'Overloaded', empty: '—', missing: 'No {role}', below: '{n} gaps below', since: 'since {day}', people: '{n} people', search: 'Find an area',
    staffing: '{households} households, {workers} on duty; at {from}–{to} households each there should be {least}–{best}', short: '{n} short', enough: 'enough', perWorker: '{n} households each',
    noGaps: 'Somebody answers for every area', noGapsHint: 'When somebody leaves or an account is suspended, it appears here at once.', noLoads: 'Nobody has more than {to} households', noLoadsHint: 'Counted from duties and households, always current.',
    columns: { area: 'Area', holders: 'Who answers', households: 'Households', name: 'Name', areas: 'Answers for', load: 'Load' }, over: '{n} households over', inside: 'within the standard',
    standard: 'Staffing standard', standardFrom: 'At least (households)', standardTo: 'At most (households)', standardSource: 'Source', standardSaved: 'Standard changed',
  },
  card: {
    chain: 'Chain of duty', here: 'this level', none: 'nobody', change: 'Change', end: 'End', undo: 'Undo', assign: 'Assign: {role}', add: 'Assign somebody', history: 'History', order: '{no}', onBoard: 'on the board', notOnBoard: 'not on the board',
    load: 'Workforce', loadLine: '{workers} people, {per} households each; the standard is {from}–{to} each', nobodyCounts: 'nobody yet', advice: 'Suggestions', until: 'until {day}', handed: 'took over {episodes} managed persons and {leads} leads from {from}',
    by: 'assigned by {name}', ended: 'ended by {name} on {day}: {reason}', board: 'Public board', teams: 'Three teams',
  },
  advice: {
    fill: 'Nobody answers for {area}, and there is nobody fitting. Have an account opened, or enter a name.', fillWith: 'Nobody answers for {area}. {name} has {households} households now and could take it.', replace: 'The account of {gone} is suspended, so {area} has nobody. Please change.',
    share: '{name} alone answers for {households} households, more than {to}. Assign a second person in {area} ({areaHouseholds} households).',
    moveArea: '{name} alone answers for {households} households, more than {to}. Give {area} ({areaHouseholds} households) to {other} ({otherHouseholds} now).',
    moreWorkers: '{households} households need at least {least} people ({to} each), better {best} ({from} each); there are {workers}, {n} short.', unassigned: '{names}: {n} people without a duty.', take: 'Do it',
  },
  form: {
    role: 'Which duty', who: 'Who', account: 'Somebody of the staff', named: 'By name only', search: 'Name or pinyin', name: 'Name', office: 'Office', title: 'Title', officePhone: 'Office phone', phoneHint: 'For the public board. No mobile numbers.',
    startsOn: 'From', endsOn: 'Until', endsHint: 'for a stand-in only', orderNo: 'Order no.', more: 'Office, title, dates, order', load: '{households} households now', free: 'no duty yet', go: 'Assign', goChange: 'Change', nobody: 'Nobody found. Try another spelling, or enter a name only.',
    reason: 'Why', reasonPlaceholder: 'e.g. rotation, leave, transfer', handOver: 'Hand over the open work', handing: 'Will hand over {people} managed persons, {visits} visits, {leads} leads', nothing: 'No open work to hand over', willHandOver: 'Handed over once somebody is chosen',
    endReason: 'Why it ends', goEnd: 'End the duty', warnEnd: '{name} still has {people} managed persons. Ending hands nothing over; better change the duty.', toBoard: 'On the public board', whoPrompt: 'Choose somebody, or enter a name', reasonPrompt: 'Please give a reason',
  },
  done: { assigned: '{name} answers for {area}', changed: '{name} took over {area}', ended: '{name} is off duty', handed: '{people} managed persons and {leads} leads handed over' },
  board: {
    title: 'Public board', sub: 'For the gate, the stairs and the office; residents may scan it', head: 'Who answers here', area: 'For', supervision: 'Supervision phone', supervisionHint: 'An office phone of the community or subdistrict, e.g. 0876-2121234, 12345', office: 'Community phone',
    publish: 'Publish', publishAgain: 'Save and publish', withdraw: 'Withdraw', published: 'Published', notPublished: 'Not published', publishedNow: 'Board published', withdrawn: 'Board withdrawn; the code opens nothing', withoutPhone: '{n} people have no office phone.', noLines: 'There is nobody to show yet. Assign somebody first.',
    role: 'Duty', name: 'Name', place: 'Area', phone: 'Office phone', chain: 'Chain of duty', teams: 'Three teams', below: 'Compounds, grids, buildings', updated: 'As of {day}', scan: 'Scan for the latest', scanHint: 'When people change, the code is right', complain: 'Not solved? Call the supervision phone', call: 'Call {phone}', noPhone: '—', large: 'Large', print: 'Print A4', open: 'Open the public page', onlyPublic: 'Names, duties and office phones only; no mobile numbers, no residents.', nothing: 'Nobody assigned yet',
  },
}
