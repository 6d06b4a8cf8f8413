import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Who can see what',
  sub: 'By account, area, person or permission: who can see it, why, and whether they looked. Staff only, no resident’s data is shown; every question is kept in the audit trail.',
  tabs: { warnings: 'Warnings', account: 'By account', area: 'By area', person: 'By person', permission: 'By permission' },
  personal: {
    name: 'name', document: 'identity number', phone: 'phone', birth: 'sex and age', address: 'address', work: 'workplace', care: 'care group', travel: 'travel', health: 'temperature and symptoms', control: 'measure',
  },
  sight: { masked: 'Sees', maskedSaid: '{kinds} (numbers masked)', clear: 'May reveal', clearSaid: '{kinds} (one by one, with a reason that is kept)', takesOut: 'Downloads', yes: 'yes', no: 'no', nothing: 'Sees no resident’s data', role: '{role} sees: {kinds}' },
  columns: { who: 'Account', role: 'Role and area', sees: 'Sees', since: 'Granted', looks: 'Looked in the last {days} days', seen: 'Last used' },
  covers: '{households} households, {persons} people', above: 'office above', noLooks: 'did not look', bySetUp: 'first set-up',
  looks: { views: 'viewed {n} times', reveals: 'revealed {n} times', exports: 'exported {n} times', records: '{n} records' },
  list: {
    area: 'Which area', permission: 'Which permission', find: 'Name or login', total: '{n} accounts', emptyArea: 'Nobody can see this area', emptyAreaHint: 'Nothing has been granted here or above yet.', emptyPermission: 'Nobody has this permission', emptyPermissionHint: 'If somebody should, grant a role that has it, under Grants.',
    emptyAccount: 'No such account', emptyAccountHint: 'Try another name or login.', export: 'Export', opens: 'This permission opens {n} functions',
  },
  card: {
    where: 'Area', grant: 'Granted', grantSaid: '{at} by {by}: {reason}', until: 'Valid', leave: 'Leave', leaveSaid: '{from} to {to}, {name} stands in', standIn: 'Stands in', standInSaid: 'for {name} until {day}', duties: 'Duties', noDuty: 'no duty',
    factor: 'Second factor', factors: { set: 'set up', owed: 'asked for, not set up yet', none: 'not asked for' }, signIn: 'Last sign-in', seen: 'Last used', never: 'never', opened: 'Opened',
    reason: 'Why it can see', sight: 'What it can see', used: 'Last {days} days', mayDo: 'What it may do ({n})', revealsTitle: 'Numbers revealed ({n})', noLooks: 'Looked at no resident’s data.', does: { view: 'sees', reveal: 'reveals', change: 'does', export: 'downloads' },
    noRole: 'No role yet: it sees nothing.', change: 'Change the grant', withdraw: 'Withdraw the role', askSuspend: 'Ask for suspension', askShorten: 'Ask for an earlier end', askReset: 'Ask for a reset of password and second factor',
    asked: 'The system administrator was asked to {wish}: {reason}', wishes: { suspend: 'suspend it', shorten: 'let it end on {day}', reset: 'reset its password and second factor' }, askedStates: { waiting: 'waiting', done: 'done', refused: 'not done', withdrawn: 'withdrawn' }, askedBy: '{name} {at}', takeBack: 'Take back', lastDay: 'Last day',
    sent: 'The system administrator was asked about the account of {name}', own: 'This is your own account; another security administrator looks after it.',
  },
  person: {
    go: 'Find', sees: '{n} accounts can see them now', lookers: '{n} people looked in the last {days} days', nobodyLooked: 'Nobody opened this record in the last {days} days.', noMore: 'cannot see them any more', before: 'Fill in the two fields on the left; who can see them, why, and who looked is listed here.',
    sub: 'Staff only; nothing about the person is shown.', nobody: 'No account can see this person.',
  },
  warnings: {
    none: 'Nothing to put right', noneHint: 'Areas, expiry, duties, leave and use all agree.', all: 'All', asked: 'the system administrator was asked',
    kinds: { separation: 'Several posts', expired: 'Expired', awayOver: 'Leave over', dutyEnded: 'Duty ended', broad: 'Area too wide', dutyOutside: 'Area too small', unused: 'Not used' },
    why: {
      separation: 'The account {otherLogin} of the same name is {otherRole}. The three administrators hold no other post: please check whether it is the same person.', expired: 'Expired on {day}, and not suspended yet.', awayOver: 'On leave until {day}, not used since. Please check whether they have left.',
      dutyEnded: 'The duty ended on {day}; role and area are still there.', broad: 'The account reaches {own}, the duties are in {duties} only. The area could be narrowed to {area}.', dutyOutside: 'Answers for {duties}, but sees {own} only: part of the work is out of sight.', unused: 'Not used for {days} days, last on {at}.', neverUsed: 'Never used in the {days} days since it was opened.',
    },
    acts: { withdraw: 'Withdraw the role', narrow: 'Narrow to {area}', widen: 'Widen to {area}', widenAbove: 'Change the grant', suspend: 'Ask for suspension' },
  },
  export: {
    title: 'Who can see', headings: { name: 'Name', login: 'Login', role: 'Role', area: 'Area', households: 'Households', persons: 'People', masked: 'Sees (masked)', clear: 'May reveal', since: 'Granted', by: 'Granted by', until: 'Valid until', state: 'State', seen: 'Last used' },
    views: 'Views, {days} days', reveals: 'Reveals, {days} days', exports: 'Exports, {days} days', waits: 'Once approved, come back to this page and press Export again with the same choice.',
  },
  errors: { choose: 'Please choose an area or a permission.' },
}
