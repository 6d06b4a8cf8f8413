import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Phones in the field',
  errors: {
    wipeOrdered: 'This phone is to be wiped from afar and has not finished. Keep it connected, wait a moment and sign in again.',
    alreadyWiped: 'This phone has been wiped already; there is nothing more to do. It holds data again once its owner signs in.',
    notWaiting: 'This record is {state} already. Reload to see how it stands.',
    notFiled: 'This record is “{state}”, there is nothing filed to take back. Reload to see how it stands.',
    outOfShape: 'What was recorded on the phone does not have the shape asked for today. Enter it by hand from what is written here, then file this one.',
  },
  state: { waiting: 'waiting', accepted: 'entered', filed: 'filed' },
  whys: { dutyLost: 'left the duty or the territory after recording', handedOver: 'handed over by its author', left: 'its author did not come back to this phone', wiped: 'the phone was wiped from afar' },
  commands: { quarantine: { recordCall: 'visit and check', recordVisit: 'visit, delivery' }, screening: { recordScreening: 'arrival' }, passage: { recordPassages: 'passages' } },
  desk: {
    title: 'From phones', sub: 'What grid workers, doctors and property staff recorded on a phone and could not send themselves. Enter it or file it; none is lost.', devicesTitle: 'Phones', devicesSub: 'Whose data lie on which phone and what has not been sent. A lost phone is wiped from here.',
    tabs: { waiting: 'Waiting', settled: 'Done', devices: 'Phones' },
    columns: { what: 'What was recorded', author: 'By', recorded: 'Recorded', why: 'Why it is here', state: 'State', device: 'Phone', person: 'Used by', seen: 'Last heard of', waiting: 'Unsent', data: 'Data', clock: 'Clock' },
    empty: { waiting: 'Nothing waits', settled: 'Nothing done yet', devices: 'Nobody uses a phone yet' }, emptyHint: { waiting: 'Everybody could send what they recorded.', settled: 'What is entered or filed stands here.', devices: 'Whoever signs in at /m/ on a phone appears here.' },
    by: '{name} recorded it on a phone {at}', late: 'received {at}', clockOff: 'the phone’s clock was {n} minutes off; the time is set right by the server', number: 'Number', phone: 'Phone', accept: 'Enter it, with both names', file: 'File without entering', reopen: 'Take back the filing', reason: 'Why it is not entered', reasonHint: 'for instance: the same visit is on record', accepted: 'Entered', filed: 'Filed', reopened: 'Filing taken back',
    mayNot: 'Your role may not enter this kind; tell a colleague who may.', settled: '{state} by {name} {at}', because: 'Reason: {reason}',
    wipe: 'Wipe from afar', wipeReason: 'Why it is wiped', wipeHint: 'What has not been sent goes to the community first, then all is forgotten. A phone without signal does it when it has one.', ordered: 'Wipe ordered', orderedBy: '{name} ordered the wipe; waits for its signal', wiped: 'Wiped {at}', keep: 'Take back the wipe', kept: 'Wipe taken back', waiting: '{n}', none: 'none', dataAt: 'of {at}', clockRight: 'right', clockWrong: '{n} minutes off', mine: 'My phones', search: 'Name',
  },
  phone: {
    opening: 'Opening', signIn: 'Sign in', signInSub: 'Community work phone', login: 'Login', password: 'Password', loginMissing: 'Enter your login', passwordMissing: 'Enter your password', go: 'Sign in', again: 'Your session has ended. Nothing unsent is lost; it goes on once you sign in.', offlineDoor: 'No signal, no sign-in', offlineDoorHint: 'The first sign-in needs a signal. After it the app opens and works without one.', factor: 'Code', factorHint: 'six digits of the authenticator, or a recovery code', factorGo: 'Go on', onDesk: 'Sign in on a computer first', onDeskHint: 'A new password or a second factor is due; a computer is the better place for it.', noHome: 'Your work is at the desk', noHomeHint: 'There are no phone pages for your role.', toDesk: 'Open the desk version',
    signal: 'Signal', noSignal: 'No signal', waiting: '{n} unsent', nothingWaits: 'all sent', data: 'data {clock}', dataOld: 'data {clock}, old', noData: 'no data', syncing: 'syncing',
    home: 'Home', outbox: 'Records', me: 'Me', back: 'Back',
    homes: {
      doors: { title: '{n} doors left today', done: 'All doors done today', sub: '{area} · by building' }, patients: { title: '{n} to measure today', done: 'All measured today', sub: '{area} · by building' },
      deliveries: { title: '{n} to bring today', done: 'All brought today', sub: '{area} · by building' }, desk: { title: '{n} people left today', done: 'All done today', sub: '{area} · checks and visits' }, gate: { title: 'At the gate', done: 'At the gate', sub: '{area}' },
    },
    newScreening: 'Register an arrival', find: 'Door or name', left: 'To do', all: 'All', others: 'Other households', expired: 'The data have expired and are not shown', expiredHint: 'The lists on this phone are of {at}; people and orders may have changed. They renew themselves with a signal; arrivals can be registered without.', noneHere: 'Nothing to do', noneHereHint: 'What is new appears after the next sync.', noMatch: 'Nothing found', notYet: 'No data yet', notYetHint: 'The first sync needs a signal.', onPhone: 'recorded, unsent', onServer: 'recorded',
    due: { check: 'no reading: {windows}', visit: 'visit', missedCheck: 'check at the door', delivery: 'delivery', newOrder: 'tell the new rule', tried: 'was there, nobody', need: 'to bring: {need}' }, lead: 'lead open', day: '{measure} {days}', last: 'last {t} ℃ {when}', neverMeasured: 'no reading yet', age: '{sex} {n}',
    check: { title: 'Temperature', erase: 'Erase', symptoms: 'Unwell?', well: 'No', record: 'Record', nobody: 'Nobody home', choose: 'Say whether they are unwell', odd: 'This is no temperature yet: look again', deviceError: 'cannot be a temperature; kept as a device error', notMeasured: 'It can be recorded without, but the check stays due', brought: 'Brought', called: 'Call', fever: 'Fever: recorded, goes to the health centre at once. Ask them to stay at home.', kept: '{name} recorded', note: 'Note', noteHint: 'leave empty if none' },
    screening: { title: 'Register an arrival', who: 'Who is it', known: 'Registered here', new: 'Not registered', pick: '{name} {place}', step: 'Step {n} of {of}', next: 'Next', decided: 'By the order in force', none: 'Not to be managed', manage: '{measure}, until {day}', why: 'Why', noPolicy: 'There is no order on this phone; the community decides when it arrives.', undecided: 'The order does not say; the community decides.', toVerify: 'The community verifies it first.', lead: 'Fever or a symptom: goes to the health centre on arrival. Ask them to stay where they are.', save: 'Record', saved: 'Recorded: {name}', another: 'Another one' },
    box: {
      title: 'Records', empty: 'No records on this phone', emptyHint: 'Whatever you record at a door is put here first and sent when there is a signal.', tabs: { waiting: 'Unsent', needsYou: 'Needs you', arrived: 'Arrived' }, at: 'recorded {at}', receipt: 'receipt {no} · received {at}', handed: 'with the community {no} · {at}', takeBack: 'Take back', tookBack: 'Taken back', sendAgain: 'Send again', handOver: 'Hand to the community', handedSaid: 'The community has it and sees to it', tries: 'tried {n} times', sendNow: 'Send now', serverSaid: 'The server says', yours: 'What you recorded', noneIn: { waiting: 'Nothing unsent', needsYou: 'Nothing needs you', arrived: 'Nothing has arrived yet' }, clock: 'the clock was {n} minutes off and has been set right',
    },
    mine: {
      title: 'Me', data: 'Data on this phone', madeAt: 'synced {at}', expires: 'good until {at}', parts: '{people} managed · {doors} households', sync: 'Sync now', synced: 'Synced', notSynced: 'No signal, nothing synced', clock: 'The phone’s clock is {n} minutes off; times are the server’s.', otherDay: 'The phone is on another day than the server; times are the server’s.', clockRight: 'The clock is right', devices: 'My phones', thisOne: 'this one', lost: 'Lost: wipe it', look: 'Type and language', signOut: 'Sign out', warn: '{n} records have not been sent', warnHint: 'They are locked on this phone; nobody else can see or send them. They go when you sign in here again; after {hours} hours they are handed to the community.', leave: 'Keep them and sign out', stay: 'Stay', install: 'Install', installHint: 'Opens like an app, also without signal.', sound: 'Sound', on: 'on', off: 'off',
    },
    scan: { title: 'Scan', hint: 'Hold the code into the frame', typing: 'Hand-held scanner or typing', noCamera: 'The camera does not open', noCameraHint: 'Allow the camera, or type below.', picture: 'Read from a picture', notFound: 'No code in the picture', close: 'Close' },
  },
}
