import { dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { Paper } from '../../documents/contract.ts'
import { longDay, paragraphOf as p, tableOf as table, titleOf as title } from '../../documents/rules.ts'
import type { HonourLine } from '../contract.ts'
import { volunteerLaw } from '../data.ts'
import { hoursSaid } from './points.ts'

interface Office { name: string; fullName: string; phone: string | null }
const foot = (office: Office, on: Day) => [p(office.fullName || office.name, { align: 'right', before: 24 }), p(longDay(on), { align: 'right' })]

export interface UnitPerson { name: string; reportedOn: Day | null; times: number; minutes: number; lastAt: Instant | null }
/** 致单位的函: who of its people reported in here, who served, how long; those who never came stand last. */
export function unitPaper(s: { unit: string; office: Office; people: readonly UnitPerson[]; on: Day }): Paper {
  const served = s.people.filter(({ times }) => times > 0)
  const hours = hoursSaid(s.people.reduce((sum, { minutes }) => sum + minutes, 0))
  return {
    landscape: false,
    blocks: [
      title('关于在职党员、下沉干部服务情况的函'), p(`${s.unit}:`, { before: 18 }),
      p(`截至${longDay(s.on)},贵单位到${s.office.name}报到${s.people.length}人,其中参加过服务${served.length}人,还没有参加过${s.people.length - served.length}人,累计服务${hours}小时。感谢支持,请继续安排他们就近参加卡点值守、配送、走访等工作。名单如下:`, { indent: 2, before: 8 }),
      table([12, 40, 40, 24, 28, 36], ['序号', '姓名', '报到日期', '服务次数', '服务小时', '最近一次'], s.people.map((one, i) => [String(i + 1), one.name, one.reportedOn ?? '', String(one.times), hoursSaid(one.minutes), one.lastAt ? dayOf(one.lastAt) : '还没有'])),
      p('次数和小时按社区的服务记录逐次相加,不另外估算。如有出入,请与社区核对。', { size: 12, before: 8, indent: 2 }),
      ...foot(s.office, s.on), ...(s.office.phone ? [p(`社区电话:${s.office.phone}`, { align: 'right', size: 12 })] : []),
    ],
  }
}

/** 积分公示: whoever consented by name, the others as a number. */
export const honoursPaper = (s: { month: string; office: Office; rows: readonly HonourLine[]; unnamed: number; basis: string; on: Day }): Paper => ({
  landscape: false,
  blocks: [
    title(`${s.office.name}志愿服务积分公示`), p(`${Number(s.month.slice(0, 4))}年${Number(s.month.slice(5))}月`, { align: 'center', before: 4 }),
    table([14, 36, 60, 22, 28, 22], ['序号', '姓名', '单位', '次数', '小时', '积分'], s.rows.map((one, i) => [String(i + 1), one.name, one.unit ?? '居民', String(one.times), hoursSaid(one.minutes), String(one.points)])),
    ...(s.unnamed > 0 ? [p(`另有${s.unnamed}人参加服务,没有同意公开姓名,不在此列。`, { size: 12, before: 8, indent: 2 })] : []),
    p(`积分办法:${s.basis}。对积分有异议的,请在公示后到社区核对,以台账为准。`, { size: 12, before: 6, indent: 2 }), p(volunteerLaw.named.zh, { size: 10.5, before: 6, indent: 2 }),
    ...foot(s.office, s.on),
  ],
})
