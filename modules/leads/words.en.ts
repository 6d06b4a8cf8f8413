import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Leads to check',
  errors: {
    notInState: 'This lead has changed (it is now “{state}”); somebody may just have dealt with it. Please refresh.',
    notTheDay: 'Only a lead closed today can be reopened. Please open another one for what is new.',
  },
  timeline: {
    opened: 'Lead raised with the health centre, to be taken over by {time}',
    received: 'The health centre has taken over the lead',
    closed: {
      excluded: 'Lead checked by the health centre: ruled out {note}',
      backToManagement: 'Lead checked: back to the community {note}',
      referredToHospital: 'Lead checked: taken to hospital {note}',
      notReachable: 'Lead checked: not reachable {note}',
      other: 'Lead closed {note}',
    },
    reopened: 'Closing of the lead undone',
  },
  kinds: { fever: 'Fever', symptom: 'Symptoms', contact: 'Contact' },
  states: { open: 'Waiting', received: 'In hand', closed: 'Closed' },
  results: {
    excluded: 'Ruled out', backToManagement: 'Back to the community', referredToHospital: 'Taken to hospital', notReachable: 'Not reachable', other: 'Other',
  },
  tabs: { active: 'Not closed', overdue: 'Overdue', open: 'Waiting', received: 'In hand', closed: 'Closed today' },
  actions: { receive: 'Take over', close: 'Close', reopen: 'Undo closing' },
  columns: { person: 'Name', seen: 'What was seen', place: 'Where', clock: 'Clock', opened: 'Raised' },
  clock: {
    left: '{minutes} min left', leftHours: '{hours} h {minutes} min left', over: '{minutes} min overdue',
    overHours: '{hours} h {minutes} min overdue', overDays: '{days} days overdue', took: 'taken over within {minutes} min', due: 'to be taken over by {time}',
  },
  card: {
    seen: 'What was seen', temperature: 'Temperature {celsius} ℃', from: 'from {place}', isolated: 'Please stay where you are: no going out, no public transport.',
    notDiagnosis: 'This is a lead to check, not a diagnosis. The health service checks it.', opener: 'raised by {name}', bySelf: 'raised by the person', receiver: 'taken over by {name}',
    closer: 'closed by {name}', openPerson: 'Open the person', openEpisode: 'Open the episode', openScreening: 'Open the report', history: 'What was done',
  },
  close: {
    title: 'Close the lead', result: 'What was found', note: 'Note', notePlaceholder: 'e.g. measured again 36.8 ℃, throat clear, home to be observed', done: 'Closed: {result}', undo: 'Undo',
    notePrompt: 'Please choose what was found',
  },
  received: 'Taken over, the clock has stopped',
  empty: { active: 'No lead is waiting.', overdue: 'None is overdue.', open: 'None is waiting.', received: 'None is in hand.', closed: 'None was closed today.' },
}
