import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Today',
  page: {
    left: '{n} things left today', late: '{n} of them overdue', noneLate: 'nothing overdue', reportBy: 'the daily report is due by {clock}', doneSoFar: '{n} done today',
    all: 'All', overdue: 'Overdue', kinds: 'Kinds of work', kindsOf: 'Kinds among these', showAll: 'Show all {n}', more: 'Show more', list: 'Open the list', lateGroup: 'Overdue', keys: 'up and down', keysOpen: 'do it', keysUndo: 'take back', keysAll: 'all keys',
    allDone: 'Everything of today is done', allDoneHint: 'What comes in will appear here at once.', doneAtAll: '{n} done today.',
    nothingHere: 'Nothing of this kind is left', nothingLate: 'Nothing is overdue', noWork: 'There is no work for you here yet', noWorkHint: 'What you have to do will appear here at once; there is no need to reload.',
  },
  communities: { title: 'Communities', late: 'Not verified in time', leads: 'Leads late', missing: 'Not measured', release: 'Held too long', report: 'Report of today', sent: 'sent {clock}', notSent: 'not sent', nothing: 'nothing late' },
  people: {
    tab: 'By person', sub: 'What nobody is responsible for first, then whoever has the oldest. A figure opens its rows.', byWork: 'By work', title: 'In whose hands', name: 'Responsible', open: 'Open', late: 'Overdue', oldest: 'Oldest', nobody: 'Nobody is responsible', nobodyHint: 'Assign somebody under Duty',
    of: '{name} has {n} things left', ofNobody: '{n} things nobody is responsible for', back: 'Back to the list', none: 'Nothing is left in anybody’s hands', looks: 'Open',
  },
  call: {
    title: 'One by one', sub: '{n} people to call or visit', subDone: '{n} people to call or visit, {done} done just now', place: '{n} of {total}', queue: 'Who is to be called', due: 'What is due', gaps: '{n} earlier gaps', noPhone: 'no telephone',
    way: 'How', ways: { phone: 'By telephone', visit: 'At the door' }, otherSymptoms: 'Other symptoms', gapReason: 'Why {n} readings are missing', need: 'What is needed', needHint: 'Leave empty if nothing; medicine, rice…', needBy: 'Who brings it', needOn: 'When',
    brings: { property: 'Property staff', worker: 'Community' }, days: { today: 'Today', tomorrow: 'Tomorrow' }, phoneHint: 'Ask for the number', noteHint: 'Leave empty if nothing',
    unchanged: 'Nothing else changed', record: 'Record', andNext: ', next', inVain: { phone: 'No answer', visit: 'Nobody home' }, notMeasuredYet: 'No reading yet: you can record without it, the check stays due.',
    said: { measured: '{name} {t} ℃, recorded', recorded: '{name} recorded', notMeasured: '{name} recorded, the reading is still missing', notReached: '{name} not reached, recorded', abnormal: '{name} abnormal: sent to the health centre' },
    keys: 'In the field of the reading', keyNext: 'to the press', keyVain: 'not reached',
  },
  kinds: { form: 'Forms of departments', careAlone: 'Nobody to care', careCall: 'Care calls', careVisit: 'Care visits', matterMine: 'My matters', matterUnassigned: 'Matters to assign', matterLate: 'Matters overdue', matterCall: 'To call back', matterExclusion: 'Exclusions', seal: 'Seal to approve', visitorToConfirm: 'Visitors to confirm', vehicleRecheck: 'Vehicles to check', certificate: 'Certificates', exit: 'Exits to decide', notBack: 'Not back', departure: 'Departures', resumptionCheck: 'Readiness checks', resumptionRecheck: 'Rechecks', resumptionReason: 'Why not resumed', lead: 'Leads', declared: 'Declarations', verify: 'Arrivals to verify', list: 'Pushed list', visit: 'Visits', check: 'Check missing', release: 'To release', test: 'Tests', gap: 'Gaps to explain', report: 'Daily report', request: 'Data requests', baseData: 'Base data', zoneItem: 'Measures', gateEmpty: 'Empty posts', gateHeld: 'Held at gates', gatePattern: 'Looks wrong at gates', dutyGap: 'Duty', parcel: 'From phones', account: 'Locked accounts', asked: 'Accounts to stop', grant: 'Waiting for a role', chain: 'Audit chain' },
  press: { form: 'Fill', careAlone: 'Say who', careCall: 'Call', careVisit: 'Visit', matterMine: 'Deal with', matterUnassigned: 'Assign', matterLate: 'Ask', matterCall: 'Call back', matterExclusion: 'Decide', seal: 'Approve', visitorToConfirm: 'Ring', vehicleRecheck: 'Check', certificate: 'Issue', exit: 'Decide', notBack: 'Note', departure: 'Check in', resumptionCheck: 'Check', resumptionRecheck: 'Recheck', resumptionReason: 'Ask', lead: 'Handle', declared: 'Confirm', verify: 'Verify', list: 'Check', visit: 'Record', check: 'Measure', release: 'See to it', test: 'Record', gap: 'Explain', report: 'Open', request: 'Answer', baseData: 'Fill in', zoneItem: 'Open', gateEmpty: 'Open', gateHeld: 'See to it', gatePattern: 'Check', dutyGap: 'Assign', parcel: 'See to it', account: 'Unlock', asked: 'See to it', grant: 'Grant', chain: 'Look', ready: 'Release' },
  act: {
    remind: 'Remind {n} people', reminded: 'Reminded {n} times', releaseAll: 'Release these {n}', released: '{n} people released', releasedOne: '{name} released', refusedSome: '{n} cannot be released yet',
  },
  what: {
    form: 'Fill it and send it to the department',
    matterMine: 'Deal with: {matterKind}', matterAccept: 'Accept: {matterKind}', matterUnassigned: 'Send somebody: {matterKind}', matterLate: 'Ask {holder}: {matterKind}', matterCall: 'Ask whether it is solved: {matterKind}', matterExclusion: 'Decide on an exclusion: {matterKind}',
    visitorToConfirm: 'Ask the household about this visit ({visitPurpose})', vehicleRecheck: 'Check the vehicle again', certificate: 'Health certificate: {exitKind}, to {destination}', exit: 'Decide: {exitKind}, to {destination}', notBack: 'Reach them and note the return', departure: 'Bus to {destination}: check in, hand over', parcel: 'See to what a phone handed over', parcelLost: 'See to the record of somebody who has left the duty',
    gateEmpty: 'Ring, so that somebody comes', gateAsk: 'Ask: nobody at the gate', gateHeld: 'Fetch them at the gate, or call the health centre', gatePattern: 'Check: {gatePattern}',
    careAlone: 'Find out who cares for them, and say so', careVisit: 'Look in on', careAgain: 'Not met last time: go again', careAsk: 'Ask again whether to visit', careCall: 'Ring {who}: are they well?', careFind: 'Ask the neighbours, find them',
    seal: 'Approve {title}',
    resumptionCheck: 'Check whether it may resume', resumptionRecheck: 'Look again whether the points are met', resumptionMend: 'See whether it is there now', resumptionReason: 'Ask why it has not resumed',
    zoneItem: '{title}', zoneAsk: 'Ask for: {title}', dutyGap: 'Assign: {duty}', dutyLoad: 'Share some households',
    leadReceive: 'Take over the lead', leadClose: 'Close the lead', leadCall: 'Ask the health centre to take over', declared: 'Confirm the declaration', verify: 'Verify the registration', list: 'Check and answer {n} people', listAssign: 'Find the community of {n} rows', visit: 'Visit and measure', visitMissed: 'Call at the door and measure', visitDelivery: 'Deliver to the door', visitTell: 'Tell of the new measure',
    check: 'Measure', release: 'Confirm the end of {measure}', releaseMissing: 'Complete what release needs', releaseTonight: 'Ends tonight', test: 'Take the test', gap: 'Explain {n} gaps', reportSend: 'Check and send the daily report', reportAddUp: 'Add up and send the daily report', reportReturned: 'Check the report of {day} and answer', reportAsk: 'Ask for the daily report',
    request: 'Answer a request about personal data',     baseData: 'Complete the base data: {baseDataGap}', tenPoints: 'Ask arrivals for what is not clear of the ten points', account: 'Make sure who it is, then unlock', askedSuspend: 'Suspend the account', askedShorten: 'Let the account end on {day}', askedReset: 'Reset an administrator’s password and second factor', grant: 'Grant a role and an area', chain: 'Look into the audit chain',
  },
  why: {
    form: '{formFrequency}, due {at}',
    matter: '{words}',
    visitorToConfirm: '{householder} has not answered yet', vehicleRecheck: 'every {days} days, due {day}', certificate: 'leaving {day}', exit: 'leaving {day}', notBack: 'due back by {at}', notBackNoted: 'due back by {at}; noted: {reason}', departure: '{taken} seated, {boarded} boarded', parcel: '{name} recorded it {at} and could not send it',
    gateEmpty: '{name} was expected; nobody signed on for the shift of {at}', gateNobody: 'nobody is rostered or signed on for the shift of {at}', gateHeld: 'waits at {gate} since {at}', gateHeldMeasured: 'waits at {gate} since {at}, {celsius} ℃', gatePattern: '{at} at {gate}',
    careAlone: '{names} was taken away and nobody at home can care for them. {law}', careVisit: '{careGroups}, every {days} days, due {day}', careCall: 'not met {n} times running, last {day}',
    seal: 'taken by {asker}, {purpose}',
    resumptionCheck: '{trade}, applied {day}', resumptionRecheck: '{trade}, due {day}', resumptionMend: 'missing: {lacking}, look again {day}', resumptionReason: '{trade}, nobody has asked yet',
    zoneItem: '{name} is responsible', zoneNobody: 'nobody is responsible yet', dutyGap: 'nobody answers for it now', dutyGone: 'the account of whoever answers is suspended', dutyLoad: 'one person for {households} households, above the standard',
    leadFever: '{celsius} ℃ at {at} {symptoms}', leadSymptoms: '{symptoms}, reported {at}', leadContact: 'A contact, reported {at}', leadPositive: 'Positive test, recorded {at}', list: 'pushed by {source}, {total} people', verify: '{channel}: came from {origin} on {day}',
    visit: '{measure}, visited daily', visitMissed: 'Not measured today: {windows}', visitTell: 'A new order changes the measure; to be told today', visitTried: 'Called once, nobody at home', check: 'No reading yet: {windows}', checkReminded: 'No reading yet: {windows}; reminded', checkTried: 'No reading yet: {windows}; tried {at}, not reached', visitDelivery: 'To bring: {need}',
    releaseReady: 'Period over on {day}, records complete', releaseMissing: 'Period over on {day}, still missing: {missing}', releaseTonight: 'Ends today at 24:00, records complete', test: 'Due on {day}', gap: 'The last on {day}; to be explained before the end',
    reportToday: 'Today’s report is not sent yet', reportReturned: 'Returned by {office}: {question}', reportFormer: 'The report of {day} was not sent',
    request: 'Asked {at}: {text}',     baseData: '{n} to do, listed by doors', tenPoints: '{n} people to ask, the latest arrivals first', account: 'Wrong password too often, locked until {at}', asked: 'Asked by {by} {at}: {reason}', grant: 'Opened {at}, no role yet', chain: 'Does not follow from no. {no} on; secure the database at once',
  },
}
