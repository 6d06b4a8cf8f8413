import type { Tables } from '../kernel/tables.ts'

/** The frame's own tables. */
export const frameTables = {
  audit_event: { about: '审计: who did or viewed what', scope: { open: 'read only through the audit module, which filters by territory; append-only by trigger' } },
  audit_link: { about: '审计链: the hash chain over audit events', scope: { open: 'hashes only' } },
  audit_pending: { about: 'audit events not yet in the chain', scope: { open: 'ids only' } },
  receipt: { about: 'one row per command that took effect, output sealed', scope: { open: 'read by the frame only, by command id and caller' }, sealed: ['output'] },
  job: { about: 'work to do after commit', scope: { open: 'worked off by the program itself' } },
  setting: { about: 'settings of the installation', scope: { open: 'no personal data' } },
  tally: { about: 'maintained counters per area', scope: 'area' },
} satisfies Tables
