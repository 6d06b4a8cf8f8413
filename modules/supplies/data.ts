import type { RecipientKind } from './contract.ts'

/** 常用防疫物资: what a community keeps, offered to begin with; the smallest stock is the standard of this system (本系统默认), for a community of some 100 on duty and 500 at doors in a week. */
export const startingItems: readonly { name: string; spec: string; unit: string; least: number }[] = [
  { name: '医用外科口罩', spec: '17.5×9.5cm', unit: '只', least: 500 },
  { name: 'N95口罩', spec: '无阀', unit: '只', least: 100 },
  { name: '84消毒液', spec: '5L', unit: '桶', least: 10 },
  { name: '75%酒精', spec: '500ml', unit: '瓶', least: 20 },
  { name: '免洗手消毒液', spec: '500ml', unit: '瓶', least: 20 },
  { name: '测温枪', spec: '额温', unit: '把', least: 5 },
  { name: '水银体温计', spec: '', unit: '支', least: 50 },
  { name: '医用防护服', spec: '175码', unit: '套', least: 20 },
  { name: '一次性手套', spec: '中号', unit: '双', least: 200 },
  { name: '护目镜', spec: '', unit: '副', least: 20 },
  { name: '喷雾器', spec: '16L', unit: '台', least: 2 },
  { name: '值守帐篷', spec: '3×3m', unit: '顶', least: 1 },
  { name: '生活包', spec: '米面油菜', unit: '份', least: 20 },
  { name: '医疗废物袋', spec: '黄色', unit: '个', least: 100 },
]

/** 快到期: so many days before, so that it is given out first (本系统默认). */
export const EXPIRING_DAYS = 30
/** 还能用几天 and how much to ask for: by what was given out in so many days; asked for so many days. */
export const USE_DAYS = 7
export const ASK_DAYS = 14
/** 常用用途 by whom it goes to: one tap in the place of typing. */
export const usualPurposes: Readonly<Record<RecipientKind, readonly string[]>> = {
  duty: ['值守防护', '入户排查', '测温'], gate: ['卡点值守', '测温登记', '消毒'], household: ['居家隔离保障', '困难帮扶'], business: ['复工防护', '消毒'], office: ['下发社区'], other: ['消毒', '志愿服务', '卡点值守'],
}
/** So many items at once; as many movements as anybody looks at on a card; as many recipients as can be seen at a glance. */
export const MOST_ITEMS = 100
export const CARD_MOVEMENTS = 40
export const RECENT_RECIPIENTS = 6
