import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Zones and grades',
  sub: 'What state a place is in, by which order, and how far its measures are',
  errors: {
    notHere: 'Not at this level. Communities have an epidemic state; compounds, village groups, buildings and units have a grade.',
    sameAlready: 'It is “{value}” by the same order already.',
    beforeCurrent: 'This begins before the present one ({orderNo}). Please check the time.',
    notTheDay: 'Only a change of today can be undone. Please change it back by a new order.',
    superseded: 'There is a newer change. Undo that first.',
    itemSettled: 'This measure is “{state}” now. Please refresh.',
    notAPicture: '“{filename}” is not a picture. Take a photo, or choose a JPG or PNG.',
    tooManyPhotos: 'At most {n} photos for one measure. Remove one first.',
    ownerGone: 'This account is suspended. Please choose somebody else.',
    noState: 'No state or grade has been set here. Set it first, then add measures.',
    sameTwice: '“{title}” stands in the list twice. Remove one, or word the two so that they can be told apart.',
  },
  value: {
    noCase: 'No case', caseFound: 'Case found', outbreak: 'Outbreak', spread: 'Spreading', lifted: 'Lifted', prevention: 'Prevention', control: 'Control', lockdown: 'Lockdown',
  },
  valueHint: {
    noCase: 'nobody confirmed', caseFound: 'one confirmed, no second', outbreak: 'two or more in one family, site or unit within 14 days', spread: 'two or more of unknown source within 14 days, or a large lasting outbreak',
    lifted: 'no grade any more', prevention: 'stay if you can, no crowds', control: 'nobody leaves the area, staggered pick-up', lockdown: 'nobody leaves the door, served at home',
  },
  state: { open: 'Open', done: 'Done', skipped: 'Not applicable', closed: 'No longer needed' },
  kinds: { communityState: 'Epidemic state', compoundGrade: 'Grade' },
  tabs: { communities: 'Communities', affected: 'With cases', graded: 'Under a grade', unfinished: 'Open measures', compounds: 'All compounds' },
  page: {
    notSet: 'not set', since: 'since {when}', order: '{issuer} {no}', progress: '{done} / {total}', late: '{n} late', none: '—', openAll: '{n} measures open', lateAll: '{n} of them late',
    columns: { area: 'Area', state: 'State or grade', since: 'In force', items: 'Measures' },
    empty: { communities: 'There is no community.', affected: 'No community has cases.', graded: 'No compound is under a grade.', unfinished: 'No measure is open.', compounds: 'There is no compound or village group.' },
    emptyHint: { communities: 'Create one under Territory first.', affected: 'States are set by the command; open one under “Communities”.', graded: 'To set one, open a compound under “All compounds”.', unfinished: 'When a state or grade is set, its measures are listed by themselves.', compounds: 'Create one under Territory first.' },
  },
  card: {
    why: 'By {issuer} {no}, since {when}', scope: 'Scope: {note}', notSet: 'Nothing has been set. Once it is, the measures are listed with who and until when.', set: 'Change: {kind}', undo: 'Undo the change', undone: 'Change undone',
    items: 'Measures', done: '{done} of {total} done', allDone: 'all in place', late: '{n} late', closed: 'No longer needed ({n})', closedHint: 'The lower grade does not ask for them; the record stays.', history: 'History', former: 'replaced', undoneState: 'undone', by: 'entered by {name}',
    owner: '{name}', ownerRole: '{role}', noOwner: 'nobody responsible', mine: 'mine', due: 'by {when}', doneBy: '{name} {when}', source: 'Source: {text}', reason: 'Reason: {text}', add: 'Add one',
  },
  item: {
    done: 'Done', skip: 'Not applicable', photo: 'Photo', assign: 'Who', reopen: 'Undo', note: 'Note (optional)', notePlaceholder: 'e.g. east gate kept, the others closed', skipReason: 'Why not applicable', skipPlaceholder: 'e.g. no underground garage',
    doneSaid: 'Done: {title}', skipped: 'Not applicable: {title}', photoAdded: 'Photo uploaded', uploading: 'Uploading…', photoAlt: 'Evidence {when} {name}', removePhoto: 'Remove', removed: 'Photo removed', more: 'Open', title: 'Measure', dueAt: 'Until', owner: 'Who', save: 'Save', saved: 'Changed', noEvidence: 'no photo yet', promptReason: 'Please give a reason', promptTitle: 'Please say what is to be done',
  },
  form: {
    value: 'Change to', fromAt: 'In force from', orderNo: 'Order no.', orderPlaceholder: 'e.g. Notice no. 7', issuer: 'Issued by', scope: 'Scope', scopePlaceholder: 'e.g. buildings 3 and 5; empty means all of {area}', reason: 'Reason', go: 'Change to {value}', opens: '{n} measures to take', closes: '{n} no longer needed', keeps: '{n} stay', nothingOpens: 'No new measures', day: 'Day', clock: 'Time',
    orderPrompt: 'The order number is needed for the notice', issuerPrompt: 'Who issued it?', valuePrompt: 'Please choose', set: '{area} is now {value}', nobody: 'nobody: assign a duty first', lower: 'lower grade',
  },
  checklists: {
    title: 'Lists of measures', sub: 'What a state or grade opens. A change holds from the next order on; what is open already stays as it is.', link: 'Lists of measures', back: 'Back to zones', n: '{n} measures', none: 'Nothing to be done.', edit: 'Change this list', add: 'Add a measure', up: 'Move up', down: 'Move down', remove: 'Remove this measure',
    from: { shipped: 'Comes with the program', above: 'Set by {office}', own: 'Changed here on {when} by {name}' }, title1: 'What to do', owner: 'Whose duty', hours: 'Within hours', hoursOf: 'within {n} h', source: 'Source (optional)', save: 'Save the list', saved: 'The list for {value} now has {n} measures', undone: 'The former list holds again', noTitle: 'Say what is to be done, in two letters or more', noHours: 'Give 1 to 720 hours', move: 'No. {n}',
    unit: 'h', versions: 'Changed here ({n} times)', version: 'Version {n}', use: 'Use this version', inForce: 'In use', drop: 'Drop the own list', dropped: 'The former list for {value} holds again',
  },
  public: { state: 'Epidemic state', grade: 'Grade', since: 'since {when}', order: 'By {issuer} {no}' },
}
