import type { Tables } from '../../kernel/tables.ts'

export const peopleTables = {
  household: { about: '一户一档: a household behind one door', scope: 'area' },
  person: { about: '一人一档: one natural person', scope: 'area', sealed: ['document_sealed', 'phone_sealed'] },
  vehicle: { about: '车辆: whose car it is, by plate or description', scope: 'area' },
  timeline_entry: { about: '经过: what happened to a person or household, written by every module', scope: 'area' },
} satisfies Tables
