import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Documents',
  kinds: { startNotice: 'Notice of quarantine', releaseNotice: 'Notice of release', healthSheet: 'Health-check sheet', arrivalLedger: 'Register of arrivals', managedLedger: 'Ledger of managed persons', workReport: 'Work report', healthCertificate: 'Health certificate' },
  forms: { startNotice: 'form 17', releaseNotice: 'form 17', healthSheet: 'form 4', arrivalLedger: 'form 1', managedLedger: 'form 3', workReport: 'official letter', healthCertificate: 'health centre' },
  sampleName: 'sample',
  errors: {
    nobody: 'Nobody is chosen, so there is nothing to issue. Choose people in a list, or come back when somebody has been taken in or released.',
    tooMany: 'At most {most} at once; these are {n}. Please go by compound or by day.',
    withdrawn: '{number} has been withdrawn already. Please refresh.',
    notDeclared: '{n} figures are still to be declared, so the report cannot be issued yet. Please press “Declare” and add them.',
    templateUnusable: 'The template in force for “{kind}” cannot be opened, nothing was issued. Put the former version in force under Documents · Templates, or use the one that comes with the program.',
  },
  timeline: {
    startNotice: 'Notice of quarantine issued: {number}', startNoticeAgain: 'Notice of quarantine printed again: {number}', releaseNotice: 'Notice of release issued: {number}', releaseNoticeAgain: 'Notice of release printed again: {number}', withdrawn: '{number} withdrawn: {reason}', healthCertificate: 'Health certificate issued: {number}', healthCertificateAgain: 'Health certificate printed again: {number}',
  },
  refusals: { notFound: 'not in your territory', notReleased: 'not released yet', cancelled: 'management was cancelled', onlyHundreds: 'too many at once' },
  problems: {
    notAnOfficeFile: 'This is no Word or Excel file, or it is damaged and cannot be opened. Open the original in Word (Excel), save it once more, and upload that.',
    oldFormat: 'This is the old format (.doc, .xls). Please save it as .{format} in Word (Excel), and upload that.',
    wrongFormat: 'A template of this kind is a .{format} file. Please choose such a file.',
    locked: 'The file has a password and cannot be opened. Please take the password off first.',
    unknown: '{{name}} is no placeholder there is. Please correct it from the list.',
    unknownNear: '{{name}} is no placeholder there is; do you mean {{near}}?',
    missing: '{{name}} is missing. Without it the document is not complete, please add it.',
    notClosed: '{#{name}} begins and does not end. Please put {/{name}} where the repeated part ends.',
    notOpened: '{/{name}} ends what did not begin. Please put {#{name}} where the repeated part begins.',
    noRepeatedRow: 'There is no row to repeat. Leave one row with a placeholder of a person in each cell, for instance {姓名}.',
    broken: 'Braces in the template do not pair, or stand where they cannot ({where}). Please check that every placeholder has both.',
  },
  origins: { own: 'our own template', inherited: 'the template of {office}', shipped: 'comes with the program' },
  page: {
    issue: 'Issue', issued: 'Issued', templates: 'Templates', ledgers: 'Ledgers', todays: 'Today', sub: 'Notices, health-check sheets and ledgers, one or hundreds at once.',
    startsWithout: 'managed, without a notice yet', startsToday: 'taken in today', releasesWithout: 'released, without a notice yet', releasesToday: 'released today', managed: 'managed',
    make: 'Issue {n}', makeAgain: 'Print {n} again', nobody: 'nobody', persons: '{n} persons', done: '{n} issued', fresh: '{n} new numbers', refusedSome: '{n} not issued: {why}', kept: 'Printing again keeps the number; numbers run through the year without a gap.',
    sheetsHint: 'One sheet a person, D1 to the last day; readings are filled in, days to come stay empty for writing by hand.', from: 'From', to: 'To', area: 'Area', show: 'Show', excel: 'Download Excel', arrivalHint: 'by day of arrival', managedHint: 'whoever was managed on these days',
    shownOf: 'The first {shown} of {total}; the file has all.', search: 'Number or name', number: 'Number', person: 'Name', kind: 'Document', day: 'Issued', by: 'By', state: 'State', made: 'Printed', times: '{n} times',
    valid: 'Valid', invalid: 'No longer valid', withdrawn: 'Withdrawn', withdraw: 'Withdraw', withdrawTitle: 'Withdraw {number}', withdrawReason: 'Why', withdrawHint: 'The number is not used again, its code says withdrawn. The next one gets a new number.', withdrawDone: '{number} withdrawn',
    empty: 'No notice has been issued yet.', emptyHint: 'Do them all at once under Issue, or one by one on the card.', print: 'Print', word: 'Download Word', each: 'One file each (.zip)', eachMaking: 'Making them, {percent}% done', back: 'Back', making: 'Making {n}…', laidOut: 'The first {n} of {total}. To print them all, take the Word file.', printThese: 'Print these {n} only', layOutMore: 'Lay out {n} more', openPerson: 'Open the card', again: 'Print again',
  },
  templates: {
    sub: 'A template is your office’s own Word or Excel file with placeholders where something is to be filled in. A new one is checked and shown filled before it is put in force.', replace: 'Replace', download: 'Download template', downloadSample: 'Download sample', versions: 'Versions', version: 'Version {n}', inForce: 'in force',
    use: 'Put in force', useThis: 'Put this template in force', useFormer: 'Back to this one', useShipped: 'None of our own: use what is inherited or comes with the program', used: 'In force: {name}', usedNone: 'Now using what is inherited or comes with the program', undo: 'Undo', sample: 'Sample', sampleHint: 'The person in the sample is invented. It is laid out anew from the file; type and pages are as in the downloaded file.',
    placeholders: 'Placeholders', placeholdersFind: 'Find a placeholder', placeholdersHint: 'Press to copy, paste into the template.', required: 'required', within: 'within {name}', repeated: 'repeated part', copied: 'Copied {text}', problems: 'This file cannot be used yet', problemsHint: 'The template in force has not changed. Correct it and upload it again.', checked: 'Checked. Below is a sample; put it in force if it is as you want it.',
    uploaded: 'uploaded by {name}, {at}', uploading: 'Checking…', kept: 'Every version is kept.', noPermission: 'Templates are replaced by community, subdistrict or command post.', choose: 'Choose a file', own: 'Office', preview: 'Show sample',
  },
  report: {
    title: 'Work report', sub: 'Written from the data; every figure opens the people behind it. Its wording can be changed under Documents · Templates.', asOf: 'as of', day: 'Day', word: 'Issue Word', print: 'Print', declare: 'Declare', declareTitle: 'Declare what no register has yet', declareHint: 'No register gives these figures yet. Your office declares them and says what they rest on; former ones are kept. Once there is a register they will be derived.',
    source: 'What they rest on', sourceHint: 'e.g. the community’s list of businesses, 25 Feb', value: 'Figure', save: 'Declare', saved: 'Declared', declared: 'declared', declaredBy: 'declared by {name}, {at}', holdsFrom: 'from {day}', basis: 'Rests on: {source}', history: 'Declarations', missing: 'Not declared yet', missingN: '{n} figures are still to be declared before the report can be issued.',
    derived: 'Derived from the registers, person by person', fromAreas: 'Derived from the areas', fromExits: 'Counted from the exit requests, person by person', openExits: 'Open who has left for work', openAreas: 'Open the areas', former: 'It was {n} before ({day})', formerReport: '{n} figures changed since the report of {day}', noFormer: 'This is the first report; there is nothing to compare.', issued: 'Reports issued', issuedBy: '{name}, {at}', done: 'Issued and kept', figures: 'Figures', pick: 'Press a figure to see who it is and where it comes from.',
    addsUp: 'Enterprises + sole traders {all} = resumed + not resumed {parts}', doesNotAddUp: 'Enterprises + sole traders are {all}, resumed + not resumed are {parts}: please check what was declared.', close: 'Close',
    indicators: { migrantWork: 'Left for work elsewhere', enterprises: 'Enterprises', soleTraders: 'Sole traders', resumed: 'Resumed work', notResumed: 'Not resumed' }, details: { migrantWork: 'Mostly to', notResumed: 'Mostly' }, detailHints: { migrantWork: 'Guangdong, Zhejiang, Fujian', notResumed: 'restaurants, foot baths, barbecues' },
    units: { households: 'households', persons: 'persons', times: 'times', leads: 'leads', places: 'places', enterprises: 'enterprises' },
  },
  card: { title: 'Documents', start: 'Notice of quarantine', release: 'Notice of release', sheet: 'Health-check sheet', none: 'none issued yet', print: 'Print', again: 'Print again', selected: 'Issue', selectedNotices: '{n} notices', selectedReleases: '{n} releases', selectedSheets: '{n} sheets' },
}
