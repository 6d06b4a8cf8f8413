import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Leads to check',
  errors: {
    notInState: 'This lead has changed (it is now “{state}”); somebody may just have dealt with it. Please refresh.',
    notTheDay: 'Only a lead closed today can be reopened. Please open another one for what is new.',
    receiptStands: 'Cannot be taken back: something was done since, or it was not you who took it over today. Ring whoever did, or have it handed over.',
    noHospital: 'It is not written down to which hospital. Please use “To hospital” first, then close.',
    wrongTime: 'That time cannot be right: it must lie after the lead was raised and not in the future.',
  },
  timeline: {
    opened: 'Lead raised with the health centre, to be taken over by {time}',
    received: 'The health centre has taken over the lead',
    closed: {
      excluded: 'Lead checked by the health centre: ruled out {note}',
      backToManagement: 'Lead checked: back to the community {note}',
      referredToHospital: 'Lead checked: taken to hospital {note}',
      diagnosed: 'Diagnosed by the health service; goes on in the disease reporting {note}',
      notReachable: 'Lead checked: not reachable {note}',
      other: 'Lead closed {note}',
    },
    reopened: 'Closing of the lead undone',
    handedBack: 'Taking over was taken back; the clock runs on',
    seen: 'Seen for the first time',
    added: 'Something new, joined to the same lead',
    testCorrected: 'The recorded test result was corrected to {finding}; please check and close',
    slip: 'The record of {time} was taken back where it was made, perhaps a slip; please ask the person',
    noted: {
      firstCall: 'First call {note}', examination: 'Examined {note}', sampling: 'Sample taken {note}', testResult: 'Test result: {finding} {note}', other: 'Note {note}',
    },
    referred: 'Sent to {hospital} ({hospitalTransport}) {note}',
    arrived: '{hospital} has confirmed the arrival',
    escalated: 'Nobody took over in time (by {due}); {offices} were told',
    handedOver: 'Lead handed over from {from} to {to}: {reason}',
  },
  kinds: { positive: 'Positive test', fever: 'Fever', symptom: 'Symptoms', contact: 'Contact' },
  states: { open: 'Waiting', received: 'In hand', closed: 'Closed' },
  steps: { firstCall: 'First call', examination: 'Examination', sampling: 'Sample', testResult: 'Test result', other: 'Other' },
  finding: { negative: 'negative', positive: 'positive', unclear: 'to be repeated' },
  hospitalTransport: { negativePressure: 'Negative-pressure ambulance', ambulance: 'Ambulance', officialCar: 'Official car', family: 'By the family' },
  told: { person: 'the person', family: 'the family', community: 'the community', subdistrict: 'the subdistrict', cdc: 'disease control' },
  channels: {
    door: 'at the door', desk: 'at the desk', gate: 'at the gate', phone: 'by telephone', self: 'own report', declaration: 'own declaration', family: 'by the family', doctor: 'health staff', worker: 'community', property: 'property staff',
    tip: 'a neighbour’s tip', pushedList: 'a pushed list', handedOver: 'handed over', system: 'system',
  },
  results: {
    excluded: 'Ruled out', backToManagement: 'Back to the community', referredToHospital: 'Taken to hospital', diagnosed: 'Diagnosed', notReachable: 'Not reachable', other: 'Other',
  },
  tabs: { active: 'Not closed', overdue: 'Overdue', open: 'Waiting', received: 'In hand', closed: 'Closed today' },
  actions: { receive: 'Take over', note: 'Note a step', refer: 'To hospital', arrive: 'Arrival confirmed', close: 'Close', reopen: 'Undo closing' },
  columns: { person: 'Name', seen: 'What was seen', place: 'Where', clock: 'Clock', opened: 'Raised', temperature: 'Temperature ℃', symptoms: 'Symptoms', due: 'To be taken over by', received: 'Taken over at', opener: 'Raised by', receiver: 'Taken over by', result: 'Result', note: 'What was done' },
  clock: {
    left: '{minutes} min left', leftHours: '{hours} h {minutes} min left', over: '{minutes} min overdue',
    overHours: '{hours} h {minutes} min overdue', overDays: '{days} days overdue', took: 'taken over within {minutes} min', due: 'to be taken over by {time}',
  },
  card: {
    seen: 'What was seen', temperature: 'Temperature {celsius} ℃', from: 'from {place}', isolated: 'Please stay where you are: no going out, no public transport.',
    notDiagnosis: 'This is a lead to check, not a diagnosis. The health service checks it.', opener: 'raised by {name}', bySelf: 'raised by the person', receiver: 'taken over by {name}',
    closer: 'closed by {name}', openPerson: 'Open the person', openEpisode: 'Open the episode', openScreening: 'Open the report', history: 'What happened',
    knew: 'Who knew when', reported: 'Raised', firstSeen: 'First seen', received: 'Taken over', minutesAfter: '{n} min after', hoursAfter: '{n} h {m} min after', atOnce: 'at once',
    told: 'told: {who}', writtenLater: 'written down {time}', escalated: 'Nobody took over in time; subdistrict and disease control were told', words: 'In their words', hospital: 'Hospital', arrived: 'Arrived', waiting: 'on the way, arrival not confirmed yet',
    about: 'Leads', contact: 'Contact',
  },
  close: {
    title: 'Close the lead', result: 'What was found', note: 'Note', notePlaceholder: 'e.g. measured again 36.8 ℃, throat clear, home to be observed', done: 'Closed: {result}', undo: 'Undo',
    notePrompt: 'Please choose what was found',
  },
  note: {
    title: 'Note a step', step: 'What was done', at: 'When', now: 'Now', earlier: 'Earlier', note: 'Finding', notePlaceholder: 'e.g. reached by phone, coughing since last night', finding: 'Test result', told: 'Who was told (several possible)', save: 'Note', done: 'Noted',
    chooseStep: 'Please say what was done', chooseFinding: 'Please choose the result',
  },
  refer: { title: 'To hospital', hospital: 'Which hospital', hospitalPlaceholder: 'e.g. Prefecture hospital, fever clinic', transport: 'How', save: 'Note', done: 'Sent to {hospital}', fill: 'Please name the hospital', choose: 'Please choose how', arrivedDone: 'Arrival confirmed' },
  received: 'Taken over, the clock has stopped',
  empty: { active: 'No lead is waiting.', overdue: 'None is overdue.', open: 'None is waiting.', received: 'None is in hand.', closed: 'None was closed today.' },
}
