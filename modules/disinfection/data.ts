import type { BothLanguages } from '../../kernel/fields.ts'
import type { PointKind } from './contract.ts'

const own: BothLanguages = { zh: '本系统默认,上级有规定的照规定改', en: 'the standard of this system; change it where an order says otherwise' }
const common: BothLanguages = { zh: '公共场所卫生防护和消毒指南:电梯、门把手、扶手等每天消毒 2—3 次', en: 'Hygiene guidelines for public places: lifts, handles, rails 2–3 times a day' }
const business: BothLanguages = { zh: '里布嘎社区工作汇报一(三):每天 2 次消毒', en: 'Report of the community, 1 (3): twice a day' }

/** 每天几次, where it is done and who says so; `outdoors`: its ground is not disinfected (外环境地面不消毒), only what hands touch. */
export const pointKindTerms: Readonly<Record<PointKind, { timesADay: number; outdoors: boolean; source: BothLanguages }>> = {
  stairwell: { timesADay: 2, outdoors: false, source: common },
  lift: { timesADay: 3, outdoors: false, source: common },
  gate: { timesADay: 2, outdoors: true, source: common },
  waste: { timesADay: 2, outdoors: false, source: own },
  toilet: { timesADay: 3, outdoors: false, source: common },
  playground: { timesADay: 2, outdoors: true, source: common },
  venue: { timesADay: 2, outdoors: false, source: business },
  office: { timesADay: 2, outdoors: false, source: own },
}

/** 几点前做完, by how many times a day (本系统默认): a time is owed from the hour on at which it should have been done. */
export const dueClocks: Readonly<Record<number, readonly string[]>> = { 1: ['16:00'], 2: ['10:00', '16:00'], 3: ['09:00', '13:00', '17:00'], 4: ['09:00', '12:00', '15:00', '18:00'] }

/** 有效氯 250—500 mg/L, 作用 30 分钟 (消毒指南); 疫源地终末消毒 1000 mg/L, 24 小时内, 只由专业队伍 (GB 19193—2015). */
export const strength = { chlorine: { from: 250, to: 500, minutes: 30 }, terminal: { chlorine: 1000, hours: 24 } } as const

/** So many points of one list or one offer at once; as many photos as anybody looks at. */
export const MOST_POINTS = 1000
export const MOST_PHOTOS = 6
