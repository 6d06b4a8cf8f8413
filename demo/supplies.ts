import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { addDays, dayOf, instantAt, type Day, type Instant } from '../kernel/dates.ts'
import type { Lot, RecipientKind, SentLot, Source } from '../modules/supplies/contract.ts'
import { startingItems } from '../modules/supplies/data.ts'
import { count, dispose, give, sumOf, type Part } from '../modules/supplies/rules.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import type { Place, Town } from './town.ts'

/** So many days of giving out before today. */
const DAYS = 12
type To = readonly [kind: RecipientKind, name: string, purpose: string, id?: string]
interface In { ago: number; n: number; source: Source; donor?: string; named?: boolean; /** 效期, days from today */ keeps?: number }
interface Plan { item: string; in: readonly In[]; /** each day, to one after the other */ daily?: number; to?: readonly To[]; counted?: readonly [ago: number, n: number, why: string]; disposed?: number }

const GATES: readonly To[] = [['gate', '北门卡点', '卡点值守'], ['gate', '南门卡点', '卡点值守'], ['duty', '网格员 陆小军', '入户排查'], ['other', '党员志愿服务队', '志愿服务']]
const CLEANERS: readonly To[] = [['other', '康城物业', '楼道消毒'], ['gate', '北门卡点', '消毒']]
const DOCTORS: readonly To[] = [['other', '社区卫生服务站', '上门测温'], ['duty', '网格员 陆小军', '入户排查']]
/** By community: who keeps the cupboard. */
const KEEPERS = ['刘玉梅', '何春燕', '黄丽']
const OFFICE = '新平街道办事处'
const MAIN: readonly Plan[] = [
  { item: '医用外科口罩', in: [{ ago: 12, n: 1800, source: 'allocated', donor: OFFICE, keeps: 480 }, { ago: 6, n: 800, source: 'donated', donor: '康乐大药房', named: true, keeps: 600 }], daily: 190, to: GATES },
  { item: 'N95口罩', in: [{ ago: 12, n: 300, source: 'allocated', donor: OFFICE, keeps: 700 }, { ago: 4, n: 100, source: 'donated', donor: '王先生', keeps: 650 }], daily: 18, to: DOCTORS },
  { item: '84消毒液', in: [{ ago: 12, n: 40, source: 'bought', donor: '惠民日化批发', keeps: 21 }, { ago: 3, n: 20, source: 'donated', donor: '滇南商会', named: true, keeps: 300 }], daily: 2, to: CLEANERS },
  { item: '75%酒精', in: [{ ago: 12, n: 24, source: 'allocated', donor: OFFICE, keeps: -2 }, { ago: 8, n: 60, source: 'bought', donor: '惠民日化批发', keeps: 400 }], daily: 1, to: DOCTORS },
  { item: '免洗手消毒液', in: [{ ago: 12, n: 60, source: 'allocated', donor: OFFICE, keeps: 540 }], daily: 2, to: GATES },
  { item: '测温枪', in: [{ ago: 12, n: 9, source: 'allocated', donor: OFFICE }], daily: 0.5, to: GATES },
  { item: '水银体温计', in: [{ ago: 12, n: 200, source: 'bought', donor: '康乐大药房' }], daily: 9, to: DOCTORS, counted: [2, 95, '打碎 3 支'] },
  { item: '医用防护服', in: [{ ago: 12, n: 40, source: 'allocated', donor: OFFICE, keeps: 900 }], daily: 2.2, to: DOCTORS },
  { item: '一次性手套', in: [{ ago: 12, n: 400, source: 'bought', donor: '惠民日化批发', keeps: 720 }], daily: 38, to: GATES },
  { item: '护目镜', in: [{ ago: 12, n: 40, source: 'allocated', donor: OFFICE }], daily: 1, to: DOCTORS, disposed: 3 },
  { item: '喷雾器', in: [{ ago: 12, n: 4, source: 'bought', donor: '农机站' }] },
  { item: '值守帐篷', in: [{ ago: 12, n: 5, source: 'allocated', donor: OFFICE }], daily: 0.25, to: GATES },
  { item: '生活包', in: [{ ago: 9, n: 120, source: 'donated', donor: '滇南商会', named: true, keeps: 25 }, { ago: 5, n: 60, source: 'donated', donor: '李女士', keeps: 40 }], daily: 8 },
  { item: '医疗废物袋', in: [{ ago: 12, n: 300, source: 'bought', donor: '康乐大药房' }], daily: 14, to: DOCTORS },
]
const SMALL: readonly Plan[] = [
  { item: '医用外科口罩', in: [{ ago: 10, n: 900, source: 'allocated', donor: OFFICE, keeps: 480 }], daily: 70, to: GATES }, { item: '84消毒液', in: [{ ago: 10, n: 15, source: 'allocated', donor: OFFICE, keeps: 200 }], daily: 0.5, to: CLEANERS },
  { item: '75%酒精', in: [{ ago: 10, n: 30, source: 'bought', donor: '康乐大药房', keeps: 300 }], daily: 0.5, to: DOCTORS }, { item: '生活包', in: [{ ago: 8, n: 40, source: 'donated', donor: '爱心企业', keeps: 60 }], daily: 3, to: [['other', '居家隔离户', '居家隔离保障']] },
]
const ABOVE: readonly Plan[] = [
  ['医用外科口罩', 20_000, 480], ['N95口罩', 3_000, 700], ['84消毒液', 400, 300], ['75%酒精', 600, 400], ['测温枪', 60, undefined], ['医用防护服', 300, 900], ['医疗废物袋', 2_000, undefined],
].map(([item, n, keeps]) => ({ item: String(item), in: [{ ago: 12, n: Number(n), source: 'allocated', donor: '市防疫指挥部', ...(keeps === undefined ? {} : { keeps: Number(keeps) }) }] }))

interface ItemRow { id: string; place: Place; name: string; spec: string; unit: string; least: number }
interface MovementRow { id: string; item: ItemRow; kind: string; n: number; source?: Source; expiresOn?: Day | undefined; donor?: string | undefined; named?: boolean; to?: To; countedAs?: number; beyond?: number; note?: string; requestId?: string; at: Instant; by: string }
interface RequestRow { id: string; item: ItemRow; by: string; n: number; why: string; at: Instant; state: string; sent?: number; lots?: SentLot[]; answeredAt?: Instant; answer?: string; arrived?: number; arrivedAt?: Instant }

/** The books of one office, made by the rules of the house and written at once. */
class Books {
  readonly items: ItemRow[] = []
  readonly movements: MovementRow[] = []
  readonly parts: (Part & { movementId: string; item: ItemRow })[] = []
  readonly requests: RequestRow[] = []
  private readonly lots = new Map<string, Lot[]>()
  private readonly now: Instant
  constructor(now: Instant) { this.now = now }

  open(place: Place, name: string, more = 0): ItemRow {
    const known = startingItems.find((one) => one.name === name)
    const item = { id: uuidv7(), place, name, spec: known?.spec ?? '', unit: known?.unit ?? '', least: more || (known?.least ?? 0) }
    this.items.push(item)
    this.lots.set(item.id, [])
    return item
  }
  lotsOf = (item: ItemRow): Lot[] => this.lots.get(item.id) ?? []
  /** What lies in the future has not happened. */
  write(row: Omit<MovementRow, 'id' | 'n'>, parts: readonly Part[], id = uuidv7()): string {
    if (row.at > this.now) return id
    this.movements.push({ id, ...row, n: sumOf(parts) })
    for (const { lotId, quantity } of parts) {
      const lots = this.lotsOf(row.item)
      const lot = lots.find((one) => one.lotId === lotId)
      if (lot) lot.quantity += quantity
      else lots.push({ lotId, expiresOn: lotId === id ? row.expiresOn ?? null : null, receivedAt: lotId === id ? row.at : null, quantity })
      this.parts.push({ movementId: id, item: row.item, lotId, quantity })
    }
    return id
  }
  receive(row: Omit<MovementRow, 'id' | 'n' | 'kind'>, n: number): void {
    const id = uuidv7()
    this.write({ ...row, kind: 'received' }, [{ lotId: id, quantity: n }], id)
  }
  give(item: ItemRow, at: Instant, n: number, to: To, by: string, requestId?: string): SentLot[] {
    const { parts, beyond } = give(this.lotsOf(item), n, dayOf(at))
    this.write({ item, kind: 'given', at, to, by, beyond, ...(requestId ? { requestId } : {}) }, parts)
    return parts.map(({ lotId, quantity }) => ({ expiresOn: this.lotsOf(item).find((one) => one.lotId === lotId)?.expiresOn ?? null, n: -quantity }))
  }
}

/** Cupboards of three communities and the subdistrict: something runs low, something expires, one does not agree with its books, some is asked for and on its way. */
export async function stockCupboards(house: House, town: Town, today: Day, now: Instant): Promise<void> {
  const books = new Books(now)
  const homes = await transact(house.db, wholeTerritory, ({ sql: q }) => q.rows<{ id: string; address: string }>(sql`
    select h.id, coalesce(up.name, a.name) || h.address as address from episode e join household h on h.id = e.household_id join area a on a.id = h.area_id left join area up on up.id = a.parent_id and a.level in ('grid', 'building', 'unit')
    where e.state = 'active' and e.measure = 'homeQuarantine' and starts_with(h.area_path, ${town.communities[0]?.path ?? ''}) group by 1, 2 order by 2 limit 12`))
  const doors = homes.map(({ id, address }): To => ['household', address, '居家隔离保障', id])
  const above = ABOVE.map((plan) => keep(books, town.subdistrict, plan, today, '龙志强'))
  for (const [i, place] of town.communities.entries()) {
    for (const plan of i === 0 ? MAIN : SMALL) keep(books, place, plan.item === '生活包' && i === 0 && doors.length > 0 ? { ...plan, to: doors } : plan, today, KEEPERS[i] ?? '')
  }
  ask(books, town, above, today)
  await writeBooks(house, books)
}

function keep(books: Books, place: Place, plan: Plan, today: Day, by: string): ItemRow {
  const item = books.open(place, plan.item)
  let owed = 0
  for (let ago = DAYS; ago >= 0; ago--) {
    const day = addDays(today, -ago)
    for (const one of plan.in.filter((other) => other.ago === ago)) books.receive({ item, at: instantAt(day, '08:40'), source: one.source, donor: one.donor, named: one.named ?? false, expiresOn: one.keeps === undefined ? undefined : addDays(today, one.keeps), by }, one.n)
    owed += ago === DAYS ? 0 : plan.daily ?? 0
    const to = plan.to?.[ago % plan.to.length]
    const n = Math.floor(owed)
    if (to && n > 0 && plan.in.some((one) => one.ago >= ago)) { books.give(item, instantAt(day, `${String(8 + (ago % 8)).padStart(2, '0')}:20`), n, to, by); owed -= n }
    if (plan.counted && plan.counted[0] === ago) books.write({ item, kind: 'counted', at: instantAt(day, '17:30'), countedAs: plan.counted[1], note: plan.counted[2], by }, count(books.lotsOf(item), plan.counted[1], day))
    if (plan.disposed && ago === 3) books.write({ item, kind: 'disposed', at: instantAt(day, '17:40'), note: '镜片开裂,交卫生服务站处理', by }, dispose(books.lotsOf(item), plan.disposed, day))
  }
  return item
}

/** 申领: one waits, one is on its way, one came short, one was refused. */
function ask(books: Books, town: Town, above: readonly ItemRow[], today: Day): void {
  const of = (community: number, name: string) => books.items.find((one) => one.place === town.communities[community] && one.name === name)
  const request = (community: number, name: string, n: number, why: string, ago: number, rest: (id: string) => Partial<RequestRow>) => {
    const item = of(community, name)
    const id = uuidv7()
    if (item) books.requests.push({ id, item, by: KEEPERS[community] ?? '', n, why, at: instantAt(addDays(today, -ago), '16:10'), state: 'asked', ...rest(id) })
  }
  const send = (id: string, name: string, n: number, at: Instant, place: Place | undefined): Partial<RequestRow> => {
    const mine = above.find((one) => one.name === name)
    return mine && place ? { state: 'sent', sent: n, answeredAt: at, lots: books.give(mine, at, n, ['office', place.name, '', place.id], '龙志强', id) } : {}
  }
  request(0, '测温枪', 10, '新增两个卡点', 1, () => ({}))
  request(0, '医用防护服', 60, '卫生服务站上门增加', 2, (id) => send(id, '医用防护服', 50, instantAt(addDays(today, -1), '10:20'), town.communities[0]))
  request(0, '医疗废物袋', 200, '', 5, (id) => {
    const at = instantAt(addDays(today, -3), '15:00')
    const item = of(0, '医疗废物袋')
    if (item) books.receive({ item, at, source: 'allocated', donor: '新平街道', by: KEEPERS[0] ?? '', requestId: id }, 190)
    return { ...send(id, '医疗废物袋', 200, instantAt(addDays(today, -4), '09:30'), town.communities[0]), state: 'arrived', arrived: 190, arrivedAt: at }
  })
  request(1, '医用外科口罩', 1000, '近期返乡人员多', 1, () => ({}))
  request(2, '84消毒液', 30, '', 3, () => ({ state: 'refused', answeredAt: instantAt(addDays(today, -2), '09:10'), answer: '街道库存先保封控小区,月底到货后再发' }))
}

const writeBooks = (house: House, { items, movements: m, parts, requests: r }: Books): Promise<void> => transact(house.db, wholeTerritory, async ({ sql: q }) => {
  const of = <T, K>(rows: readonly T[], pick: (row: T) => K): K[] => rows.map(pick)
  await q.run(sql`
    insert into supply_item (id, area_id, area_path, name, spec, unit, least, created_at) select x.id, x.area, x.path, x.name, x.spec, x.unit, x.least, ${m[0]?.at ?? null}::timestamptz
    from unnest(${of(items, (i) => i.id)}::uuid[], ${of(items, (i) => i.place.id)}::uuid[], ${of(items, (i) => i.place.path)}::text[], ${of(items, (i) => i.name)}::text[], ${of(items, (i) => i.spec)}::text[], ${of(items, (i) => i.unit)}::text[], ${of(items, (i) => i.least)}::int[]) as x (id, area, path, name, spec, unit, least)`)
  await q.run(sql`
    insert into supply_request (id, item_id, area_id, area_path, quantity, why, asked_at, asker_name, state, sent_quantity, sent_lots, answered_at, office_name, answerer_name, answer, arrived_quantity, arrived_at, receiver_name)
    select x.id, x.item, i.area_id, i.area_path, x.n, nullif(x.why, ''), x.at, x.keeper, x.state, x.sent, x.lots, x.answered, case when x.answered is null then null else '新平街道' end, case when x.answered is null then null else '龙志强' end, x.answer, x.arrived, x.arrived_at, case when x.arrived is null then null else x.keeper end
    from unnest(${of(r, (o) => o.id)}::uuid[], ${of(r, (o) => o.item.id)}::uuid[], ${of(r, (o) => o.n)}::int[], ${of(r, (o) => o.why)}::text[], ${of(r, (o) => o.at)}::timestamptz[], ${of(r, (o) => o.state)}::text[], ${of(r, (o) => o.sent ?? null)}::int[], ${of(r, (o) => (o.lots ? JSON.stringify(o.lots) : null))}::jsonb[], ${of(r, (o) => o.answeredAt ?? null)}::timestamptz[],
      ${of(r, (o) => o.answer ?? null)}::text[], ${of(r, (o) => o.arrived ?? null)}::int[], ${of(r, (o) => o.arrivedAt ?? null)}::timestamptz[], ${of(r, (o) => o.by)}::text[]) as x (id, item, n, why, at, state, sent, lots, answered, answer, arrived, arrived_at, keeper) join supply_item i on i.id = x.item`)
  await q.run(sql`
    insert into supply_movement (id, item_id, area_path, kind, quantity, source, expires_on, donor, donor_named, recipient_kind, recipient_id, recipient, purpose, counted_as, beyond, note, request_id, at, received_at, by_name)
    select x.id, x.item, i.area_path, x.kind, x.n, x.source, x.expires, x.donor, x.named, x.to_kind, x.to_id, x.recipient, nullif(x.purpose, ''), x.counted, x.beyond, x.note, x.request, x.at, x.at, x.by_name
    from unnest(${of(m, (o) => o.id)}::uuid[], ${of(m, (o) => o.item.id)}::uuid[], ${of(m, (o) => o.kind)}::text[], ${of(m, (o) => o.n)}::int[], ${of(m, (o) => o.source ?? null)}::text[], ${of(m, (o) => o.expiresOn ?? null)}::date[], ${of(m, (o) => o.donor ?? null)}::text[], ${of(m, (o) => o.named ?? false)}::boolean[], ${of(m, (o) => o.to?.[0] ?? null)}::text[], ${of(m, (o) => o.to?.[3] ?? null)}::uuid[],
      ${of(m, (o) => o.to?.[1] ?? null)}::text[], ${of(m, (o) => o.to?.[2] ?? null)}::text[], ${of(m, (o) => o.countedAs ?? null)}::int[], ${of(m, (o) => o.beyond ?? 0)}::int[], ${of(m, (o) => o.note ?? null)}::text[], ${of(m, (o) => o.requestId ?? null)}::uuid[], ${of(m, (o) => o.at)}::timestamptz[], ${of(m, (o) => o.by)}::text[])
      as x (id, item, kind, n, source, expires, donor, named, to_kind, to_id, recipient, purpose, counted, beyond, note, request, at, by_name) join supply_item i on i.id = x.item`)
  await q.run(sql`
    insert into supply_part (movement_id, lot_id, item_id, area_path, quantity) select x.id, x.lot, x.item, i.area_path, x.n
    from unnest(${of(parts, (o) => o.movementId)}::uuid[], ${of(parts, (o) => o.lotId)}::uuid[], ${of(parts, (o) => o.item.id)}::uuid[], ${of(parts, (o) => o.quantity)}::int[]) as x (id, lot, item, n) join supply_item i on i.id = x.item`)
})
