import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Management',
  tabs: { active: 'Managed', central: 'Central', home: 'Home quarantine', monitoring: 'Monitoring', ending: 'Ending today', missing: 'Check missing', noRoom: 'No room yet', lead: 'With a lead', closed: 'Ended' },
  states: { active: 'managed', released: 'released', hospital: 'in hospital', movedOut: 'moved out', cancelled: 'cancelled' },
  dueStates: { open: 'due', done: 'done', missed: 'missed', explained: 'explained' },
  channels: { self: 'own report', worker: 'community worker', doctor: 'doctor', visit: 'at the door' },
  sites: { forehead: 'forehead', wrist: 'wrist', armpit: 'armpit', ear: 'ear' },
  visitors: { doctor: 'doctor', worker: 'community', property: 'property staff' },
  visitPurposes: { routine: 'daily visit', missedCheck: 'after a missed check', delivery: 'delivery' },
  visitResults: { made: 'made', nobodyHome: 'nobody at home', refused: 'door not opened' },
  visitStates: { owed: 'owed', made: 'made', cancelled: 'cancelled' },
  conditions: {
    periodOver: 'Period over', noGap: 'No gap in the checks', testsDone: 'Tests done', noAnomaly: 'Nothing abnormal open', confirmed: 'Confirmed by the deciding office',
    periodOverMissing: 'over on {day} at 24:00', noGapMissing: '{n} missed checks without explanation', testsDoneMissing: '{n} tests missing', noAnomalyMissing: '{n} leads open', confirmedMissing: 'waiting for the subdistrict or command post', notAsked: 'not asked by the policy',
  },
  measures: { centralQuarantine: 'central quarantine', homeQuarantine: 'home quarantine', homeMonitoring: 'home health monitoring', healthMonitoring: 'health monitoring', selfMonitoring: 'self-monitoring' },
  results: { negative: 'negative', positive: 'positive' },
  list: {
    person: 'Person', state: 'State', day: 'Day', ends: 'Ends', last: 'Last reading', missing: 'Missing today', gaps: 'Gaps', place: 'Where', home: 'at home', noRoom: 'no room yet',
    empty: 'Nobody is managed now. People appear here once their arrival is verified and the policy asks for it.', nothing: 'Nobody is in this group now.', remind: 'Remind', reminded: '{n} checks reminded', release: 'Release {n} people',
    releasedDone: '{n} people released', refusedSome: '{n} cannot be released yet', never: 'never measured', times: '{n} times', missed: '{n} missing', area: 'Area', origin: 'Origin',
  },
  card: {
    why: 'Why', curve: 'Temperature', threshold: '{t} ℃', gap: 'missing', deviceError: 'device error', conditions: 'Release needs', stages: 'Stages', staff: 'Responsible', doctor: 'Doctor', worker: 'Community', nobody: 'nobody yet',
    visits: 'Visits', tests: 'Tests', changes: 'Changes', checks: 'Readings', place: 'Place', assignRoom: 'Assign a room', freeRooms: 'Free rooms', noFree: 'No bed is free; ask the subdistrict for more rooms', release: 'Release', releaseEarly: 'Release early',
    undo: 'Undo', moveOut: 'Move out', hospital: 'To hospital', changeMeasure: 'Change measure', expose: 'New exposure', explain: 'Explain', explainTitle: 'Why there is no reading', cancel: 'Cancel', orderNo: 'Order no.', reason: 'Reason',
    checkTitle: 'Measured', record: 'Record', recordNext: 'Record, next person', noSymptoms: 'no symptoms', other: 'other', recorded: 'Recorded', abnormal: 'Abnormal: sent to the health centre', deviceErrorSaid: 'Looks like a device error, measure again; it is kept but not taken as a reading',
    lastExposure: 'Last exposed on', contact: 'Contact', testResult: 'Result', takenOn: 'Taken on', nothing: 'none', link: 'Personal page', linkHint: 'The person scans it and reports alone', done: 'Saved', by: '{name} {at}', confirmRelease: 'Confirm release',
    stageLine: '{measure}, {days} days ({from} to {to})', released: '{name} released', siteRoom: '{room}', visited: 'Visited', visitNote: 'Note', owed: 'owed', moreOwed: '{n} earlier visits still owed', change: 'Change', testDue: 'due on {day}', curveTable: 'Show the figures', missingAt: '{day} {window} missing', thermometer: 'Measured at', checked: '{n} readings, {gaps} missing',
  },
  sitesPage: { title: 'Sites', beds: '{taken} of {beds} beds', free: '{n} free', add: 'New site', addRooms: 'Add rooms', name: 'Name', address: 'Address', phone: 'Phone', rooms: 'Rooms (one a line, or 301-312)', bedsEach: 'Beds each', empty: 'No site yet. The subdistrict or command post makes one.', full: 'full', closed: 'closed', close: 'Close, take no more', reopen: 'Open again', freeAbove: 'Free beds to use', roomsCount: '{n} rooms', day: 'day {n}', area: 'Belongs to' },
  timeline: {
    opened: 'Managed: {because}', extended: 'Extended to {endsOn} ({orderNo} {reason})', measureChanged: 'Changed to {measure} ({orderNo} {reason})', roomAssigned: 'Room {room}', staffAssigned: 'Responsible staff changed',
    movedOut: 'Moved out: {reason}', hospital: 'Sent to hospital: {reason}', cancelled: 'Cancelled: {reason}', released: 'Released', releasedEarly: 'Released early ({orderNo} {reason})', releaseUndone: 'Release undone', stageMoved: 'Now {measure}',
    missed: '{on} {window}: no reading, handed to the grid worker', abnormal: '{temperature} ℃ or symptoms, sent to the health centre', visited: '{visitor} called {reason}', nobodyHome: '{visitor} called, nobody at home {reason}', gapExplained: 'Gap of {on} explained: {reason}', tested: 'Test of {on}: {result}',
  },
  changes: {
    extended: 'extended', measureChanged: 'measure changed', roomAssigned: 'room assigned', staffAssigned: 'staff changed', movedOut: 'moved out', hospital: 'sent to hospital', cancelled: 'cancelled', released: 'released', releasedEarly: 'released early',
    releaseUndone: 'release undone', stageMoved: 'next stage', visited: 'visited', nobodyHome: 'nobody at home', gapExplained: 'gap explained', tested: 'tested',
  },
  my: {
    greeting: '{name}, today is day {n}', until: 'ends on {day} at 24:00, {left} days left', lastDay: 'ends today at 24:00', over: 'The period is over, the subdistrict will confirm', released: 'You are released from {measure}', releasedText: 'Thank you. Please keep taking care.',
    windowOpen: 'The {window} temperature is still missing', windowDone: 'The {window} temperature is reported', windowMissed: 'The {window} temperature was not reported; the community will call', windowLater: 'The {window} temperature can be reported from {from}', by: 'Report once before {to}. If you cannot measure, ask your family or call.', reminded: 'The community asks you to report',
    symptoms: 'Are you unwell?', none: 'no', more: 'other', report: 'Report', why: 'Why {measure}', past: 'Reported before', call: 'Call', find: '{duty}: {name}', duties: { worker: 'Community worker', doctor: 'Doctor', community: 'Community' },
    thanks: 'Received', abnormalThanks: 'Received. The health centre has been told and a doctor will call you. Please stay in your room.', errorThanks: 'That does not look like a body temperature (below 35 or above 42). Please measure again.', extra: 'This is outside the hours for measuring; you can report all the same and it is kept.', again: 'Report again', tests: 'Tests', testOn: 'Test due on {day}',
    temperature: 'Temperature', hospital: 'You were sent to hospital', movedOut: 'You are managed elsewhere now', cancelled: 'Cancelled', cannotNow: 'No connection, not sent yet. Press again in a moment; what you typed is still there.', noSymptomsYet: 'Please say whether you are unwell', noTemperature: 'Measure first, then type the number, for example 36.8', large: 'Large type',
  },
  errors: {
    notInState: 'It is “{state}” now, so this can no longer be done. Reload to see the latest.',
    notReleasable: 'Not ready for release; missing: {missing}. Complete it first, or use an early release with the number of an order.',
    notTheConfirmer: 'A release is confirmed by the office that decided ({roles}). Ask the subdistrict or the command post.',
    roomFull: '{room} is full. Beds are free in: {free}.',
    notShortened: 'A period can be extended, never shortened; it ends on {endsOn}. To end earlier use an early release with an order.',
    notTheDay: 'Only a release of the same day can be undone. Record a new screening to manage the person again.',
    hasRecords: '{checks} readings are recorded already, so it cannot be cancelled. Move out, or release early by an order.',
    nothingMissed: 'No check was missed there, nothing to explain.',
    siteClosed: 'This site is closed or not available here; choose another room.',
    noReading: 'Neither a temperature nor a symptom: nothing to record. Measure first.',
    roomTaken: '{room} exists already, use another number.',
  },
}
