import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Policies',
  measures: {
    centralQuarantine: 'central quarantine', homeQuarantine: 'home quarantine', homeMonitoring: 'home health monitoring', healthMonitoring: 'health monitoring', selfMonitoring: 'self-monitoring',
  },
  symptoms: {
    fever: 'fever', dryCough: 'dry cough', cough: 'cough', fatigue: 'fatigue', soreThroat: 'sore throat', lossOfSmell: 'loss of smell or taste', stuffyNose: 'stuffy nose', runnyNose: 'runny nose',
    conjunctivitis: 'conjunctivitis', muscleAche: 'muscle ache', diarrhoea: 'diarrhoea', breathless: 'short of breath', chestTightness: 'tight chest', headache: 'headache', nausea: 'nausea',
  },
  contacts: { none: 'none', close: 'close contact', secondary: 'contact of a contact', general: 'casual contact' },
  riskLevels: { high: 'high risk', medium: 'medium risk', low: 'low risk' },
  states: { draft: 'draft', published: 'in force', superseded: 'superseded' },
  windows: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
  visitors: { doctor: 'doctor', worker: 'community worker', property: 'property staff' },
  anchors: { arrival: 'day of arrival', lastExposure: 'day of last exposure' },
  households: { none: 'only the person', together: 'the household together' },
  counting: { dayAfterAnchor: 'the next day is day 1', anchorIsDayOne: 'the same day is day 1' },
  conditions: { periodOver: 'period over', noGap: 'no gap in the checks', testsDone: 'tests done and negative', noAnomaly: 'nothing abnormal open', confirmed: 'confirmed by the deciding office' },
  lost: { widerScope: 'wider scope: the nearer one wins', older: 'older: the newer one wins', notYet: 'not yet in force', ended: 'no longer in force' },
  relations: { abroad: 'abroad', otherProvince: 'another province', sameProvince: 'elsewhere in the province', sameCity: 'the same city' },
  differs: {
    was: 'was: ', is: 'will be: ', undecided: 'not decided', nothing: 'none', noContact: 'no contact', cases: ' ({cases})', except: 'all but: {who}', codes: 'divisions {codes}', originClass: 'Origin class “{name}”', riskArea: 'Risk area {name}', window: 'Checks, {name}', requires: 'Release needs', confirmBy: 'Who confirms a release', removed: 'without {what}', added: 'with {what}', minutes: '{n} minutes',
    values: { fever: 'Fever from', inclusive: 'Exactly at the threshold', deviceMin: 'Device error below', deviceMax: 'Device error above', counting: 'Counting of days', feverLeadMinutes: 'Fever: taken over within', symptomLeadMinutes: 'Symptom: taken over within', verifyMinutes: 'Declarations verified within', missedVisitBy: 'Visit after a missed check by', cutOff: 'Daily report at', minutesPerLevel: 'More for each office above (min)', retroactive: 'People managed already' },
    inclusive: { yes: 'is a fever', no: 'is not a fever' }, retroactive: { yes: 'decided anew by this order', no: 'unchanged' },
    title: 'What differs from another edition', pick: 'Compare with', none: 'There is no other edition to compare with',
  },
  page: {
    inForce: 'In force', since: 'since {day}', until: 'until {day}', scope: 'for {area}', issuer: 'Issued by', order: 'Order', source: 'Source', who: 'Who is managed, and how',
    origin: 'Origin', contact: 'Contact', then: 'Measure', days: '{days} days', clause: 'Clause', checks: 'Windows for checks', remind: 'reminder {minutes} minutes after it opens',
    threshold: 'Fever', deviceRange: 'below {min} ℃ or above {max} ℃ the device is wrong; never taken as a reading', release: 'Release needs', confirmBy: 'confirmed by {roles}', cutOff: 'Daily report at {clock}', perLevel: '{clock}; {minutes} minutes more for each office above',
    leads: 'the health centre takes over within {fever} minutes for fever, {symptom} minutes for symptoms', riskAreas: 'Risk areas', none: 'none listed', notManaged: 'not managed', tests: 'tests on day {days}',
    visits: '{who} calls {times} times a day', household: 'Household', counting: 'Counting', tryTitle: 'Try it', tryHint: 'Give an origin and a day of arrival to see what this order decides. Nothing is written.',
    tryArrived: 'Arrived on', tryButton: 'Show', publish: 'Publish', published: 'Published', edition: 'edition {n}', empty: 'No policy yet. The subdistrict or the command post drafts and publishes one.', anyone: 'every arrival', any: 'any',
    symptom: 'Symptom', withSymptom: 'yes', withoutSymptom: 'no', lostTitle: 'Orders not chosen', chosenTitle: 'Why this one', chosenWhy: 'The nearest scope wins, then the newest in force.',
  },
  exits: {
    title: 'Going out', none: 'This order says nothing about going out; the community decides each request.', add: 'Add rules for going out', drop: 'Remove rules for going out', approval: 'the community decides as well', quoteOf: '{kind}: words of the order', clauseOf: '{kind}: clause', answerOf: '{kind}: what is done', transportOf: '{kind}: how they travel', confinedOf: '{kind}: while in quarantine', approvalOf: '{kind}: the community decides as well',
    kinds: { migrantWork: 'Work elsewhere', visiting: 'Visits', medical: 'Medical', localWork: 'Local work' },
    answer: { certificate: 'with a health certificate', refuse: 'not allowed', register: 'registered and measured daily' }, transport: { group: 'by group transport', own: 'by their own means' }, confined: { refuse: 'not during quarantine', escort: 'escorted during quarantine' },
    terms: { confining: 'Measures during which the person and the household stay in', lookBackDays: 'Certificate: days looked back on', readings: 'Certificate: readings at least', validDays: 'Certificate: valid for', backBy: 'Back on the day by' },
    of: { lookBackDays: '{n} days', readings: '{n} readings', validDays: '{n} days' },
  },
  resumption: {
    title: 'Work resumption', none: 'This order asks nothing before work resumes; the community decides.', add: 'Add work resumption', drop: 'Take work resumption out', about: 'Work resumption: {part}', pointN: 'Point {n}', pointEnN: 'Point {n} in English', addPoint: 'Add a point', clauseOf: '{trade} may not resume: clause', quote: 'Work resumption: words of the order', noneClosed: 'none', days: '{n} days',
    terms: { points: 'What is asked', closedTrades: 'Trades that may not resume yet', recheckDays: 'Days until a recheck', mendDays: 'Days to mend what is missing' },
  },
  passage: {
    title: 'Going in and out', none: 'This order says nothing of gates: but for home quarantine, people go as they like.', add: 'Add rules for gates', drop: 'Drop the rules for gates', about: 'Gates: {part}',
    parts: { quota: 'Frequency', exempt: 'Reasons that use up no turn', hoursOut: 'Out for at most (hours)', companions: 'Old people and children', toleranceMinutes: 'Tolerated around opening hours (minutes)', managed: 'Managed people', code: 'Official code' },
    of: { leave: 'going out', visitors: 'visitors', vehicles: 'vehicles' }, leave: { free: 'out without limit', quota: 'out by frequency', purpose: 'out for a reason or with a certificate', closed: 'nobody leaves home' }, visitors: { free: 'visitors are written down', confirmed: 'the household confirms visitors', refused: 'no visitors' }, vehicles: { free: 'any vehicle', pass: 'vehicles with a pass', refused: 'no vehicles' },
    withPass: 'with a pass', noPass: 'without a pass', quota: { hours: '{persons} of a household in {days} days, again after {days} times 24 hours', calendarDays: '{persons} of a household in {days} days, by calendar days' }, counting: { hours: 'by 24 hours', calendarDays: 'by calendar days' }, quotaDays: 'In days', quotaPersons: 'Persons',
    anyHours: 'no limit', hours: '{n} hours', companions: 'under {childUnder} and from {elderFrom} years, taken along, not counted', childUnder: 'A child under (years)', elderFrom: 'Old from (years)', managed: { closed: { household: '{measure}: the household stays in', person: '{measure}: the person stays in' }, approval: { household: '{measure}: the household asks first', person: '{measure}: the person asks first' } }, codeAsked: 'The official code is looked at', codeNotAsked: 'The official code is not looked at',
  },
  draft: {
    title: 'Draft an order', sub: 'A copy of “{name}” ({order}): change only what changes.', editing: 'The draft “{name}” may be changed until it is published.', titleZh: 'Title (Chinese)', titleEn: 'Title (English)', orderNo: 'Order number', issuer: 'Issued by', scope: 'For the area', from: 'In force from', to: 'Until',
    summary: 'In one paragraph (Chinese)', summaryEn: 'In one paragraph (English)', division: 'Division', place: 'Exact place (optional)', level: 'Risk level', addArea: 'Add a risk area', remove: 'Remove', rule: 'Rule {n}', addRule: 'Add a rule', addStage: 'Add a stage', anyContact: 'any contact', anySymptom: 'any health',
    symptomatic: 'with symptoms', well: 'without symptoms', anchor: 'Counted from', countFrom: 'from the {day}', says: 'What the sentence why says', days: 'Days', daysUnit: 'days', noVisits: 'no visits', visitedBy: 'visits by {who}', tests: 'Test days, e.g. 1 4 7', fromClock: 'from', toClock: 'to',
    remindAfter: 'Reminder after so many minutes', remindUnit: 'min to the reminder', cutOff: 'Daily report at', minutesPerLevel: 'More for each office above (min)', feverLeadMinutes: 'Fever: taken over within (min)', symptomLeadMinutes: 'Symptom: taken over within (min)', verifyMinutes: 'Declarations verified within (min)', holes: 'Nobody decides yet: {what}. Add a rule before publishing.',
    hint: 'A draft is published by the command post. Until then it binds nobody; what was decided before is not rewritten.', keep: 'Keep as a draft', kept: 'The draft is kept', leave: 'Leave it', begin: 'Draft a new edition from this', change: 'Change the draft', withdraw: 'Withdraw the draft', withdrawn: 'The draft is withdrawn', withdrawWhy: 'Why it is withdrawn', shipped: 'Draft from an order that came along', originClasses: 'Origin classes (the first that fits counts)', addClass: 'Add a class', className: 'Name (Chinese)', classNameEn: 'Name (English)', classCodes: 'Division codes, e.g. 42 5301', classRisk: 'Risk level', classRelation: 'Relation to this place', classUnused: 'No rule uses this class', up: 'Move up', releaseRequires: 'Release needs', confirmBy: 'Confirmed by', inclusive: 'exactly at the threshold is a fever', deviceMin: 'Device error below', deviceMax: 'Device error above', missedVisitBy: 'After a missed check, visited by', addWindow: 'Add a window', retroactive: 'Retroactive: people managed already are decided anew when it comes into force', retroactiveHint: 'Otherwise it holds only for what is recorded from then on.', quote: 'In the order’s own words (shown to whoever asks why)', addVisit: 'Add visits', perDay: 'Times a day', preview: 'Preview and publish', saysStage: '{days} days of {measure}', comma: ', ',
  },
  errors: {
    nonePolicy: 'No policy is in force on {day}, so nothing can be decided. Ask the subdistrict or command post to publish one; what you entered is kept.',
    notADraft: '{orderNo} is already published and cannot be changed. Draft a new edition; publishing it supersedes this one.',
    undecided: 'Some cases are not decided yet: {combinations}. Add rules for them, then publish.',
    outsideTerritory: 'You can draft and publish only for your own territory. Choose another area, or ask the office above.',
    orderNoTaken: '{orderNo} is already the number of another order (“{title}”). Check the number and give this order its own, then publish.',
    attachmentKind: '“{filename}” is not a file that can be attached. Attach a PDF, a picture or a Word file.',
    attachmentKept: '{orderNo} is published, so its attachment stays as it was. Attach a corrected file beside it.',
  },
}
