import type { BothLanguages } from '../../../kernel/fields.ts'
import type { AskedField } from '../contract.ts'

export const pointIds = ['number', 'identity', 'returned', 'origin', 'journey', 'transport', 'contact', 'health', 'measures', 'family'] as const
export type PointId = (typeof pointIds)[number]

export interface Point {
  id: PointId
  /** As the source says it. */
  title: BothLanguages
  /** All of these must be known for the point to be clear. */
  needs: readonly AskedField[]
}

/** A local order of February 2020 asks that ten things be clear of everybody who came (排查“十清晰”), in this order. */
export const tenPointsSource: BothLanguages = { zh: '来(返)人员排查“十清晰”(2020年2月地方示例)', en: 'Ten points to be clear of everybody who arrived, a local order of February 2020' }

export const tenPoints: readonly Point[] = [
  { id: 'number', title: { zh: '人员数量清晰', en: 'how many came' }, needs: ['companions'] },
  { id: 'identity', title: { zh: '姓名、职业、住址、联系方式清晰', en: 'name, occupation, address, telephone' }, needs: ['name', 'occupation', 'address', 'phone'] },
  { id: 'returned', title: { zh: '返回时间清晰', en: 'when they came' }, needs: ['arrivedOn'] },
  { id: 'origin', title: { zh: '来源地清晰', en: 'where from' }, needs: ['origin'] },
  { id: 'journey', title: { zh: '行程清晰', en: 'by what way' }, needs: ['via'] },
  { id: 'transport', title: { zh: '交通工具、班次清晰', en: 'means of transport and its number' }, needs: ['transport', 'tripNo'] },
  { id: 'contact', title: { zh: '接触史清晰', en: 'contact with cases' }, needs: ['contact'] },
  { id: 'health', title: { zh: '健康状况清晰', en: 'state of health' }, needs: ['symptoms', 'temperature'] },
  { id: 'measures', title: { zh: '已采取措施清晰', en: 'what was done' }, needs: ['measure'] },
  { id: 'family', title: { zh: '家庭成员及密接清晰', en: 'household and close contacts' }, needs: ['household', 'closeContacts'] },
]
