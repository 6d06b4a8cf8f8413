import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Matters',
  sub: 'What residents ask for and what was found: who deals with it, by when, and whether it helped',
  emergency: 'Somebody hurt, a fire, a crime under way: ring 120, 119 or 110 first, then register.',
  errors: {
    notInState: 'This matter is “{state}” now, so this cannot be done. Somebody may just have dealt with it; please reload.',
    notYours: '{name} is responsible for this matter now, so this step is not yours. Ask whoever sent it on to assign it anew.',
    onceOnly: 'This has been done already and can be done only once ({action}). See the record below.',
    cannotHold: '{name} does not work there, or does not deal with matters. Please choose somebody else.',
    wrongDeadline: 'The deadline must be later than the present one and within {days} days. Please choose again.',
    nothingToUndo: 'The last step was not yours of today and cannot be taken back. Use the buttons below to go on.',
    sayWhetherResolved: 'Please say whether it was solved.',
    phoneWrong: 'The telephone number has the wrong length. Please check it, or leave it empty for now.',
    notAPicture: '“{filename}” is not a photo. Take one, or choose a JPG or PNG picture.',
    tooManyPhotos: 'A matter takes {n} photos at most. Please remove one first.',
    unknown: 'There is no such matter. Please check the receipt on your phone.',
    tooMany: 'Too much was reported through this code today. If it is urgent, please ring the community.',
  },
  kinds: {
    sanitation: 'Cleanliness', disinfection: 'Disinfection', facility: 'Something broken', hazard: 'A danger', dispute: 'Between neighbours', hardship: 'Hardship', errand: 'Shopping, medicine', transport: 'A car to hospital', enquiry: 'Question, complaint', other: 'Other',
  },
  states: { registered: 'Not assigned', assigned: 'To be accepted', inHand: 'In hand', whistled: 'With the subdistrict', done: 'To call back', closed: 'Closed', withdrawn: 'Withdrawn' },
  tabs: { unassigned: 'Not assigned', active: 'In hand', overdue: 'Overdue', whistled: 'With the subdistrict', toCall: 'To call back', closed: 'Closed', all: 'All' },
  empty: {
    unassigned: 'Nothing waits to be assigned.', active: 'Nothing is in hand.', overdue: 'Nothing is overdue.', whistled: 'Nothing is with the subdistrict.', toCall: 'Nobody is to be called back.', closed: 'Nothing has been closed yet.', all: 'Nothing has been registered yet.',
    hint: 'When somebody asks for something, press “Register a matter” at the top right; it takes half a minute.',
  },
  channels: { door: 'At the door', phone: 'Telephone', window: 'Window', qr: 'QR code', patrol: 'Patrol' },
  satisfactions: { satisfied: 'Satisfied', fair: 'Fairly satisfied', unsatisfied: 'Not satisfied', notReached: 'Not reached' },
  grounds: { unreasonable: 'Unreasonable', repeated: 'Repeated', notOurs: 'Not ours to do' },
  exclusions: { asked: 'Exclusion asked for', approved: 'Excluded', refused: 'Not excluded' },
  actions: {
    take: 'Accept', contact: 'Contacted', assign: 'Assign', object: 'Not mine', extend: 'More time', whistle: 'Call in the subdistrict', handBack: 'Give back to the community', finish: 'Done', callBack: 'Call back', withdraw: 'Withdraw', exclude: 'Ask for exclusion', rule: 'Decide on exclusion', photo: 'Photo', undo: 'Take back the last step',
  },
  from: { door: 'at the door', phone: 'telephone', window: 'window', qr: 'QR code', patrol: 'patrol' },
  step: {
    take: 'accepted', contact: 'contacted', assign: 'assigned', object: 'objection', extend: 'more time', whistle: 'subdistrict called in', handBack: 'given back', finish: 'done', settleAtOnce: 'settled at once', callBack: 'called back', withdraw: 'withdrawn', exclude: 'exclusion asked for', rule: 'exclusion decided', handedOver: 'handed over',
  },
  solved: { yes: 'solved', no: 'not solved' },
  ruling: { approved: 'approved', refused: 'refused' },
  timeline: {
    registered: 'Registered matter {number}, {kind} ({from})', registeredByResident: 'A resident reported matter {number}, {kind}', take: 'Accepted', contact: 'Accepted, and contacted whoever asked', assign: 'Assigned to {name}, to be done by {until}: {note}', object: 'Objected to the assignment: {reason}', extend: 'More time until {until}: {reason}',
    whistle: 'Called in the subdistrict: {reason}', handBack: 'The subdistrict gave it back: {reason}', finish: 'Done: {outcome}', settleAtOnce: 'Settled at once: {outcome}', callBack: 'Called back: {satisfaction}, {solved} {note}', withdraw: 'Withdrawn: {reason}',
    exclude: 'Asked not to count it in the rates ({ground}): {reason}', rule: 'Exclusion: {ruling}', undone: 'Took back the last step ({step})', handedOver: 'Handed over from {from} to {to}: {reason}',
  },
  columns: {
    what: 'Matter', number: 'Number', kind: 'Kind', words: 'What was asked', place: 'Place', who: 'Who asked', door: 'Door', phone: 'Telephone', holder: 'In whose hands', owner: 'First responsible', clock: 'Deadline', state: 'State', registered: 'Registered', registrar: 'Registered by', channel: 'Came by', outcome: 'What was done',
    done: 'Done at', satisfaction: 'Satisfaction', resolved: 'Solved', contacted: 'Contacted at', exclusion: 'Exclusion',
  },
  list: { find: 'Find', search: 'Find matters by words, place, number or name', allKinds: 'All kinds', area: 'Where', holder: 'In whose hands', urgent: 'Urgent', due: 'to be done by {time}', nobody: 'nobody yet', mine: 'Mine', others: 'Other people’s', below: 'Below', figure: 'Only “{name}” of the rates', showAll: 'Show all', days: 'registered {from} to {to}' },
  form: {
    title: 'Register a matter', sub: 'Write while you listen. What can be settled at once: write what was done.', kind: 'What is it', kindNeed: 'Please choose what it is', within: 'within {hours} hours', words: 'In their words', wordsHint: 'e.g. no light in the stairwell of 3-2, the old people see nothing at night', wordsNeed: 'Please write two characters or more',
    place: 'Where', placeHint: 'door or place, e.g. stairwell of building 3, unit 2', area: 'Grid or compound', who: 'Who asked', known: 'In the register', other: 'Not in the register', nobody: 'Nobody (found on patrol)', name: 'Name', phone: 'Telephone', whoHint: 'Name, pinyin, identity number or telephone', channel: 'How it came', channelNeed: 'Please choose how it came',
    urgent: 'Is it urgent', calm: 'Not urgent', urgentYes: 'Urgent, within {hours} hours', photo: 'Photo', photoPick: 'Take or choose a photo', photoChosen: '{name} chosen', doneAtOnce: 'Settled at once', doneNo: 'To be assigned', doneYes: 'Done already', done: 'What was done', doneHint: 'e.g. changed the bulb, there is light again', doneNeed: 'Please write what was done',
    go: 'Register', goDone: 'Register and close', saved: '{number} is registered, to be done by {time}', savedDone: '{number} is registered and closed', another: 'Register another', open: 'Open this matter', list: 'Back to matters', photoLost: 'The matter is registered, the photo did not get through. Open the matter and send it again.', undoReason: 'Registered by mistake',
  },
  card: {
    due: 'to be done by {time}', dueOver: 'was to be done by {time}, overdue', contactBy: 'contact them by {time}', contactLate: 'were to be contacted by {time} and have not been', contacted: 'contacted {time}', owner: 'First responsible', ownerNote: '{name} had it first and answers for it until {holder} accepts', holder: 'In whose hands', nobody: 'not assigned yet',
    words: 'What was asked', outcome: 'What was done', calledBack: 'Called back', history: 'Record', undone: 'taken back', photos: 'Photos', person: 'Open the person', care: 'Care groups', inQuarantine: 'in {measure} now: leave things at the door, do not meet', noPhone: 'no telephone was left: closed when done', number: 'Number', from: 'Came by', by: 'registered by {name}', reopened: 'not solved when called back, in hand again',
    exclusion: 'Rates', photoAlt: 'Photo taken {when} {name}', addPhoto: 'Photo', removePhoto: 'Remove this photo', photoAdded: 'The photo is added', photoRemoved: 'The photo is removed', sending: 'Sending…', callsInVain: 'not reached {n} times', extended: 'extended once', objected: 'was objected to',
  },
  act: {
    taken: 'Accepted', contacted: 'Noted: they have been contacted', assigned: 'Assigned to {name}', objected: 'Given back to whoever assigned it', extended: 'Extended', whistled: 'The subdistrict is called in', handedBack: 'Given back to the community', finished: '{number} is done', finishedClosed: '{number} is closed', called: 'The call is noted', reopened: 'Not solved: back to work', withdrawn: '{number} is withdrawn', excluded: 'Sent to the subdistrict for approval', ruled: 'Decided',
    outcome: 'What was done', outcomeHint: 'e.g. changed the bulb, there is light again', outcomeNeed: 'Please write what was done', quick: { repaired: 'Repaired', cleaned: 'Cleaned', delivered: 'Delivered', explained: 'Explained in person', mediated: 'Settled between them' },
    to: 'To whom', toNeed: 'Please choose to whom', note: 'A word with it', until: 'To be done by', untilNeed: 'Please choose a time', reason: 'Why', reasonHint: { object: 'e.g. not my grid, it is for the property staff', extend: 'e.g. the part arrives tomorrow', whistle: 'e.g. only city management may clear the road', handBack: 'e.g. city management will come, please be there', withdraw: 'e.g. registered twice' }, reasonNeed: 'Please write why, two characters or more',
    asked: 'What they say', solved: 'Is it solved', solvedYes: 'Solved', solvedNo: 'Not solved', callNote: 'What else they said', callHint: 'leave empty if nothing', callNeed: 'Please choose what they say', ground: 'Why it is not to count', groundNeed: 'Please choose why', approve: 'Approve', refuse: 'Refuse', save: 'Save', onlyOnce: 'once only', again: 'If it is not solved it goes back to work once, with the same number.',
    away: 'on leave until {day}',
  },
  rates: {
    title: 'Three rates', sub: 'Matters registered {from} to {to}. Press a figure to see which.', from: 'From', to: 'To', response: 'Response', resolution: 'Resolution', satisfaction: 'Satisfaction', none: 'none yet', count: '{part} / {whole}',
    responseHow: 'contacted in time ÷ assigned (those whose hour has not come are left out)', resolutionHow: 'solved, as told when called back ÷ reached', satisfactionHow: 'satisfied ÷ reached; {fair} fairly satisfied do not count as satisfied', excluded: '{n} excluded with approval', asked: '{n} exclusions to decide', open: 'Rates', back: 'Close', notReached: 'Whoever was not reached, what was withdrawn and what nobody asked for count in none.',
    figures: { dispatched: 'assigned', responded: 'contacted in time', called: 'reached', resolved: 'solved', satisfied: 'satisfied', fair: 'fairly satisfied', excluded: 'excluded', exclusionAsked: 'exclusions to decide' },
  },
  about: { title: 'Matters' },
  own: {
    title: 'Report something, ask for help', words: 'What is it about', phoneHint: 'used for this matter only and to call you back; deleted half a year after it is closed', send: 'Send', mine: 'What I reported', kept: 'From this phone; gone when the browser’s data are cleared, so note the number.', another: 'Report something else', call: 'Ring the community {phone}', failed: 'No signal: it has not been sent. Go where there is one and press “Send” again.', photoLost: 'It has been reported, but the photo did not get through. If it is urgent, ring the community.',
    states: { registered: 'received, somebody will be sent', assigned: 'somebody has been sent', inHand: 'being dealt with', whistled: 'the subdistrict has been called in', done: 'done', closed: 'closed', withdrawn: 'withdrawn' },
  },
  poster: { title: 'Code for matters', head: 'Anything the matter? Scan this', step1: 'Scan with the phone', step2: 'Choose what it is, write a sentence, take a photo if you like', step3: 'Note the number and see how far it is', foot: 'No account needed. If it is urgent, ring the community.' },
}
