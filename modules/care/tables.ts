import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { CareContactRelation, CareResult, CareWay, AnswererKind } from './contract.ts'

export const careTables = {
  care_standard: { about: '走访频次: days between visits by care group, the standards of this system', scope: { open: 'the same for everybody; no personal data' } },
  care_rhythm: { about: '社区自定的走访频次: by care group; the latest of a group holds', scope: 'area' },
  care_person: { about: '关爱对象: whom somebody looks in on, how often, who goes, whom to call, and when the next visit is due', scope: 'area', sealed: ['answerer_phone_sealed', 'contact_phone_sealed'] },
  care_visit: { about: '走访记录: somebody was at the door; a fact, kept also when taken back', scope: 'area' },
  care_cover: { about: '临时照料: who cares for those left at home since their carer was taken to hospital or quarantine', scope: 'area', sealed: ['carer_phone_sealed'] },
} satisfies Tables

/** 关爱对象 with what the register and the last matter say, as a list shows it. */
export interface CareRow {
  personId: string; name: string; sex: string; birthOn: Day | null; phoneMasked: string | null; householdId: string | null; areaId: string; areaPath: string; communityId: string; areaName: string; door: string; measure: string | null
  active: boolean; groups: string[]; beganOn: Day; days: number; ownDays: number | null; ownReason: string | null
  declinedOn: Day | null; declinedBy: string | null; declinedNote: string | null; askAgainOn: Day | null
  answererKind: AnswererKind | null; answererName: string | null; answererPhoneMasked: string | null; answererSince: Day | null
  contactName: string | null; contactRelation: CareContactRelation | null; contactPhoneMasked: string | null
  lastAt: Instant | null; lastOn: Day | null; lastResult: CareResult | null; lastNote: string | null; lastMetOn: Day | null; missed: number; dueOn: Day
  need: { matterId: string; kind: string; words: string; state: string; outcome: string | null; satisfaction: string | null } | null
}
export interface VisitRow { visitId: string; personId: string; areaPath: string; at: Instant; receivedAt: Instant; way: CareWay; result: CareResult; note: string | null; matterId: string | null; matterNumber: string | null; accountId: string | null; actorName: string | null; undone: boolean }
