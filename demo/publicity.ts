import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { wholeTerritory } from '../kernel/ctx.ts'
import { addDays, dayOf, instantAt, type Day, type Instant } from '../kernel/dates.ts'
import type { AnnouncementKind, PublicityWay } from '../modules/publicity/contract.ts'
import { transact } from '../server/db.ts'
import type { House } from '../server/main.ts'
import type { Town } from './town.ts'

type Office = 'district' | 'subdistrict' | 'community'
type Told = readonly [way: PublicityWay, places: 'all' | readonly number[], day: number, clock: string, reached?: number]
interface Said {
  office: Office; kind: AnnouncementKind; title: string; body: string; rumour?: string; source: string; orderNo?: string
  /** Days from today: published, last day, and by when it is to be told. */
  from: number; clock: string; to?: number; tellBy?: readonly [number, string]; coming?: number
  state?: 'draft' | 'withdrawn'; reason?: string; opened?: number
  /** In the settlements of the main community, by their place in the list. */
  told?: readonly Told[]; takenDown?: true
}
const COMMAND = '文山市应对疫情工作指挥部'
const first = (n: number, from = 0) => Array.from({ length: n }, (_, i) => i + from)

/** What the offices said in these two weeks: told everywhere, told in part and due tonight, overdue, over with posters still up, withdrawn, a draft, and one to come. */
const said: readonly Said[] = [
  { office: 'district', kind: 'policyNotice', title: '关于小区、村组封闭式管理的通告', source: COMMAND, orderNo: '指挥部通告第3号', from: -12, clock: '08:10', to: 16, tellBy: [-11, '20:00'], opened: 61, body: '小区、村组只留一个出入口,进出一律测体温、登记。\n外来人员和车辆不得进入,亲友不串门、不聚会。\n居家隔离的住户不出门,买菜买药由物业送到门口。', told: [['poster', 'all', -12, '10:20', 4], ['loudspeaker', first(16), -12, '11:00']] },
  { office: 'district', kind: 'science', title: '戴口罩、勤洗手、多通风', source: '文山市卫生健康局', from: -8, clock: '09:00', opened: 34, body: '出门戴口罩,盖住口鼻,用过的口罩扔进专用垃圾桶。\n回家先洗手,用流动的水和肥皂搓够20秒。\n每天开窗通风两三次,每次半小时。\n发热、咳嗽先打12320或社区电话,不要自己坐公交去医院。', told: [['leaflet', first(4, 2), -7, '10:00', 120], ['consultation', [0, 4], -6, '10:30', 26]] },
  { office: 'community', kind: 'rumour', title: '“明天起封半个月、超市要关门”是谣言', rumour: '听说明天起小区封半个月,超市全部关门,快去抢米抢油。', source: '里布嘎社区居民委员会', from: -5, clock: '19:30', to: 10, opened: 148, body: '小区实行封闭式管理,不是不让买菜。超市照常营业,米面油货源充足,物业每天送两趟。\n请不要抢购,不要转发没有出处的消息。', told: [['group', [0, 1, 5], -5, '20:00', 380], ['loudspeaker', [2, 3], -4, '08:30']] },
  { office: 'community', kind: 'disclosure', title: '本月防疫物资接收和发放情况公开', source: '里布嘎社区居民委员会', from: -3, clock: '09:20', to: 27, opened: 22, body: '接收口罩4,000只、84消毒液120瓶、额温枪12把,来源:街道调拨和三家企业捐赠。\n发放到10个小区、6个村组和4个卡点,签收表在社区公示栏,可以查。', told: [['poster', [0, 1, 2], -3, '10:30', 1]] },
  { office: 'subdistrict', kind: 'policyNotice', title: '关于外来车辆一律登记的通告', source: '新平街道办事处', orderNo: '新街发〔2020〕4号', from: -10, clock: '08:30', to: -1, tellBy: [-9, '18:00'], opened: 40, body: '外来车辆一律在卡点登记车牌、来处、去处和联系电话。\n本小区车辆凭通行证出入。', told: [['loudspeaker', 'all', -10, '09:30'], ['poster', [0, 3, 6], -10, '10:10', 2]] },
  { office: 'subdistrict', kind: 'convenience', title: '代购电话', source: '新平街道办事处', from: -4, clock: '09:00', opened: 9, state: 'withdrawn', reason: '电话号码印错了,以社区的新通知为准', body: '居家隔离的住户要买米面药品,请打街道代购电话。', told: [['poster', [1], -4, '10:00', 1]], takenDown: true },
  { office: 'subdistrict', kind: 'policyNotice', title: '关于暂停棋牌室、麻将馆营业的通告', source: '新平街道办事处', orderNo: '新街发〔2020〕7号', from: -2, clock: '08:40', to: 12, tellBy: [-1, '18:00'], opened: 37, body: '棋牌室、麻将馆、茶室一律暂停营业,恢复时间另行通知。\n发现聚众打牌的,请打社区电话,或扫码反映。', told: [['loudspeaker', first(13), -2, '10:40']] },
  { office: 'district', kind: 'policyNotice', title: '关于返(来)文人员主动报告的通告', source: COMMAND, orderNo: '指挥部通告第5号', from: -1, clock: '19:50', to: 20, tellBy: [0, '20:00'], opened: 86, body: '从外地返(来)文的,到家当天就要向社区报告,扫码或打电话都可以。\n报告内容:从哪里来、坐什么车、和谁一起、有没有发热咳嗽。\n隐瞒不报的,依法追究责任。', told: [['loudspeaker', first(5, 1), -1, '20:30'], ['group', [6, 7], -1, '20:50', 260], ['leaflet', [8], 0, '08:20', 90], ['loudspeaker', [9], 0, '08:40']] },
  { office: 'community', kind: 'convenience', title: '周六上午停水检修', source: '里布嘎社区居民委员会', from: 0, clock: '07:40', coming: 2, to: 3, body: '周六上午8点到12点停水检修,请提前储水。消防用水不受影响。' },
  { office: 'community', kind: 'convenience', title: '老年人代取药登记', source: '里布嘎社区居民委员会', from: 0, clock: '07:50', to: 30, state: 'draft', body: '高血压、糖尿病等要长期吃药的老人,可以请网格员代取药。请备好医保卡和处方。' },
]
/** By the share of each day since it was said. */
const OPENED = [0.5, 0.2, 0.1, 0.1, 0.1]

/** Written before the weeks are lived through, each with its own time: the reports of those days count what had happened by then. */
export async function tellTheTown(house: House, town: Town, today: Day, end: Instant): Promise<void> {
  const [main] = town.communities
  if (!main) return
  const office = { district: town.district, subdistrict: town.subdistrict, community: main }
  const by = { district: town.desk('districtCommand').accountId, subdistrict: town.desk('subdistrictOfficer').accountId, community: town.desk('communityWorker').accountId }
  const at = (days: number, clock: string): Instant => instantAt(addDays(today, days), clock)
  const all = said.map((one) => ({ ...one, id: uuidv7(), publishedAt: at(one.from, one.clock) })).filter(({ publishedAt }) => publishedAt <= end)
  const records = all.flatMap((one) => (one.told ?? []).flatMap(([way, places, day, clock, reached]) => (places === 'all' ? [main] : places.flatMap((i) => main.settlements[i] ?? [])).map((place, i) =>
    ({ id: uuidv7(), of: one.id, place, way, reached: reached ? reached + ((i * 7) % 11) : null, at: at(day, clock), down: one.takenDown ? at(day + 1, '09:00') : null })))).filter((one) => one.at <= end)
  const opened = all.flatMap((one) => OPENED.flatMap((share, i) => (one.opened && addDays(dayOf(one.publishedAt), i) <= dayOf(end) ? [{ of: one.id, day: addDays(dayOf(one.publishedAt), i), n: Math.ceil(one.opened * share) }] : [])))
  await transact(house.db, wholeTerritory, async ({ sql: q }) => {
    await q.run(sql`
      insert into announcement (id, office_id, area_path, kind, title, body, rumour, source, order_no, from_on, to_on, tell_by, state, created_at, published_at, publisher_name, withdrawn_at, withdrawer_name, withdrawn_reason)
      select x.id, x.office, x.path, x.kind, x.title, x.body, x.rumour, x.source, x.order_no, x.from_on, x.to_on, x.tell_by, x.state, x.at, case when x.state = 'draft' then null else x.at end, case when x.state = 'draft' then null else a.name end,
        case when x.state = 'withdrawn' then x.at + interval '1 day' end, case when x.state = 'withdrawn' then a.name end, x.reason
      from unnest(${all.map((o) => o.id)}::uuid[], ${all.map((o) => office[o.office].id)}::uuid[], ${all.map((o) => office[o.office].path)}::text[], ${all.map((o) => by[o.office])}::uuid[], ${all.map((o) => o.kind)}::text[], ${all.map((o) => o.title)}::text[], ${all.map((o) => o.body)}::text[], ${all.map((o) => o.rumour ?? null)}::text[],
        ${all.map((o) => o.source)}::text[], ${all.map((o) => o.orderNo ?? null)}::text[], ${all.map((o) => addDays(today, o.coming ?? o.from))}::date[], ${all.map((o) => (o.to === undefined ? null : addDays(today, o.to)))}::date[], ${all.map((o) => (o.tellBy ? at(...o.tellBy) : null))}::timestamptz[], ${all.map((o) => o.state ?? 'published')}::text[],
        ${all.map((o) => o.reason ?? null)}::text[], ${all.map((o) => o.publishedAt)}::timestamptz[]) as x (id, office, path, account, kind, title, body, rumour, source, order_no, from_on, to_on, tell_by, state, reason, at) join account a on a.id = x.account`)
    await q.run(sql`insert into announcement_area (announcement_id, area_id, area_path) select id, office_id, area_path from announcement`)
    await q.run(sql`
      insert into publicity_record (id, announcement_id, area_id, area_path, way, at, reached, taken_down_at, taken_down_by, received_at, account_id, by_name)
      select x.id, x.said, x.area, x.path, x.way, x.at, x.reached, x.down, case when x.down is null then null else a.name end, x.at, a.id, a.name
      from unnest(${records.map((r) => r.id)}::uuid[], ${records.map((r) => r.of)}::uuid[], ${records.map((r) => r.place.id)}::uuid[], ${records.map((r) => r.place.path)}::text[], ${records.map((r) => r.way)}::text[], ${records.map((r) => r.at)}::timestamptz[], ${records.map((r) => r.reached)}::int[], ${records.map((r) => r.down)}::timestamptz[])
        as x (id, said, area, path, way, at, reached, down) cross join account a where a.id = ${by.community}::uuid`)
    await q.run(sql`insert into announcement_opened (announcement_id, area_path, day, n) select x.said, ${main.path}, x.day, x.n from unnest(${opened.map((o) => o.of)}::uuid[], ${opened.map((o) => o.day)}::date[], ${opened.map((o) => o.n)}::int[]) as x (said, day, n)`)
  })
}
