import { clockOf, dayOf, type Instant } from '../../../kernel/dates.ts'
import type { PointRules, WorkKind } from '../contract.ts'

/** 积分 of one service: by hour (begun half hours count by their part, points are whole) or by time, up to the ceiling of the day. */
export function pointsFor(rules: PointRules, kind: WorkKind, minutes: number, alreadyThatDay: number): number {
  const item = rules.items.find((one) => one.kind === kind)
  if (!item) return 0
  const earned = item.per === 'time' ? item.points : Math.floor((minutes * item.points) / 60)
  return Math.max(0, Math.min(earned, item.mostADay - alreadyThatDay))
}

export const hoursSaid = (minutes: number): string => { const tenths = Math.floor(minutes / 6); return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1) }

interface Served { kind: WorkKind; place: string; cameAt: Instant; minutes: number }
/** The most words the text of a certificate takes. */
const CERTIFICATE_MOST = 200
/** 证明里的服务情况: the latest few one by one as long as there is room, all of them as a total. */
export function certificateText(services: readonly Served[], kindOf: (kind: WorkKind) => string): string | null {
  if (services.length === 0) return null
  const inOrder = services.toSorted((a, b) => (a.cameAt < b.cameAt ? 1 : -1))
  const total = `共${services.length}次、${hoursSaid(services.reduce((sum, { minutes }) => sum + minutes, 0))}小时`
  const days = inOrder.map(({ cameAt }) => dayOf(cameAt))
  const [from, to] = [days.at(-1) ?? '', days[0] ?? '']
  const head = from === to ? `${from}` : `${from}至${to}`
  const lines: string[] = []
  for (const { cameAt, kind, place, minutes } of inOrder) {
    const next = `${dayOf(cameAt).slice(5)} ${clockOf(cameAt)}起${place}${kindOf(kind)}${hoursSaid(minutes)}小时`
    if (`${head}${total}。其中:${[...lines, next].join(';')}`.length > CERTIFICATE_MOST) break
    lines.push(next)
  }
  return `${head}${total}${lines.length > 0 ? `。${lines.length < services.length ? '其中:' : ''}${lines.join(';')}` : ''}`
}
