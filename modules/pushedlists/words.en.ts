import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Pushed lists',
  sub: 'Lists of the police, the telecom authority, offices above and other cities: each person checked, answered in time.',
  errors: {
    fileEmpty: 'There is nothing in the file. Please make sure it is the sheet with the people, then upload again.',
    fileUnreadable: '“{filename}” cannot be read; it may be damaged or protected by a password. Open it in Excel, save it as .xlsx and upload again.',
    fileTooWide: 'Something stands beyond column {most} and would not be read. Remove columns that are not needed, or clear the cells to the right, and upload again.',
    fileOldExcel: '“{filename}” is an old Excel file (.xls). Save it as .xlsx in Excel and upload again.',
    noHeadings: 'No headings were found. There must be a name and one of identity number, telephone, address. Please add them and upload again.',
    columnsMissing: 'It is not known which column is the name, or there is none of identity number, telephone, address. Please choose under “Columns”.',
    columnTwice: '“{column}” is taken for the same as another column. Please change one of them.',
    deadlineFirst: 'The deadline must be later than the time of issue. Please check.',
    listNotInState: 'This list has changed (it is now “{state}”). Please refresh.',
    rowNotInState: 'This row was dealt with already (it is now “{state}”). Please refresh.',
    kindMissing: 'A stay in a key area is outside or inside the province; please choose.',
    notTheDay: 'An answer can be taken back on its day only.',
    nothingToHandOver: 'This row is dealt with in another record and cannot be handed over. Please give the result.',
  },
  timeline: {},
  sources: { police: 'Police', telecom: 'Telecom authority', upper: 'Office above', otherCity: 'Another city', other: 'Other' },
  state: { uploaded: 'to be assigned', taking: 'being assigned', open: 'being checked', undone: 'taken back', failed: 'not read to the end', wrong: 'wrong row', unassigned: 'no place', waiting: 'to answer', answered: 'answered' },
  results: {
    managed: 'Known and managed', wrongInformation: 'Wrong information', missed: 'Missed (managed now)', notLivingHere: 'Not living here', periodPast: 'Period is over', stayedInKeyArea: 'Stayed in a key area', onlyPassedThrough: 'Only passed through',
  },
  kinds: { outsideProvince: 'outside the province', insideProvince: 'inside the province' },
  tabs: { all: 'All', waiting: 'To answer', overdue: 'Overdue', unassigned: 'No place', wrong: 'Wrong rows', answered: 'Answered' },
  issues: {
    nameless: 'Neither a name nor a number: nobody can be found by it. Please add one and push again.',
    nothingToFindBy: 'Only a name, no number, telephone or address: nobody can be found by it. Please add one.',
    numberRounded: 'The spreadsheet has rounded the identity number; its last digits are lost. Set the column to text and type it again.',
    nameIsNumber: 'The name is a number; the columns may have slipped. Please check.',
  },
  why: {
    episode: '{measure} until {day}', screening: 'checked and managed', episodeOver: 'period over and released on {day}', movedOut: 'registered as moved out', numbersWrong: 'the identity number cannot be right and there is no telephone',
  },
  fields: {
    title: 'Batch', source: 'Source', name: 'Name', sex: 'Sex', documentKind: 'Kind of document', documentNo: 'Identity number', phone: 'Telephone', address: 'Address', community: 'Community', subject: 'What is said',
    origin: 'From', arrivedOn: 'Arrived', issuedAt: 'Issued', deadlineAt: 'Deadline', result: 'Result', whereabouts: 'Whereabouts', measure: 'Measure', checker: 'Checked by', answeredAt: 'Answered', ignored: 'not used',
  },
  list: {
    upload: 'Upload a list', batch: 'Batch', progress: 'Answered', deadline: 'Deadline', from: 'From', none: 'No list is to be checked.', noneHint: 'When a sheet (.xlsx, .csv) comes from above, the police or another city, upload it: its rows go to the communities by address and register.',
    noneCommunity: 'Lists assigned to this community stand here.', of: '{n} / {total}', unassigned: '{n} rows without a place', late: '{n} overdue', done: 'All answered', wrong: '{n} wrong rows', begin: 'Batch and deadline, then assign',
  },
  open: {
    title: 'Assign the list', batch: 'Batch', source: 'Source', issuer: 'Issued by', issuerHint: 'e.g. prefecture police', issuedAt: 'Issued', deadlineAt: 'Deadline', columns: 'Columns', columnsHint: 'As read from the headings; change what is wrong, leave out what is not used.', example: 'e.g.', go: 'Assign',
    required: 'Please fill in', deadlineFirst: 'Must be later than the time of issue', unknown: 'not known', taking: 'Rows are being assigned; you may leave this page.', failed: 'Not read to the end: the first rows were assigned, the others were not. Please check and press once more; it goes on from there, nothing is assigned twice.',
  },
  page: {
    back: 'All lists', feedback: 'Download the feedback', wrongFile: 'Download wrong rows', undo: 'Take the batch back', undone: 'Taken back: {removed} unchecked records removed, {kept} checked ones kept.', total: '{n} rows', sum: 'sum {n} = answered {answered}', wait: '{n} to answer', sheet: 'Results', person: 'Name', subject: 'What is said', place: 'Community', result: 'Result', row: 'Row',
    allDone: 'All of this batch is answered. Download the feedback and send it up.', accept: 'Answer {n} as proposed', accepted: '{n} answered as proposed', assign: 'Assign', assigned: '{n} rows assigned', choose: 'To which community', empty: 'Nobody is here now.', selected: 'selected',
  },
  row: {
    proposed: 'Proposed: {result}', because: '{why}', result: 'Result', kind: 'Where they stayed', whereabouts: 'Whereabouts', whereaboutsHint: 'e.g. back in Kunming', measure: 'Measure', measureHint: 'e.g. home quarantine until 11 March', note: 'Note', more: 'Whereabouts, measure, health', temperature: 'Temperature', symptoms: 'Feeling unwell', contact: 'Contact',
    save: 'Answer', saved: '{name}: {result}', undo: 'Take back', undone: 'Taken back, to be answered', handOver: 'Hand over', moving: 'on the way to {area}', handed: 'handed over to {area}, there in 5 minutes', joined: 'joined to a record there was', openPerson: 'Person', openScreening: 'Record',
    register: 'Register now', registerHint: 'Somebody missed is registered, decided on and managed now. What is known stands below; add what is missing and verify.', registerDone: 'Managed now', chooseResult: 'Please choose the result', chooseKind: 'Please choose', checker: 'checked by', deadline: 'answer by {time}', late: 'overdue, was to be answered by {time}', issue: 'What is wrong', next: 'Next',
  },
  today: { what: 'Check and answer {n} people', assign: '{n} rows of a list need a community', why: 'pushed by {source}, {total} people' },
  feedback: { unreadable: 'not checked: ' },
}
