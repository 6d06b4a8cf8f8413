import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Passes',
  sub: 'Of households, persons, vehicles and visitors; stopped at once when somebody at home is in quarantine, good again after release',
  errors: {
    alreadyHas: 'There is a pass that is good ({number}). For another one open it and use “Reprint” or “Renew”.',
    quarantined: '{name} is in quarantine until {endsOn}. Whoever lives there stays in and receives nobody, so this cannot be done now; do it after the release. What they need can be brought: arrange it under Control.',
    nobodyHere: 'Nobody is registered in this household now, so it cannot have a pass. Please check the household first.',
    notInState: 'This pass is “{state}” now, so that cannot be done. Please refresh.',
    plateWrong: 'That does not look like a plate. Ordinary ones have the province and 6 signs, new energy the province and 7; embassy, police, army, learner, trailer, Hong Kong and Macau, rescue and temporary plates are known too.',
    plateHas: '{plate} has a pass that is good ({number}). To change its household, driver or route, open that one, revoke it, and issue again.',
    tooLong: 'A pass is good for {days} days at most, from today. Please choose an earlier day.',
    visitTooLong: 'A visit lasts {hours} hours at most. Please shorten it, or announce two.',
    alreadyUsed: 'This visitor has arrived already and the code is used up. Please announce the next visit anew.',
    documentWrong: 'This identity number is wrong. Please compare it with the card, or leave it empty.',
    batchRuns: 'Passes are just being issued here. Please wait until that is done.',
    batchStands: 'This run has ended or was taken back; there is nothing to go on with. Please reload.',
    notTheDay: 'Only what was issued today can be taken back as a whole. Please revoke passes one by one.',
    notAPicture: '“{filename}” is not a picture. Take a photo, or choose a JPG or PNG.',
    noKey: 'The key for signing is not ready yet. Please try again in a minute.',
  },
  tabs: { all: 'All', valid: 'Valid', suspended: 'Stopped', expiring: 'Expiring', vehicles: 'Vehicles', visitors: 'Visitors today', ended: 'Expired, revoked' },
  kinds: { household: 'Household pass', person: 'Personal pass', vehicle: 'Vehicle pass', visitor: 'Visitor' },
  kindShort: { household: 'Household', person: 'Person', vehicle: 'Vehicle', visitor: 'Visitor' },
  states: { waiting: 'To confirm', early: 'Not yet', valid: 'Valid', suspended: 'Stopped', expired: 'Expired', revoked: 'Revoked', declined: 'Declined' },
  why: {
    valid: 'Good until {until}.', early: 'Good from {from} to {until}.', special: 'A special vehicle, always let through; registered until {until}.', expired: 'Expired {until}, not renewed yet.',
    suspended: '{name} is in {measure} until {endsOn}. Whoever lives there is stopped too; good again after release.', suspendedUnnamed: 'Somebody at home is in {measure} until {endsOn}. Good again after release.',
    revoked: 'Revoked: {reason}.', withdrawn: 'The household cancelled this visit. If it is to be after all, it is announced or entered anew.', reissued: 'This car was issued a new pass after this one had expired: see the one of the same plate.', movedOut: 'Its person has moved out; good again when that is taken back.', deceased: 'Its person has died.', nobodyHere: 'Nobody lives in this household any more. Good again when one of them comes back; for others please issue anew.', waiting: 'Waits for the household.', waitingForHousehold: 'Waits for the household: please ring, or ask them to confirm on their own page.', declined: 'The household does not expect this visit.', arrived: 'Arrived {at}; the code is used up.',
  },
  reasons: {
    notOurs: 'This is not a code of this system. If it is a pass, update the phone once and scan again.', damaged: 'The code was not read whole. Wipe it, flatten it and scan again, or type the number.', unknownKey: 'This phone does not know the signing key yet. Update it once and scan again; if it is urgent, ring the community.',
    keyExpired: 'The signing key is out of use, this pass is too old. Please have it replaced at the community.', badSignature: 'The signature is wrong: not issued by the community, perhaps forged. Please keep it and tell the community.', notYetValid: 'It is not good yet.', expired: 'It has expired. Have it renewed at the community; a code on a phone needs refreshing.',
    revoked: 'It is stopped.', replaced: 'It was replaced by a reprint. Please show the new one.',
  },
  stops: { suspended: 'Stopped: somebody at home is in quarantine', revoked: 'Revoked', used: 'Used: the visitor came in with it' },
  warnings: { clock: 'This phone’s clock is off by {minutes} minutes, please set it', keysOld: 'Keys not updated for {hours} hours, please go online', revocationsOld: 'List of stopped passes not updated for {hours} hours, it may be old', noRevocations: 'This phone has no list of stopped passes yet and cannot tell which are stopped' },
  status: {
    title: 'Community health status', hint: 'Follows from what is recorded, for use inside the community; not a health code.', states: { clear: 'Clear', toVerify: 'To verify', observed: 'Observed', quarantined: 'In quarantine' },
    why: { nothing: 'Nobody is managed and no lead is open.', released: 'Last released {on}; nobody is managed now.', quarantined: '{n} at home in {measure} until {endsOn}.', observed: '{n} at home in {measure} until {endsOn}.', lead: '{n} lead(s) not closed yet.', toVerify: '{n} arrival(s) not verified yet.' },
    object: 'Is that wrong? Object',
  },
  official: { title: 'Official health code', colours: { green: 'Green', yellow: 'Yellow', red: 'Red' }, how: { scanned: 'scanned', seen: 'seen', told: 'told' } },
  purposes: { supplies: 'Supplies', epidemic: 'Epidemic control', commuting: 'Commuting', medical: 'Medical', guest: 'Guest', parcel: 'Parcel', meal: 'Meal', renovation: 'Renovation', housekeeping: 'Housekeeping', other: 'Other' },
  reprint: { lost: 'Lost', damaged: 'Damaged', changed: 'Details changed' },
  page: {
    number: 'Number', holder: 'Holder', state: 'State', validity: 'Valid', issued: 'Issued', search: 'Number, plate, name', issue: 'Issue', bulk: 'Issue for a compound', address: 'Address', kind: 'Kind', members: '{n} people', until: 'until {day}', within: '{from} – {until}', soon: 'expires {day}', recheck: 'check {day}', recheckToday: 'check today', recheckLate: 'check was due {day}', special: 'Special', plate: 'Plate', household: 'Household of', purpose: 'Purpose', recheckOn: 'Check on', issuer: 'Issued by', begins: 'Begins', nth: 'Print no.',
    print: 'Print', printThese: 'Print {n}', empty: { all: 'No pass has been issued', valid: 'No pass is valid', suspended: 'No pass is stopped', expiring: 'No pass expires soon', vehicles: 'No vehicle has a pass', visitors: 'No visitor today', ended: 'None is expired or revoked' }, emptyHint: '“Issue for a compound” issues for all households at once.', emptyVisitors: 'If somebody is to come, press “Enter visitor”; once the household says yes, the gate lets them in by their code.', emptyVehicles: 'Press “Issue” and choose “Vehicle pass”; a plate and a purpose are enough.', notFound: 'Try another number, plate or the beginning of a name.', place: 'Compound, grid', selected: 'Print these',
  },
  card: {
    holders: 'Household', householder: 'householder', why: 'Why', history: 'History', valid: 'Valid', issue: 'Print no. {n}', plate: 'Plate', vehicleKind: 'Vehicle', owner: 'Owner, office', driver: 'Driver', companions: 'People in it', route: 'Area, route', purpose: 'Purpose', recheck: 'Check', everyDays: 'every {n} days, next {day}', everyDaysLate: 'every {n} days, was due on {day}', noRecheck: 'not needed',
    host: 'Visits', entered: 'Entered', phone: 'Phone', from: 'From', announced: { household: 'announced by the household', community: 'entered by the community or gate' }, note: 'Note', household: 'Open the household', hidden: 'Only the first sign of a name is shown, and no members.', link: 'Household code', linkMake: 'Make the household code', linkHint: 'With this code, and no account, the household shows its pass on a phone, announces and confirms visitors, and asks to go out.', linkCopy: 'Copy link', linkCopied: 'Link copied',
  },
  photo: { add: 'Add a photo', replace: 'Another photo', remove: 'Remove the photo', sending: 'Sending…', added: 'Photo added', removed: 'Photo removed', alt: 'Photo of {name}', hint: 'Not needed. A phone takes it, a computer chooses a file; it is destroyed after the pass has ended.' },
  act: {
    print: 'Print', reprint: 'Reprint', renew: 'Renew', revoke: 'Revoke', reinstate: 'Undo revoking', recheck: 'Checked', confirm: 'Household confirmed', decline: 'Household declined', arrive: 'Arrived', link: 'Household code',
    reprintWhy: 'Why a reprint? The earlier one is void at once', reprinted: '{number} reprinted, the earlier one is void', renewed: '{number} renewed until {day}', revokeWhy: 'Why revoke it', revokeHint: 'e.g. moved away, lent to others', revoked: '{number} revoked', reinstated: '{number}: revoking undone', rechecked: '{plate} checked', confirmed: '{name} confirmed', declined: '{name} declined', arrived: '{name} arrived', reasonNeeded: 'Please give a reason',
  },
  form: {
    title: 'Issue', kind: 'For whom', household: 'Household', householdHint: 'Name, door, initials, last digits of a phone', person: 'Who', validOn: 'Valid until', plate: 'Plate', plateHint: 'as it stands on the car, spaces or not', told: '{kind}', always: 'always let through', special: 'Special vehicle (ambulance, fire, rescue, sanitation, police, supplies), always let through', owner: 'Owner or office', driver: 'Driver', companions: 'People in it', purpose: 'Purpose', route: 'Area, route', recheckDays: 'Check every … days', place: 'Belongs to', ofHousehold: 'a household', ofOffice: 'an office or firm',
    go: 'Issue', goVisitor: 'Enter visitor', issued: '{number} issued', undoReason: 'Issued by mistake, taken back', needHousehold: 'Please choose a household', needPlate: 'Please give the plate', needPurpose: 'Please choose a purpose', needName: 'Please give the visitor’s name', visitor: 'Visitor’s name', phone: 'Phone', document: 'Identity number (for the gate)', from: 'From where', hours: 'Hours', none: 'Nothing found', announced: '{name} entered, waits for the household', picked: 'Chosen', change: 'Another household', onlyMembers: 'People of this household',
  },
  bulk: {
    title: 'Issue for a compound', area: 'Compound, village group, grid', households: '{n} households', toIssue: '{n} to issue', hasOne: '{n} have a valid one', quarantined: '{n} with somebody in quarantine: after release', nobody: '{n} with nobody registered', go: 'Issue {n}', running: 'Issuing: {seen} of {households} households looked at', done: '{n} issued', failed: 'Broken off with {n} issued; some households were not looked at.', failedHint: 'It was tried several times in vain. “Go on” issues nothing twice; if it breaks off again, ask the system administrator.', resume: 'Go on', undone: 'All of it taken back', undoneReason: 'all of it taken back', undo: 'Take all back', print: 'Print these', left: 'Left out', reasonOf: { hasOne: 'has one', quarantined: 'in quarantine', nobody: 'nobody registered' }, nothing: 'Every household has one already.', back: 'Back to the list', needArea: 'Please choose a compound',
  },
  print: {
    title: 'Print passes', sheet: 'A4, eight to a sheet, cut along the marks', card: 'Card 12 × 8 cm, one each', print: 'Print', back: 'Back', more: 'Lay out {n} more', laidOut: '{n} of {total} laid out', none: 'None of these can be printed: what is stopped, revoked or expired is not.', number: 'No.', compound: 'Compound', door: 'Door', holder: 'Householder', name: 'Name', members: 'People', memberNames: 'Members', document: 'Document', phone: 'Phone', valid: 'Valid', office: 'Issued by (seal)', exits: 'Days out', exitsHint: 'ticked by the keeper at every exit', issue: 'print {n}', plate: 'Plate', vehicleKind: 'Vehicle', owner: 'Owner, office', driver: 'Driver', companions: 'People in it', route: 'Area, route', purpose: 'Purpose', approver: 'Approved by', rules: 'One pass per household, not to be lent; show it and have your temperature taken.', vehicleRules: 'One pass per vehicle; everybody in it is registered and measured.', people: '{n}',
  },
  my: {
    title: 'Our pass', show: 'Show this code at the gate', newIn: 'a new code in {time}', newNow: 'getting a new code…', over: 'This code has expired', overHint: 'There is no signal for a new one. It comes by itself where there is; the paper pass is still good.', validUntil: 'Pass valid until {day}', number: 'No. {number} · {n} people', none: 'No pass yet', noneHint: 'Please go to the community office or ring.', stopped: 'Pass stopped', call: 'Ring the community', visitors: 'Visitors and deliveries', noVisitors: 'Nobody is announced.', announce: 'Announce a visitor', name: 'Name', phone: 'Phone (optional)', document: 'Identity number (optional, for the gate)', from: 'From where (optional)', purpose: 'What for', hours: 'About how many hours', go: 'Tell the gate', yes: 'Yes, let them in', no: 'I do not know them', withdraw: 'Cancel', back: 'Back', showTo: 'Send this code to {name} (screenshot)', expects: '{name} is coming ({purpose}). Do you know them?', nameNeeded: 'Please give a name', purposeNeeded: 'Please choose what for', notNow: 'No network, nothing was sent. Press again later, what you wrote is still here.',
  },
  timeline: {
    issued: 'Pass {number} issued', renewed: 'Pass {number} renewed', reprinted: 'Pass {number} reprinted, the earlier one void', revoked: 'Pass {number} revoked: {reason}', reinstated: 'Pass {number} good again', reissued: 'Vehicle pass {number} expired, issued anew', rechecked: 'Vehicle {number} checked', recheckUndone: 'Check of vehicle {number} undone', announced: 'Visitor {name} announced', confirmed: 'Visitor {name} confirmed', declined: 'Visitor {name} declined', arrived: 'Visitor {name} arrived', withdrawn: 'Visitor {name} cancelled', reopened: 'Visitor {name} to confirm again', photoAdded: 'Photo added to pass {number}', photoRemoved: 'Photo removed from pass {number}',
  },
  history: {
    issued: 'Issued', renewed: 'Renewed, print no. {issue}', reprinted: 'Reprinted, print no. {issue}, earlier ones void', revoked: 'Revoked: {reason}', reinstated: 'Good again', reissued: 'Issued anew after it had expired, this one void', movedOut: 'Void: moved out', deceased: 'Void: died', nobodyHere: 'Void: nobody lives there', rechecked: 'Checked', recheckUndone: 'Check undone', suspended: 'Stopped: somebody at home in {measure} until {endsOn}', restored: 'Released, good again', photoAdded: 'Photo added', photoRemoved: 'Photo removed', announced: 'Entered', confirmed: 'Confirmed by the household', declined: 'Declined by the household', arrived: 'Arrived', withdrawn: 'Cancelled by the household', reopened: 'To confirm again',
  },
}
