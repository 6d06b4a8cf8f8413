import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Venues',
  errors: {
    full: '{name} is full now ({capacity} people). Please wait at the door and scan again when somebody comes out.',
    closed: '{name} is closed at present. Please see the notice at the door, or call the community.',
    noCode: 'There is no such venue code. It may have been replaced; please scan the newest poster, or have yourself written down.',
    nobodyInside: 'Nobody is inside any more, so none can be taken off. Please check the number.',
    wrongPhone: 'That is not a mobile number; it has 11 digits. Please correct it.',
    notTheDay: 'Only today’s disinfection can be taken back. For an earlier one, please note another with the correction.',
  },
  kinds: { supermarket: 'Supermarket', market: 'Market', restaurant: 'Restaurant', pharmacy: 'Pharmacy', office: 'Office', leisure: 'Leisure', other: 'Other' },
  agents: { chlorine: 'Chlorine', alcohol: '75% alcohol', peracetic: 'Peracetic acid', other: 'Other' },
  sub: 'Room by floor space, people counted as they come and go; full means wait at the door.', add: 'Add a venue', trace: 'Who was inside (tracing)',
  tabs: { all: 'All', free: 'Open', full: 'Full', staying: 'Somebody stays long', closed: 'Closed' },
  list: { venue: 'Venue', kind: 'Kind', place: 'Where', space: 'Floor space (m²)', keeper: 'Keeper', phone: 'Keeper’s phone', search: 'Name of the venue', within: 'Community, compound', inside: 'Inside', capacity: 'At most', visits: 'Entered today', overstaying: 'Staying long', disinfected: 'Last disinfected', state: 'State', full: 'Full', free: 'Open', closed: 'Closed', overN: '{n} stay longer than recommended', never: 'none yet', area: '{n} m²' },
  empty: { all: 'No venue is registered yet.', free: 'No venue has room now.', full: 'No venue is full.', staying: 'Nobody stays too long.', closed: 'No venue is closed.', search: 'No venue of that name.' }, emptyHint: 'Register shops, markets, restaurants, and print the code for the door.', searchHint: 'Try another part of the name.',
  card: { of: 'at most {n}', room: 'room for {n}', full: 'Full, please wait', in: 'One in', out: 'One out', poster: 'Poster with the code', edit: 'Change', close: 'Close', reopen: 'Reopen', closed: 'Closed', reopened: 'Reopened', keeper: 'Keeper', areaOf: '{n} m² · {per} m² a person', own: 'set to {n} by order', address: 'Address', visits: '{n} entered today', counted: 'Counted', stay: 'not longer than {n} minutes', overstaying: '{n} stay long', large: 'Large' },
  form: { name: 'Name', nameNeed: 'Please enter the name', kind: 'Kind', kindNeed: 'Please choose the kind', place: 'Area', placeNeed: 'Please choose the area', address: 'Address', squareMetres: 'Floor space (m²)', squareMetresNeed: 'Please enter the floor space', own: 'People at most (where an order sets it)', keeper: 'Keeper', phone: 'Keeper’s phone', save: 'Save', saved: 'Venue saved' },
  disinfection: { title: 'Disinfection', add: 'Note a disinfection', place: 'Where', placeNeed: 'Please say where', agent: 'Agent', concentration: 'Chlorine mg/L', minutes: 'Minutes', save: 'Note', saved: 'Disinfection noted', none: 'Nothing noted today.', line: '{agent}{strength}{time}', strength: ' {n} mg/L', time: ', {n} minutes' },
  poster: { print: 'Print poster (A4)', head: 'Scan in, scan out', step1: 'Scan at the door; name and mobile number once only', step2: 'At most {n} people inside; full means wait', step3: 'Stay no longer than {n} minutes, scan again when leaving', foot: 'Without a phone: please tell the keeper. Used for epidemic prevention only.' },
  tracing: { title: 'Who was inside (tracing)', sub: 'For case investigation only. Who was looked up and why is kept in the trail.', from: 'From', to: 'To', reason: 'Why', reasonNeed: 'Please say why', go: 'Search', phone: 'Mobile number', byVenue: 'By venue', byPhone: 'By number', venue: 'Venue', venueNeed: 'Please choose the venue', nobody: 'Nobody in that time.', notYet: 'Nothing has been looked up yet.', notYetHint: 'Choose the venue or give a number, set the time, say why, and press “Search”.', n: '{n} visits', noName: 'no name (counted at the door)', in: 'in {time}', out: 'out {time}', stillIn: 'not scanned out', reveal: 'Show phone', takeBack: 'Was somebody else', takeBackReason: 'Why', takeBackPlaceholder: 'e.g. was at home that day; somebody wrote the number', takeBackGo: 'Void this visit', takenBack: 'Void; nobody is traced by it', restored: 'Restored', restore: 'Restore', no: 'somebody else ({by}): {reason}' },
  visit: {
    title: 'Venue code', in: 'I am going in', out: 'I am out', name: 'Name', nameNeed: 'Please enter your name', phone: 'Mobile number', inside: '{inside} inside, at most {capacity}', full: 'Full now, please wait at the door', stay: 'Please come out by {time}', stayHint: 'not longer than {n} minutes', over: 'It is time to leave, please', thanks: 'Registered as inside', gone: 'Registered as out', kept: 'Name and number stay on this phone; next time there is nothing to write.', closed: 'Closed at present', wait: 'You can go in when somebody comes out; this page renews itself.', privacy: 'Used for epidemic prevention only; seen by disease control when tracing.',
  },
}
