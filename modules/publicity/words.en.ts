import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Announcements', announcements: 'Announcements', recordsTitle: 'Publicity records',
  sub: '{toTell} are not passed on everywhere yet; {inForce} hold', subNone: 'All is passed on; {inForce} hold',
  errors: {
    notYours: 'This comes from {office}; only they change it. Ring them to have it changed.',
    notInState: 'This announcement is “{standing}” now, so this cannot be done; perhaps somebody else was quicker. Load the page again.',
    endsBefore: 'It ends before it begins. Put the days right.',
    rumourNeeded: 'A rumour needs what is said. Add it.',
    alreadyTold: 'Somebody was told of it or has read it, so it is no draft any more. Withdraw it with a reason.',
    reachedNeeded: '{way}: how many were told? Add the number.',
    notTheDay: 'Only what was written down today is taken back.',
    notAPoster: 'This is no poster that hangs. Load the page again.',
  },
  kinds: { policyNotice: 'Policy notice', science: 'Health knowledge', rumour: 'Rumour', disclosure: 'Open affairs', convenience: 'Service notice' },
  standings: { draft: 'Draft', coming: 'Not yet in force', inForce: 'In force', expired: 'Expired', withdrawn: 'Withdrawn' },
  ways: { loudspeaker: 'Loudspeaker', poster: 'Poster', leaflet: 'Doorstep', group: 'Chat group', consultation: 'Consultation' },
  reached: { loudspeaker: '{n} households', poster: '{n} copies', leaflet: '{n} households', group: '{n} in the group', consultation: '{n} people' },
  tabs: { toTell: 'To pass on', inForce: 'In force', draft: 'Drafts', over: 'Over', all: 'All' },
  empty: { toTell: 'All is passed on.', inForce: 'Nothing holds now.', draft: 'No drafts.', over: 'Nothing expired or withdrawn.', all: 'No announcements yet.' }, emptyHint: 'Press “Announce”: who says it, its number, until when; residents see it by the code.', notFound: 'No such announcement.', notFoundHint: 'Try other letters of the title, office or number.',
  list: { search: 'Title, office, number', standing: 'State', kind: 'Kind', allKinds: 'All kinds', title: 'Announcement', source: 'On whose word', orderNo: 'Number', areas: 'For', published: 'Published', fromOn: 'From', toOn: 'Until', told: 'Passed on', places: 'Places', covered: 'Households told', households: 'Households', opened: 'Opened', ofPlaces: '{told} of {places} places', ofHouseholds: '{covered} of {households} households, {percent}%', tellBy: 'pass on by {at}', wasBy: 'was due {at}', nowhere: 'no compound or village group here', place: 'Where', way: 'How', at: 'When', reached: 'How many', people: 'By', note: 'Note' },
  page: { write: 'Announce', records: 'Publicity records', takeDown: 'Posters to take down {n}', board: 'Print the notice board', announcements: 'Announcements' },
  card: {
    rumour: 'It is said:', truth: 'The truth:', valid: 'Holds', areas: 'For', office: 'Published', told: 'Passed on', opened: 'Opened by residents', times: '{n} times', lastDays: ' ({days})', since: 'from {from}, until withdrawn', fromTo: '{from} to {to}', draft: 'A draft, not published. Check it and press Publish; residents and those below see it at once.', expired: 'Expired on {day}. The residents’ page says so.', withdrawn: 'Withdrawn by {name} {when}: {reason}',
    fromOffice: 'From {office}, not changed here. ', tellBy: 'To be passed on everywhere by {at}; {n} places are left.', toldLate: 'It was to be passed on by {at}; {n} places are left.', leftNoTime: 'Nobody is sent; {n} places have no record.', allTold: 'Passed on everywhere.',
    records: 'Records', undo: 'Take back', undone: 'Taken back', takeDown: 'Taken down', toTakeDown: 'Take down', takenDown: 'taken down {when}', downAt: 'Taken down', downDone: 'Poster taken down: {place}', poster: 'Print the poster',
  },
  acts: { publish: 'Publish', edit: 'Edit', copy: 'Change and say anew', remove: 'Delete the draft', removed: 'Deleted: {title}', withdraw: 'Withdraw', withdrawTitle: 'Withdraw “{title}”', withdrawn: 'Withdrawn: {title}', reason: 'Why', reasonHint: 'Residents read it too', reasonNeed: 'Say in a sentence why', restore: 'Restore', restored: 'Restored: {title}', restoredBySlip: 'Restored by mistake' },
  telling: {
    title: '{left} places not told yet', way: 'How it was told', wayHint: 'Say how first, then press “Told” at each place.', wayNeed: 'Say how it was told first', whole: 'All of {name}', tell: 'Told', again: 'Once more', told: 'Told', notTold: 'Not told', households: '{covered} of {households} households', done: 'Recorded: {place}, {way}',
    hints: { loudspeaker: 'Loudspeaker: all households of the place count.', poster: 'Poster: all households of the place count; the number of copies is optional.', leaflet: 'Doorstep: how many households you really went to.', group: 'Group: how many are in it; at most one household each.', consultation: 'Consultation: how many people you answered.' },
    number: { loudspeaker: 'households', poster: 'copies', leaflet: 'households', group: 'in the group', consultation: 'people' },
    need: { loudspeaker: 'How many households?', poster: 'How many copies?', leaflet: 'How many households were gone to?', group: 'How many are in the group?', consultation: 'How many people were answered?' },
  },
  write: {
    title: 'Announce', editTitle: 'Edit the draft', sub: 'Written once: residents scan it, it is printed, it is read out.', heading: 'Title', headingHint: 'What it is about, in one line', rumour: 'What is said', rumourHint: 'As people say it', truth: 'What is true', body: 'Text', bodyHint: 'A paragraph a line. Short, plain sentences that can be read out.', source: 'On whose word', sourceHint: 'Command post, health bureau, community …', orderNoHint: 'Empty where there is none', toOn: 'Until', always: 'Holds until withdrawn',
    tellBy: 'Is every place to be told?', tellByHint: 'With a time, places that are not told stand in Today of the grid workers and the community.', terms: { today: 'by 20:00 today', tomorrow: 'by 20:00 tomorrow', other: 'another time', none: 'no' }, tellByAt: 'By when',
    areas: 'For', areasHint: 'Nothing added means everywhere. For some compounds, groups or grids add each below.', all: 'All of {name}', addArea: 'Only here: add a place', leaveOut: 'Leave out {name}', keep: 'Keep as a draft', kept: 'Kept as a draft', published: 'Published: {title}',
    need: { kind: 'Choose a kind', title: 'Write a title', rumour: 'Write what is said', body: 'Write the text', source: 'Say on whose word', fromOn: 'Choose the first day', toOn: 'Choose the last day, or tick “until withdrawn”', term: 'Say whether every place is to be told', tellBy: 'Say by when' },
  },
  records: { sub: 'Loudspeaker, posters, doorsteps, groups, consultations. The figure of the daily report counts these.', tabs: { takeDown: 'Posters to take down', all: 'All records' }, add: 'Record publicity', addHint: 'What passes on an announcement is recorded on its card; here stands what is of none: a stand, leaflets.', from: 'From', to: 'To', allWays: 'Every way', general: 'Everyday publicity', empty: { takeDown: 'No poster to take down.', all: 'No records yet.' }, emptyHint: 'Press “Told” on the card of an announcement, or “Record publicity”.', why: 'What this poster says holds no more. Take it down, so that nobody goes on by it.', placeNeed: 'Say where', atHint: 'Now, where nothing is said', peopleHint: 'You, where nothing is said', noteHint: 'What it was about', go: 'Record' },
  paper: { title: 'Poster', sub: 'One A4 to put up. The code says whether it still holds.', board: 'Notice board', boardSub: 'Everything that holds, on one sheet.', place: 'Where it hangs', print: 'Print', scan: 'Scan to see whether it still holds', scanBoard: 'Scan for the whole text and the latest', noCode: 'No code here yet; make one under Declaration code', asOf: 'as of {day}' },
  own: { title: 'From your community', holds: '{n} hold now, the newest first', nothing: 'Nothing holds now.', over: 'No longer holds: do not go by it', expired: 'expired on {day}', withdrawn: 'withdrawn on {when}: {reason}', hotlines: 'Whom to ring', call: 'Ring the community {phone}', read: 'Read it to me', stop: 'Stop', where: 'For: {areas}', failed: 'Not connected. Check the signal and try again.', privacy: 'Nobody registers to read. Only how often it was opened is counted, not by whom.' },
  poster: { title: 'Announcement code', head: 'What the community says: scan it', step1: 'Scan with WeChat or the camera; nothing to install, no account', step2: 'See what holds now, on whose word, until when', step3: 'Large type, and it can be read to you', foot: 'Heard something? Scan first. Psychological help 12356, health line 12320.' },
  phone: { title: 'Pass on', left: '{n} announcements to pass on', none: 'All is passed on', late: 'Late', open: 'Go', by: 'by {at}', wasBy: 'was due {at}', told: 'Told', list: 'Announcements', empty: 'Nothing to pass on', emptyHint: 'What is to be told everywhere by a time stands here.', kept: 'Recorded {at}: {what}', undone: 'Taken back', notUndone: 'Not taken back; tell the community' },
}
