export const en = {
  title: 'Settings',
  sub: 'They hold for everybody, at once. Every change keeps its name, hour and reason.',
  change: 'Change',
  standard: 'Standard',
  asStandard: 'as delivered',
  changed: '{name} changed it on {at}: {reason}',
  by: { system: 'System' },
  saved: 'Setting changed; it holds from now on.',
  on: 'On',
  off: 'Off',
  roles: 'Roles that need it',
  none: 'not asked for',
  from: 'Working hours from',
  to: 'to',
  peoplePerHour: 'More people viewed in one hour than',
  units: { days: '{n} days', rows: '{n} rows', hours: '{n} hours', people: '{n} people' },
  items: {
    accounts: {
      secondFactor: { name: 'Second factor at sign-in', hint: 'Beside the password, six digits from an authenticator on the phone.', source: 'Source: classified protection 2.0, level 3 (GB/T 22239-2019), identity: two kinds of proof, one of them cryptographic.' },
      passwordDays: { name: 'Age of passwords', hint: 'After so many days a new one must be chosen at sign-in; 0 for never.', source: 'Source: classified protection 2.0, level 3: passwords are changed regularly, usually every 90 days.' },
      expiryDays: { name: 'Warning before an account expires', hint: 'How many days ahead the person and the system administrator are told.', source: 'Standard of this system: 14 days.' },
      idleDays: { name: 'Accounts not used', hint: 'After how many days without use the security administrator is asked to look at an account.', source: 'After classified protection 2.0, level 3: superfluous and expired accounts are removed or stopped in time; standard 60 days.' },
    },
    exports: {
      approvalRows: { name: 'Exports that need an approval', hint: 'More rows than this in one export need somebody else’s approval; clear numbers always do.', source: 'Source: Personal Information Protection Law, art. 6 (least necessary), art. 51 (permissions); standard 200 rows.' },
      releaseHours: { name: 'Time to download after approval', hint: 'One download within this time; after it the export must be asked for again.', source: 'Standard of this system: 24 hours.' },
    },
    field: {
      carryHours: { name: 'How long a phone’s data hold', hint: 'Lists and policies on a phone that has not synced for so long are not shown any more.', source: 'Standard of this system: 30 hours, a whole day without signal and the morning after.' },
      handOverHours: { name: 'When left records are handed over', hint: 'Records whose owner did not come back to a shared phone go to the community after so long.', source: 'Standard of this system: 48 hours.' },
    },
    audit: {
      lookBackDays: { name: 'Days of looking back', hint: 'How many days of views, reveals and exports the page Who can see what counts.', source: 'Standard of this system: 30 days.' },
      watch: { name: 'Unusual viewing', hint: 'The auditor’s page marks views outside these hours, and many people viewed in one hour.', source: 'A hint only, it stops nobody; standard 7 to 22 o’clock, 120 people.' },
    },
  },
  errors: { notThisShape: 'This value is outside what is allowed; nothing was changed. Check it and save again.' },
}
