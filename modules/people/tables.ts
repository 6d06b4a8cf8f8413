import type { Tables } from '../../kernel/tables.ts'

export const peopleTables = {
  household: { about: '一户一档: a household behind one door', scope: 'area' },
  person: { about: '一人一档: one natural person', scope: 'area', sealed: ['document_sealed', 'phone_sealed'] },
  vehicle: { about: '车辆: whose car it is, by plate or description', scope: 'area' },
  former_home: { about: '曾住处: where somebody lived from when until when, for the passages of their households', scope: { open: 'ids and times only; what is asked by them is behind its own territory' } },
  person_double: { about: '疑似重复: two records that look like one person, and what was said of them', scope: 'area' },
  person_merge: { about: '合并记录: a merge with all that is needed to take it back', scope: 'area', sealed: ['kept_before', 'kept_after', 'gone_before'] },
  timeline_entry: { about: '经过: what happened to a person or household, written by every module', scope: 'area' },
} satisfies Tables
