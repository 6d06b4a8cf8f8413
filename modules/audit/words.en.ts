import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Audit trail',
  acts: { view: 'viewed', reveal: 'revealed', change: 'changed', export: 'exported' },
  refused: 'Refused',
  causes: { wrongPassword: 'Wrong password', locked: 'Account locked', suspended: 'Account suspended', unknownLogin: 'No such login', expired: 'Account ended', wrongCode: 'Wrong code', needsApproval: 'Waits for approval', wrongNumber: 'Name and number do not fit', tooManyMisses: 'Too many that did not fit', other: 'Refused' },
  actors: { staff: 'Staff', link: 'Resident’s link', system: 'System', nobody: 'Not signed in' },
  chain: {
    title: 'Audit chain',
    never: 'The whole chain has not been verified yet.',
    verifyNow: 'Verify now',
    running: 'Verifying, record {verified} of {total}',
    lastAt: 'verified by {by}, {at}',
    nightly: 'the nightly run',
    kept: 'Records are only added, never changed, and kept for good (by law at least 6 months).',
    good: '{verified} records checked, all linked, no change found.',
    changed: 'Record {no} was changed. Secure the database at once and tell the security administrator.',
    missing: 'Record {no} is missing. Secure the database at once and tell the security administrator.',
    gap: 'Link numbers before {no} are missing. Secure the database at once and tell the security administrator.',
    outside: 'A record stands outside the chain; perhaps it was not written by this system. Secure the database at once and tell the security administrator.',
  },
  sealed: 'in the chain',
  notSealed: 'not yet in the chain',
  noReason: 'no reason given',
  empty: 'No record matches. Widen the days or clear the filter.',
  page: {
    who: 'Who', act: 'Act', what: 'Function', why: 'Reason', at: 'When', from: 'Address', device: 'Device', about: 'About', subjects: 'about {n} records',
    chainWord: 'Chain', day: 'Day', fromDay: 'From day', toDay: 'To day', whoHint: 'Who (name or login)', nobody: 'No such account', does: 'Did what (e.g. 导出)', subject: 'Id it was about', onlyThisAccount: 'Only this account',
  },
  trace: {
    title: 'Who looked at this person', sub: 'For complaints and spot checks. Shows what the staff did, nothing about the person; this search is itself kept in the trail.',
    by: 'Search by', ways: { document: 'Document number', phone: 'Telephone', id: 'Record number' }, blind: 'Compared blind, neither shown nor kept. Too many people share a name to search by it.', reasonHint: 'e.g. complaint no. 12 of 2020 about a leak', go: 'Search',
    found: 'Found', before: 'Fill in both at the left; here stand the viewers with times, purpose and what is unusual.', count: '{viewers} viewers, {events} acts', more: 'Only the newest 2,000 are listed.', inTrail: 'open in the trail', nobody: 'Nobody has opened this record.',
    counts: { views: 'viewed {n}×', reveals: 'clear numbers {n}×', changes: 'changed {n}×', exports: 'exported {n}×' }, span: '{first} to {last}',
    hints: { offHours: 'outside working hours', manyPeople: 'very many people in one hour' },
  },
  errors: {
    nobodyMatches: 'No record matches. Check that the number is complete; a record number must be typed as it stands in the complaint.',
    checkRunning: 'A verification is under way; wait for it to end.',
  },
}
