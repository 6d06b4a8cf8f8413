import { addDays, type Day } from '../kernel/dates.ts'
import type { Trade } from '../modules/policies/contract.ts'
import { resumptionApi, type BusinessKind, type IdleReason } from '../modules/resumption/contract.ts'
import { checkCharacterOf } from '../modules/resumption/rules.ts'
import { csvLine } from '../modules/sheets/rules.ts'
import type { Desk } from './desk.ts'

/** Section (三) of report 1: 46 enterprises and 1,092 sole traders; 1,100 have resumed, 38 of catering, foot bath and barbecue have not. */
const TRADES: readonly { kind: BusinessKind; trade: Trade; said: string; n: number; endings: readonly string[] }[] = [
  { kind: 'enterprise', trade: 'manufacturing', said: '生产加工', n: 15, endings: ['三七加工厂', '食品厂', '木业加工厂'] }, { kind: 'enterprise', trade: 'construction', said: '建筑', n: 9, endings: ['建筑工程公司', '市政工程公司'] }, { kind: 'enterprise', trade: 'logistics', said: '快递物流', n: 7, endings: ['物流公司', '快递公司'] },
  { kind: 'enterprise', trade: 'hardware', said: '建材五金', n: 6, endings: ['建材公司', '装饰公司'] }, { kind: 'enterprise', trade: 'lodging', said: '住宿', n: 5, endings: ['酒店', '宾馆'] }, { kind: 'enterprise', trade: 'supermarket', said: '商超便利', n: 4, endings: ['超市公司'] },
  { kind: 'soleTrader', trade: 'catering', said: '餐饮', n: 296, endings: ['米线馆', '小吃店', '餐馆', '早点铺', '火锅店'] }, { kind: 'soleTrader', trade: 'supermarket', said: '商超便利', n: 218, endings: ['便利店', '小超市', '副食店'] }, { kind: 'soleTrader', trade: 'clothing', said: '服装百货', n: 142, endings: ['服装店', '鞋店', '百货店'] },
  { kind: 'soleTrader', trade: 'market', said: '农贸生鲜', n: 118, endings: ['蔬菜店', '水果店', '肉铺'] }, { kind: 'soleTrader', trade: 'hardware', said: '建材五金', n: 86, endings: ['五金店', '门窗店', '灯具店'] }, { kind: 'soleTrader', trade: 'beauty', said: '美容美发', n: 64, endings: ['理发店', '美发店'] },
  { kind: 'soleTrader', trade: 'carRepair', said: '修车洗车', n: 47, endings: ['修车行', '洗车行'] }, { kind: 'soleTrader', trade: 'barbecue', said: '烧烤', n: 33, endings: ['烧烤店', '烤肉馆'] }, { kind: 'soleTrader', trade: 'pharmacy', said: '药店', n: 29, endings: ['大药房'] },
  { kind: 'soleTrader', trade: 'lodging', said: '住宿', n: 22, endings: ['旅馆', '民宿'] }, { kind: 'soleTrader', trade: 'other', said: '其他', n: 28, endings: ['照相馆', '裁缝铺', '花店', '打印店'] }, { kind: 'soleTrader', trade: 'footBath', said: '足浴', n: 9, endings: ['足浴店', '足道馆'] },
]
/** Who has not resumed, by trade, and what the list says why; of the last two nobody has asked yet. */
const IDLE: Partial<Record<Trade, number>> = { catering: 20, barbecue: 11, footBath: 7 }
const REASONS = ['工人不够', '口罩、测温枪不齐', '工人还没有返岗', '食材进不来,原料不足', '没有客源,消费达不到', '房东没有同意开门'] as const
const UNASKED = 2
/** So many more resumed by a check here: some so long ago that they are looked at again today, the others yesterday. */
const CHECKED = { long: 4, yesterday: 3 }
const LISTED_BEFORE = 14
const NAMES = ['阿香', '老王', '福满', '文华', '滇味', '金穗', '东风', '彩云', '锦绣', '惠民', '七都', '盘龙', '顺发', '开化', '普者', '合家', '四季', '新平', '三江', '百顺', '小李', '云岭', '瑞丰', '聚源'] as const
const OWNERS = ['周', '吴', '罗', '杨', '韦', '陆', '农', '沈', '熊', '侬'] as const

/** One line of the list; every trade lies all over the place. */
function lineOf(no: number, i: number, { kind, trade, said, endings }: (typeof TRADES)[number], places: readonly string[]): string[] {
  const [enterprise, first, staff] = [kind === 'enterprise', `${kind === 'enterprise' ? '91' : '92'}999999MA${2_600_000 + no}`, kind === 'enterprise' ? 12 + ((no * 13) % 70) : 1 + ((no * 3) % 6)]
  const [idle, checked] = [IDLE[trade] ?? 0, trade === 'catering' ? CHECKED.long + CHECKED.yesterday : 0]
  const why = i < idle - (trade === 'footBath' ? UNASKED : 0) ? (REASONS[i % REASONS.length] ?? '') : ''
  const name = `${enterprise ? '文山' : ''}${NAMES[(no * 5 + Math.floor(i / NAMES.length)) % NAMES.length] ?? ''}${endings[i % endings.length] ?? ''}`
  return [
    String(no + 1), name, enterprise ? '企业' : '个体工商户', enterprise || no % 3 === 0 ? first + (checkCharacterOf(first) ?? '') : '', said, places[(no * 7) % places.length] ?? '', `临街${no + 1}号`, `${OWNERS[no % OWNERS.length] ?? ''}某`,
    `1990000${String(no).padStart(4, '0')}`, String(staff), String(staff), !enterprise && i < idle + checked ? '否' : '是', why,
  ]
}

const HEADINGS = ['序号', '名称', '企业或个体', '统一社会信用代码', '行业', '小区/居民小组', '经营地址', '负责人', '联系电话', '员工总数', '拟返岗人数', '是否复工', '未复工原因']
function listFor(places: readonly string[]): Uint8Array {
  let no = 0
  const lines = TRADES.flatMap((one) => Array.from({ length: one.n }, (_, i) => lineOf(no++, i, one, places)))
  return new TextEncoder().encode([HEADINGS, ...lines].map(csvLine).join(''))
}

/** Who works where on which day. */
export interface Shops { today: Day; worker: Pick<Desk, 'call'>; place: { id: string; settlements: readonly { name: string }[] } | undefined }

/** The list of the market authority goes in two weeks ago; the first checks are due again today, yesterday some lacked something, this morning some applied. */
export async function resumeWork(shops: Shops, day: Day): Promise<void> {
  const ago = (days: number) => day === addDays(shops.today, -days)
  if (ago(LISTED_BEFORE)) await register(shops)
  if (ago(1)) await checkSome(shops)
  if (ago(0)) await applySome(shops)
}

const idleIn = async ({ worker }: Shops, trade: Trade, why: IdleReason | 'none' | undefined) => (await worker.call(resumptionApi.listBusinesses, { tab: 'notResumed', trade, limit: 100, ...(why ? { why } : {}) })).items
const met = (...lacking: string[]) => Object.fromEntries(['thermometer', 'disinfection', 'masks', 'registration'].map((id) => [id, !lacking.includes(id)]))

async function register(shops: Shops): Promise<void> {
  const { worker, place } = shops
  if (!place) return
  const { wrong } = await worker.call(resumptionApi.importBusinesses, { areaId: place.id }, { filename: '市场主体名单.csv', bytes: listFor(place.settlements.map(({ name }) => name)) })
  if (wrong.length > 0) throw new Error(`the demo list of businesses did not go in: ${JSON.stringify(wrong.slice(0, 3))}`)
  for (const { businessId } of (await idleIn(shops, 'catering', 'none')).slice(0, CHECKED.long)) await worker.call(resumptionApi.checkReadiness, { businessId, answers: met() })
}

async function checkSome(shops: Shops): Promise<void> {
  const { worker, today } = shops
  for (const { businessId } of await idleIn(shops, 'catering', 'none')) await worker.call(resumptionApi.checkReadiness, { businessId, answers: met() })
  for (const [i, { businessId }] of (await idleIn(shops, 'barbecue', 'equipment')).slice(0, 2).entries()) await worker.call(resumptionApi.checkReadiness, { businessId, answers: met(i === 0 ? 'thermometer' : 'masks'), note: '已下单,快递在路上', lookOn: addDays(today, i) })
}

async function applySome(shops: Shops): Promise<void> {
  for (const { businessId } of (await idleIn(shops, 'catering', 'workers')).slice(0, 4)) await shops.worker.call(resumptionApi.applyToResume, { businessId, note: '工人已返岗,防疫物资备齐' })
}
