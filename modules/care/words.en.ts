import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Care visits',
  withdrawnWith: 'The visit was taken back',
  errors: {
    notInCare: '{name} is in no care group now, so nothing is arranged. Choose a care group on the person’s card first.',
    needMissing: 'Choose what is needed and say it in a sentence; it is registered as a matter.',
    wordsMissing: 'Say in a sentence what has changed.',
    phoneWrong: 'This does not look like a telephone number. A mobile has 11 digits, a landline may have its area code. Please correct it.',
    dayPast: 'The day to ask again must be after today. Please correct it.',
    nameMissing: 'Write the name of whoever cares; only where the carer is back or they manage alone it is left out.',
    whichCommunity: 'Days are set for a community. Choose one above the list, then press again.',
    cannotTakeBack: 'Only whoever recorded it takes it back, on the same day. Record once more what is the case.',
  },
  tabs: { toVisit: 'To visit', overdue: 'Overdue', missed: 'Not met', fine: 'Fine', notWanted: 'Not wanted', all: 'All' },
  slices: { visited: 'visited this week', week: 'to be visited this week', inTime: 'visited in time this week', unanswered: 'without anybody answering' },
  results: { fine: 'fine', need: 'in need', notMet: 'not met', changed: 'things have changed' },
  ways: { door: 'at the door', threshold: 'at the door, not met', phone: 'by telephone' },
  state: { overdue: '{n} days overdue', due: 'due today', later: 'next on {day}', notWanted: 'ask again on {day}', twice: 'not met {n} times running', once: 'not met last time' },
  relations: { guardian: 'guardian', child: 'son or daughter', relative: 'relative', neighbour: 'neighbour', other: 'contact' },
  answererKinds: { partyMember: 'party member', volunteer: 'volunteer', neighbour: 'neighbour', other: 'other' },
  covers: { relative: 'relative', neighbour: 'neighbour', community: 'the community', civilAffairs: 'civil affairs, welfare home', returned: 'the carer is back', able: 'manages alone' },
  list: {
    name: 'Name', groups: 'Groups', place: 'Address', door: 'Door', area: 'Area', phone: 'Telephone', contact: 'Guardian, contact', contactPhone: 'Contact’s telephone', need: 'Need', answerer: 'Answers for it', rhythm: 'How often', last: 'Last visit', result: 'Found', note: 'Note', outcome: 'Outcome', satisfaction: 'Satisfied', due: 'Next', state: 'State',
    every: 'every {n} days', own: 'own rhythm', allGroups: 'All groups', allAreas: 'All areas', nobody: 'nobody answers', never: 'never visited', measure: '{measure}',
  },
  sub: '{all} people · {week} to visit this week, {inTime} in time, {rate}', subNone: '{all} people',
  empty: { toVisit: 'Everybody due today has been visited.', overdue: 'Nobody is overdue.', missed: 'Nobody was missed twice running.', fine: 'No visits yet.', notWanted: 'Everybody wants to be visited.', all: 'Nobody to look in on yet.' },
  emptyHint: 'Choose a care group on a person’s card, or fill in the column of the roster, and they stand here.',
  groups: 'By group', ledger: 'Ledger (form 19)',
  uncared: {
    title: 'Nobody to care for them', homes: '{n} homes with nobody to care for them', more: '{n} more', taken: '{names}: {where}', where: { centralQuarantine: 'central quarantine', hospital: 'taken to hospital' }, left: 'Left at home: {names}', age: '{name} ({n})', cover: 'Say who cares for them', who: 'Who cares for them now', whoNeed: 'Choose who cares for them', name: 'Name of the carer', nameNeed: 'Write the name of the carer', phone: 'Telephone', note: 'Note', save: 'Record', saved: 'Recorded: {who}',
  },
  card: {
    why: 'Why', whySaid: '{groups}, {rhythm}', next: 'Next', rhythm: 'How often', perGroup: '{group}: every {n} days', perGroupOwn: '{group}: every {n} days (set by the community)', standard: 'The days are this system’s own values; a community may set others.', ownSaid: 'Every {n} days for this person: {reason}', declined: '{by} said on {day} that no visits are wanted {note}', askAgain: 'Ask again on {day}',
    quarantine: '{measure}: to the door, no meeting. Ask through the door or telephone.', call: 'Not met {n} times running: telephone {who}.', callNobody: 'Not met {n} times running, and no contact is known. Ask the neighbours and enter one.', since: 'since {day}', onDuty: 'by duty', visits: 'Visits', none: 'No visits yet.', matters: 'Needs and what was done', ended: 'In no care group now; only what was kept.', late: 'received {at}', undone: 'taken back', person: 'Person',
  },
  act: {
    fine: 'Fine', need: 'In need', notMet: 'Not met', changed: 'Changed', way: 'How', note: 'Note', noteHint: 'may be left empty', what: 'What is needed', whatNeed: 'Choose what is needed', words: 'In words', wordsHint: 'e.g. two boxes of pills, used up in two days', wordsNeed: 'Say what exactly', urgentAsk: 'Is it urgent', urgent: 'urgent', urgentNo: 'not urgent', changedHint: 'e.g. her daughter lives with her again; in hospital', changedNeed: 'Say what has changed', save: 'Record', saveNeed: 'Record and register the matter',
    saved: '{name}: {result}', savedNeed: '{name}: in need, matter {number} registered', undone: 'Taken back', undoneMatter: 'Taken back, the matter too', undoneKept: 'The visit is taken back; somebody works on the matter already, so it stays',
    contact: 'Contact', answerer: 'Answers for it', rhythm: 'How often', decline: 'No visits wanted', resume: 'Visit again', drop: 'Leave it to the grid', undo: 'Undo', saved2: 'Saved',
  },
  form: {
    contact: 'Guardian, contact', name: 'Name', nameNeed: 'Write the name', relation: 'Relation', relationNeed: 'Choose the relation', phone: 'Telephone', phoneKeep: 'left empty the former stays', answerer: 'Who answers for it', kind: 'Who', kindNeed: 'Choose who it is', rhythm: 'A rhythm of their own', days: 'Every how many days', daysNeed: 'From 1 to 365', reason: 'Why', reasonHint: 'e.g. just out of hospital', reasonNeed: 'Say why', asGroups: 'As the groups say',
    decline: 'No visits wanted', saidBy: 'Who said so', saidByHint: 'the person, her daughter', saidByNeed: 'Write who said so', askAgain: 'Ask again on', askNeed: 'Choose the day to ask again', save: 'Save',
  },
  rhythms: { title: 'How often', button: 'How often', sub: 'Days between visits by group; of somebody in several, the shortest holds.', standard: 'standard {n} days', save: 'Save', saved: 'Saved; {n} people go by it', unchanged: 'Nothing changed', note: 'No law or order names days; the standards are this system’s own.', days: 'days' },
  areas: { title: 'Communities', name: 'Community', all: 'People', toVisit: 'To visit', overdue: 'Overdue', missed: 'Not met', week: 'Due this week', inTime: 'In time', rate: 'Rate', unanswered: 'Nobody answers', none: 'Nobody to look in on in this territory yet.' },
  about: { title: 'Care', line: '{groups} · every {n} days · {last}', last: 'last {day}, {result}', never: 'never visited', declined: 'no visits wanted, ask again on {day}' },
  phone: {
    covered: 'noted who cares', title: 'Care visit', due: 'Care · {what}', late: '{n} days overdue', today: 'due', again: 'not met last time', callFirst: 'missed twice, telephone first', askAgain: 'ask whether to visit', groups: '{groups} · every {n} days', last: 'last {day}, {result}', never: 'never visited', contact: 'Contact {name} {phone}', contactHint: 'The whole number is shown at the desk; or ask the community to call.', alsoCheck: 'This household is also to be measured', alsoCare: 'A care visit is due here too', toCheck: 'Measure', toCare: 'Visit', quarantine: 'In quarantine: to the door, no meeting. Ask through the door or telephone.', kept: '{name} recorded', cancel: 'Back',
  },
}
