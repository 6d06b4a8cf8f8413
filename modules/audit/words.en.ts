import type { Words } from '../../kernel/words.ts'
import type { zh } from './words.zh.ts'

export const en: Words<typeof zh> = {
  title: 'Audit trail',
  acts: { view: 'viewed', reveal: 'revealed', change: 'changed', export: 'exported' },
  refused: 'Refused',
  causes: { wrongPassword: 'Wrong password', locked: 'Account locked', suspended: 'Account suspended', unknownLogin: 'No such login', other: 'Refused' },
  actors: { staff: 'Staff', link: 'Resident’s link', system: 'System', nobody: 'Not signed in' },
  chain: {
    title: 'Audit chain',
    good: '{verified} records checked, all linked, no change found.',
    goodSoFar: 'Checked up to record {lastNo}, no change found, going on.',
    waiting: '{waiting} new records are not in the chain yet; it takes them in every minute.',
    changed: 'Record {no} was changed. Secure the database at once and tell the security administrator.',
    missing: 'Record {no} is missing. Secure the database at once and tell the security administrator.',
    gap: 'Link numbers before {no} are missing. Secure the database at once and tell the security administrator.',
  },
  sealed: 'in the chain',
  notSealed: 'not yet in the chain',
  noReason: 'no reason given',
  empty: 'No record matches. Widen the days or clear the filter.',
  page: {
    who: 'Who', act: 'Act', what: 'Function', why: 'Reason', at: 'When', from: 'Address', device: 'Device', about: 'About', subjects: 'about {n} records',
    chainWord: 'Chain', day: 'Day', subject: 'Id of a person, household, account', onlyThisAccount: 'Only this account',
  },
  errors: {},
}
