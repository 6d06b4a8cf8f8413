import type { Words } from '../kernel/words.ts'
import type { zh } from './words.zh.ts'

/** What both clients share: shell, patterns, errors of the frame. */
export const en: Words<typeof zh> = {
  frame: {
    errors: {
      notSignedIn: 'Your session has ended. Sign in again; you will come back to this page.',
      wrongPermission: 'Your role does not include this step. If you need it, ask your security administrator.',
      mustChangePassword: 'Change the password first, then go on.',
      mustPassFactor: 'Finish the second step of signing in first, then go on.',
      notFound: 'Not found. It may have been withdrawn or merged, or lies outside your area. Go back to the list and look again.',
      linkInvalid: 'This link is no longer valid. Ask the community for a new link or QR code.',
      malformed: 'Some fields are not right. Correct the ones marked and submit again.',
      commandIdMissing: 'The submission was incomplete. Reload the page and submit again.',
      commandIdReused: 'This submission has the number of an earlier one but other content. Reload the page and submit again.',
      frozen: 'Collecting for this event has stopped here, or it is frozen: nothing more is taken or changed. If something must be recorded, ask the command post to resume.',
      conflict: 'Somebody has just changed this record, or the same record exists already. Reload to see it, then change it.',
      tooLarge: 'The file is too large; {limitMegabytes} MB at most. Split it and upload the parts.',
      tooManyToSort: 'There are too many people here to sort by this column without a long wait (at most {most} at once). Choose a community or a compound first, then sort.',
      busy: 'The system is busy. Wait a few seconds and try again; even if this was saved, nothing is recorded twice.',
      offline: 'The server cannot be reached. Check the network and try again; even if this was saved, nothing is recorded twice.',
      failed: 'Something broke and nothing was saved. Try once more; if it fails again, tell the system administrator number {requestId}.',
    },
    problems: {
      invalid_type: 'Please fill this in', too_small: 'Too short or empty', too_big: 'Too long or too large', invalid_format: 'Wrong format',
      invalid_value: 'Choose one from the list', not_multiple_of: 'One decimal at most', notADay: 'Not a date', notALogin: '3–32 lower-case letters and digits',
      other: 'This is not right, please change it',
    },
  },
  ui: {
    division: { hint: 'province, city or county; pinyin works too, e.g. wuhan', nothing: 'No such place. Try another spelling, or choose only the province.' },
    product: 'Wangge', pageTitle: '{page} · Wangge', trial: 'For trial and training; use PostgreSQL for real work',
    trialShort: 'Trial and training',
    nav: {
      main: 'Main navigation', today: 'Today', dashboard: 'Dashboard', outlines: 'Outlines', call: 'One by one', people: 'People', control: 'Cases', reporting: 'Reports', territory: 'Areas', policies: 'Policies', system: 'System',
      screening: 'Arrivals', quarantine: 'Managed', leads: 'Leads', pushedlists: 'Pushed lists', sites: 'Sites', documents: 'Documents', workReport: 'Work report', register: 'People', households: 'Households', roster: 'Import', privacy: 'Data requests', events: 'End of event', exports: 'Exports', settings: 'Settings',
      field: 'From phones', phones: 'Phones', baseData: 'Base data', doubles: 'Doubles',
      roleRequests: 'To grant', trace: 'Who looked',
      passage: 'In and out', passes: 'Passes', gateDesk: 'At the gate', passages: 'Passages', gates: 'Gates',
      duty: 'Duty', zones: 'Zones', exits: 'Exit requests', transport: 'Group transport', venues: 'Venues',
      accounts: 'Accounts', grants: 'Grants', access: 'Who can see what', audit: 'Audit', skip: 'Skip to content', tabs: 'Pages of this section',
    },
    top: { all: 'Show everybody found for “{text}”', search: 'Find a person, household, address, phone…', large: 'Large type', language: '中 / EN', help: 'Keys' },
    me: { menu: 'Me', sessions: 'My sessions', password: 'Change password', signOut: 'Sign out', noRole: 'No role yet', noRoleHint: 'Your account has no role and area yet. Ask the security administrator, then reload this page.' },
    signIn: {
      title: 'Sign in', login: 'Login', password: 'Password', go: 'Sign in', again: 'Your session has ended, please sign in again', demo: 'Trial logins', demoHint: 'Choose a role to sign in at once. All people are invented.',
      loginMissing: 'Enter your login', passwordMissing: 'Enter your password',
    },
    password: {
      title: 'Change password', must: 'This is your first sign-in, or the password was reset. Choose a password only you know.', old: 'Current password', new: 'New password', again: 'New password again',
      rule: 'At least {minLength} characters with {minClasses} of: lower case, upper case, digit, sign', tooShort: '{n} more characters', tooSimple: 'Add another kind of character', differs: 'The two do not match',
      go: 'Save new password', done: 'Password changed. All other sessions have ended.',
    },
    sessions: { title: 'My sessions', hint: 'End any you do not know, then change your password.', current: 'This device', device: 'Device', ip: 'Address', seen: 'Last used', since: 'Signed in', revoke: 'End', revoked: 'Session ended', empty: 'This is your only session.' },
    keys: {
      title: 'Keys', search: 'Find a person or household', help: 'Show all keys', next: 'Next row', previous: 'Previous row', open: 'Open', close: 'Close the panel', undo: 'Undo the last step',
      go: 'G, then', select: 'Select this row', none: 'No other keys on this page.',
    },
    list: {
      only: 'Only', showAll: 'Show all',
      more: 'Show {n} more', moreAny: 'Show more', end: '{n} in all', selected: '{n} selected', clear: 'Clear selection', all: 'All', columns: 'Columns', refreshing: 'Updating',
      empty: 'Nothing here', emptyFiltered: 'Nothing matches', clearFilters: 'Clear filters', close: 'Close', panel: 'Details', select: 'Select', rows: '{n} rows',
      sort: 'Sort', usualOrder: 'Usual order', ascending: '{column} ↑', descending: '{column} ↓', usualColumns: 'Usual columns', earlier: 'Move {column} one place forward',
      export: 'Export', exportHint: 'What you see: these columns, these filters, this order, all rows.', exportNotYours: 'This list is about residents and your role may not take it out. Ask somebody of the community or the subdistrict who may export people.', xlsx: 'Excel workbook (.xlsx)', csv: 'Text table (.csv)', print: 'Print this page', exporting: 'Exporting, {n} kB', exportBroken: 'The export broke off and no file was saved. Check the network and press “Export” again.',
      printed: '{unit} · printed by {name}, {at}', tools: 'List tools',
    },
    card: { why: 'Why', due: 'Next', timeline: 'History', noTimeline: 'Nothing recorded yet.', missing: 'Still missing: {what}', system: 'System', by: '{name}', more: 'Show earlier' },
    window: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
    channel: { desk: 'Desk', door: 'Home visit', self: 'Reported by the person', phone: 'Phone', import: 'Roster import', system: 'System', gate: 'Gate', order: 'Order' },
    state: { good: 'Normal', bad: 'Abnormal', soon: 'Due soon', on: 'Under way', off: 'Not started' },
    form: {
      temperature: 'Temperature', unset: 'Not measured', celsius: '℃', save: 'Save', next: 'Next', back: 'Back', cancel: 'Cancel', draft: 'Continued from your draft', dropDraft: 'Start afresh',
      required: 'Please fill this in', fix: '{n} to correct', reason: 'Reason', reasonHint: 'One sentence; it is kept in the audit trail', temperatureOdd: 'Looks like a device error; please measure again',
      other: 'Other', yes: 'Yes', no: 'No', optional: 'optional', day: 'yyyy-mm-dd', calendar: 'Calendar', dayWrong: 'Write a date like {today}', dayMissing: 'The date is missing', dayWithin: 'Between {min} and {max}', dayFrom: 'Not before {min}', dayTo: 'Not after {max}', clock: 'hh:mm', clockMissing: 'The time is missing', clockWrong: 'Write a time like 08:30',
    },
    undo: { undo: 'Undo', undone: 'Undone' },
    work: { working: 'Working', percent: '{done} / {total}', almost: 'Almost done', failed: 'Not finished' },
    reveal: { show: 'Show full number', why: 'Why do you need it?', whyHint: 'e.g. phone check of an arrival', go: 'Show', hide: 'Hide', logged: 'Kept in the audit trail', presets: { call: 'Phone check', check: 'Check of a document', transfer: 'Handover' } },
    failed: { title: 'Could not be read', retry: 'Try again', notFound: 'No such page', notFoundHint: 'The address may be mistyped, or this is outside your area.', home: 'Go to Today', crashed: 'This page failed', crashedHint: 'Reload and try again; if it fails again, tell the system administrator.', reload: 'Reload' },
    time: {
      now: 'just now', minutesAgo: '{n} min ago', hoursAgo: '{n} h ago', daysAgo: '{n} d ago', inMinutes: 'in {n} min', inHours: 'in {n} h', inDays: 'in {n} d',
      overdueMinutes: 'overdue {n} min', overdueHours: 'overdue {h} h {m} min', overdueDays: 'overdue {n} d', today: 'today {clock}', yesterday: 'yesterday {clock}', tomorrow: 'tomorrow {clock}',
      clock: '{weekday} {day} {clock}', dayOf: 'day {n} of {total}', day: '{day} {monthName}', dayYear: '{day} {monthName} {year}', pair: '{households} households, {persons} people', households: '{n} households', persons: '{n} people', age: 'age {n}', months: 'under 1',
    },
    weekday: { 0: 'Sun', 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat' },
    phone: { large: 'Large type', normal: 'Normal type', language: '中', offline: 'No signal', offlineHint: 'Keep this page open and submit again when the signal is back.', call: 'Call', loading: 'Opening…', reload: 'Try again', lostTitle: 'This page cannot be opened' },
  },
}
