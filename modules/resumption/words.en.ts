import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Work resumption',
  errors: {
    notInState: '{name} has changed meanwhile (now “{state}”); somebody may just have dealt with it. Please reload.',
    alreadyThere: '{name} is registered already. Please search its name in the list and open it there.',
    codeMissing: 'An enterprise needs its credit code; it stands on the licence. A sole trader without one may leave it empty.',
    codeWrong: 'That is not a credit code: 18 characters without I, O, S, V and Z, the last one a check. Please compare it with the licence.',
    phoneWrong: 'That is not a telephone number. Please correct it.',
    tooManyStaff: 'The numbers do not fit: not more may return than there are, nor more from high-risk areas than return. Please correct them.',
    notAnswered: '{n} points have not been looked at. Please answer each of them with yes or no.',
    tooManyAsk: 'Too many applications came through this code within an hour; please come to the desk, or call the community.',
    wrongDay: 'The day to look again cannot lie before today. Please correct it.',
    noteMissing: 'Where the reason is “other”, please say in a sentence what it is.',
    notLastStep: 'Only the last step of today can be taken back. Where somebody did something since, please reload.',
    listUnreadable: 'This file cannot be read. Please save it as .xlsx and upload it again.', listTooLong: 'At most {most} rows at once. Please split it.', listHeadings: 'No headings were found. There must be at least: {headings}. The template shows them.',
  },
  timeline: {
    registered: 'Registered', asked: 'The owner asked to resume by phone, telephone {phone}; says is met: {met}', listed: 'Registered from a list: {state}', edited: 'Changed: {what}', applied: 'Asked to resume {note}', withdrawn: 'Application withdrawn', checked: 'Check: {because} {note}', reasoned: 'Why not resumed: {idleReason} {note}', suspended: 'Suspended: {idleReason} {note}', closed: 'Closed for good: {note}', reopened: 'In business again, begins as not resumed',
    undone: 'Took back “{step}”',
  },
  step: { applied: 'application', asked: 'application by phone', withdrawn: 'withdrawal', checked: 'check', reasoned: 'reason', suspended: 'suspension', closed: 'closing', reopened: 'reopening' },
  kinds: { enterprise: 'Enterprise', soleTrader: 'Sole trader' },
  trades: {
    catering: 'Catering', barbecue: 'Barbecue', footBath: 'Foot bath', bathhouse: 'Baths, swimming', massage: 'Massage', beauty: 'Hair and beauty', entertainment: 'Karaoke, arcades', internetCafe: 'Internet café', boardGames: 'Board games', cinema: 'Cinema, theatre', scenic: 'Scenic site', training: 'Training',
    lodging: 'Lodging', supermarket: 'Supermarket, shop', market: 'Fresh food', pharmacy: 'Pharmacy', clothing: 'Clothes, sundries', hardware: 'Hardware', carRepair: 'Car repair', logistics: 'Parcels, freight', manufacturing: 'Manufacturing', construction: 'Construction', other: 'Other trade',
  },
  state: { notResumed: 'not resumed', applied: 'applied', resumed: 'resumed', suspended: 'suspended', closed: 'closed' },
  states: { notResumed: 'Not resumed', applied: 'Applied, to check', resumed: 'Resumed', suspended: 'Suspended', closed: 'Closed for good' },
  idleReason: { workers: 'not enough workers', equipment: 'prevention equipment lacking', materials: 'not enough materials', demand: 'not enough custom', other: 'other' },
  reasons: { workers: 'Not enough workers', equipment: 'Prevention equipment lacking', materials: 'Not enough materials', demand: 'Not enough custom', other: 'Other' },
  tabs: { all: 'All', notResumed: 'Not resumed', toCheck: 'To check', recheck: 'To look at again', noReason: 'Reason unknown', resumed: 'Resumed', suspended: 'Suspended', closed: 'Closed for good' },
  empty: { all: 'No business is registered yet.', notResumed: 'All have resumed.', toCheck: 'No application waits for a check.', recheck: 'None is to be looked at again today.', noReason: 'Of all that have not resumed it is known why.', resumed: 'None has resumed yet.', suspended: 'None is suspended.', closed: 'None is closed for good.' },
  emptyHint: 'Where there is a list (of the market authority, of the subdistrict), press “Register a list”: all at once.', notFound: 'No such business.', notFoundHint: 'Try other characters of the name.',
  sub: '{enterprises} enterprises, {soleTraders} sole traders; {resumed} have resumed, {notResumed} have not',
  asOf: 'as they stood {time} (a card shows how it is now)',
  list: { search: 'Name', business: 'Name', kind: 'Kind', place: 'Area', address: 'Address', trade: 'Trade', state: 'State', reason: 'Why not resumed', reasonNote: 'In words', look: 'Look again', missing: 'Still missing', contact: 'In charge', phone: 'Phone', staff: 'Staff', toReturn: 'To return', fromHighRisk: 'From high-risk areas', code: 'Credit code', resumedOn: 'Resumed on', allKinds: 'All kinds', allTrades: 'All trades', noReason: 'nobody has asked yet', lookBy: 'look again {day}', recheckBy: 'recheck {day}', lackN: 'missing: {missing}', appliedOn: 'applied {day}' },
  figures: { title: 'Why not resumed', byReason: 'By reason', byTrade: 'By trade', none: 'not asked yet', ofHint: 'not resumed / all' },
  card: {
    code: 'Credit code', contact: 'In charge', staff: 'Staff', persons: { staff: '{n} in all', toReturn: '{n} to return', fromHighRisk: '{n} from high-risk areas' }, applied: 'Applied', resumed: 'Resumed', look: 'Look again', quote: 'Words of the order', steps: 'What happened',
    nothingAsked: 'The order in force asks nothing before work resumes; the community decides.', neverChecked: 'Registered as resumed from a list; not checked here yet.', tradeClosed: 'By {order}, {trade} may not resume yet; a check is kept, but does not resume it.', listedReason: 'Nobody has asked yet why it has not resumed',
  },
  act: {
    check: 'Check', recheck: 'Check again', apply: 'Enter application', withdraw: 'Withdraw application', nameReason: 'Why not resumed', suspend: 'Suspend', close: 'Closed for good', reopen: 'In business again', edit: 'Change', undo: 'Undo last step',
    yes: 'Yes', no: 'No', hint: 'By {order}: look at each point and press yes or no.', note: 'Note', lookOn: 'Look again on', lookOnHint: 'In {n} days where left empty', checkNow: 'Record the check', resumeNow: 'Let it resume', answerAll: 'Please answer each point with yes or no', reason: 'Why', reasonNeed: 'Please choose the reason', noteNeed: 'Please say in a sentence what it is', noteHint: 'In a sentence, e.g. the landlord has not agreed', closeHint: 'e.g. sold, licence given back', closeNeed: 'Please say why',
    done: { resumed: '{name} has resumed', kept: '{name} passed the recheck', missing: '{name} still lacks: {missing}', mend: '{name} has to mend: {missing}', suspended: '{name} is suspended', tradeClosed: 'The trade of {name} may not resume yet' },
    applied: 'Application entered', withdrawn: 'Application withdrawn', reasoned: 'Reason noted', stopped: '{name} is suspended', closed: '{name} is closed for good', reopened: 'In business again, as not resumed', registered: '{name} registered', removed: 'Registration taken back', removedNot: 'Something was done since; it stays', saved: 'Saved',
  },
  many: {
    button: 'Check the {n} chosen', title: 'Check {n} together', hint: 'Only what is the same for all of them. Press × at one that is not: it stays to be checked by itself.', without: 'Check {name} by itself', allAgain: 'Put them all back',
    done: '{n} {outcome}', outcomes: { resumed: 'have resumed', kept: 'passed the recheck', missing: 'lack something', mend: 'have to mend something', suspended: 'suspended', tradeClosed: 'of a closed trade' },
    left: { state: '{name} has just been dealt with, not recorded', points: '{name} is checked by other points, please check it by itself' }, kept: 'Taken back; {n} were dealt with since and stay',
  },
  form: {
    title: 'Register a business', edit: 'Change the details', button: 'Register one', kind: 'Enterprise or sole trader', kindNeed: 'Please choose the kind', name: 'Name', nameHint: 'As on the licence or over the door', nameNeed: 'Please enter the name', code: 'Unified social credit code', codeHint: '18 characters, on the licence', codeNeed: 'An enterprise needs its code', codeWrong: 'Not a credit code; please compare it with the licence',
    trade: 'Trade', tradeNeed: 'Please choose the trade', place: 'Where', placeNeed: 'Please choose compound or village group', address: 'Door', contact: 'In charge', phone: 'Phone', staff: 'Staff', toReturn: 'To return', fromHighRisk: 'From high-risk areas', save: 'Save', go: 'Register',
  },
  bulk: {
    title: 'Register a list of businesses', sub: 'The list of the market authority, the subdistrict or your own, all at once. Wrong rows come back with number and reason and keep no other out; the same list again adds nothing.', button: 'Register a list', template: 'Download the template', place: 'Whose list it is', placeHint: 'Rows that name a compound or village group lie there', placeNeed: 'Please choose the community',
    drop: 'Drop the list here', dropHint: '.xlsx or .csv; at least a name, and the kind or the credit code', choose: 'Choose a file', made: '{n} registered', none: 'None was registered', already: '{n} were there already and were not added', wrong: '{n} rows were not registered', undo: 'Take this list back', undone: '{n} taken back', undoneKept: '{n} taken back; with {kept} something was done since, they stay', again: 'Another list', see: 'See these businesses', row: 'Row {row}', mend: 'Correct them in the same sheet and upload it again; nothing is added twice.',
    yes: 'yes', no: 'no',
    faults: { nameMissing: 'no name', kindMissing: 'enterprise or sole trader? please fill in the kind', codeMissing: 'an enterprise without a credit code', codeWrong: 'the credit code is wrong; please compare it with the licence', phoneWrong: 'not a telephone number', numberWrong: 'the numbers do not fit: digits only, and not more to return than there are', resumedWrong: 'please write yes or no for resumed', tooLong: 'a cell is too long', placeUnknown: 'there is no such compound or village group here; please compare the name under Territory', placeSeveral: 'several places have this name; please write it in full', twice: 'stands further up already' },
    hints: { name: 'Required: as on the licence', kind: 'Required: enterprise or sole trader', creditCode: 'Required of enterprises', trade: 'Optional: read from the name otherwise', place: 'Optional: the whole community otherwise', address: 'Optional: the door', contactName: 'Optional: who is in charge', phone: 'Optional: telephone', staff: 'Optional: digits', toReturn: 'Optional: digits', fromHighRisk: 'Optional: digits', resumed: 'Optional: yes or no, no otherwise', reason: 'Optional: why not resumed' },
    notes: { title: 'How to fill it', one: '1. One business a row, at most {most}. Row 2 explains and is skipped.', two: '2. Whoever is written “yes” is registered as resumed; “no” or empty as not resumed, to be checked.', three: '3. A list of another office need not be changed: similar headings are known.' },
  },
  mine: {
    title: 'Ask to resume work', lead: 'Shops and companies that want to open again ask here. The community comes to look; who meets the points opens at once.', name: 'Name of the shop or company', trade: 'Which trade', place: 'Which compound or village group', address: 'Door or place', contact: 'Who is in charge', phone: 'Mobile number', phoneHint: 'The community calls it before coming', met: 'What is there already', metNone: 'None of it yet', send: 'Send', need: 'Please fill in', choose: 'Please choose', closed: 'By the order in force, {trade} may not open yet. You may ask already; the community tells you when it may.', nothingAsked: 'The order in force asks nothing; the community comes to look.',
    mine: 'What I asked', kept: 'Asked from this phone; gone when the browser’s data are cleared.', askedAt: 'asked {time}', call: 'Call the community {phone}', again: 'Ask for another',
    states: { received: 'Received, the community comes to look', withdrawn: 'The application was withdrawn', closed: 'Registered as closed for good', resumed: 'May open', kept: 'Passed the recheck', missing: 'Something is missing yet', mend: 'May stay open, something is to be mended', suspended: 'Suspended', tradeClosed: 'This trade may not open yet' },
    next: { received: '{community} will come to look. Have masks, thermometer, disinfectant and the register ready: who meets the points opens at once.', withdrawn: 'If you did not want that, call the community.', closed: 'If that is wrong, call the community.', resumed: 'Please keep to these points every day; the community comes again.', kept: 'Please keep to these points every day.', missing: 'If it is there sooner, call the community: no need to wait for that day.', mend: 'Call the community when it is mended.', suspended: 'Ask again when you can open, or call the community.', tradeClosed: 'The community tells you when it may.' }, invalid: 'This code is no longer good. Please scan the community’s newest one, or call.',
  },
  decision: {
    nothingAsked: 'The order in force asks nothing before work resumes; the community allows it.', resumed: '{order}: all {n} points are met, work resumes.', kept: '{order}: rechecked, all {n} points are met.', missing: '{order}: still missing: {missing}. To be looked at again on {day}.', mend: '{order}: rechecked, missing: {missing}. To be mended by {day}, or it stops.', suspended: '{order}: {missing} not mended in time; suspended. To be looked at again on {day}.', tradeClosed: '{order}: {trade} may not resume yet.',
  },
}
