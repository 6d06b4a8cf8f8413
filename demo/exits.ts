import { addDays, addMinutes, instantAt, toInstant, type Day } from '../kernel/dates.ts'
import { exitsApi } from '../modules/exits/contract.ts'
import type { ExitKind } from '../modules/policies/contract.ts'
import type { Life } from './days.ts'
import type { DemoPerson } from './persons.ts'
import { openDesk } from './desk.ts'

/** 外出务工 of report 1: 981 people, to Guangdong, Zhejiang and Fujian. */
const WORKERS = 981
const APPLIED_BEFORE = 9
const SEATS = 49
const ROUTES = [
  { code: '440300', name: '广东省深圳市', n: 262, employers: ['鹏城电子厂', '宝安五金厂', '龙华服装厂', ''] }, { code: '441900', name: '广东省东莞市', n: 198, employers: ['长安模具厂', '虎门制衣厂', ''] }, { code: '440600', name: '广东省佛山市', n: 121, employers: ['顺德家电厂', ''] },
  { code: '330300', name: '浙江省温州市', n: 148, employers: ['瓯海鞋厂', '乐清电气厂', ''] }, { code: '330700', name: '浙江省金华市', n: 107, employers: ['义乌小商品厂', ''] },
  { code: '350500', name: '福建省泉州市', n: 92, employers: ['晋江鞋服厂', ''] }, { code: '350200', name: '福建省厦门市', n: 53, employers: ['海沧电子厂'] },
] as const
const COMPANY = '文山交通运输集团客运公司'
const calm = (n: number): number => (361 + (n % 7)) / 10
const plateOf = (n: number): string => `云H${String(30_200 + n * 17).padStart(5, '0')}`

/** Grown-ups of households nobody arrives at, in the order of their doors: who goes to work elsewhere, then who has other reasons. */
interface Goer { person: DemoPerson; other: DemoPerson | undefined }
function free(life: Life): Goer[] {
  const taken = new Set(life.arrivals.flat().map((arrival) => arrival.household))
  const year = Number(life.today.slice(0, 4))
  return (life.communities[0]?.households ?? []).filter((home, i) => i % 97 !== 5 && !taken.has(home))
    .flatMap((home) => home.persons.filter((one) => { const age = year - Number(one.birthOn.slice(0, 4)); return age >= 19 && age <= 48 }).slice(0, 1).map((person) => ({ person, other: home.persons.find((one) => one !== person && one.phone !== '') })))
}
/** 紧急联系人: somebody else of the household. */
const emergency = ({ other }: Goer) => (other ? { emergencyName: other.name, emergencyPhone: other.phone } : {})
/** Every ninth of them, so that they live all over the place. */
const spread = (people: readonly Goer[]): Goer[] => Array.from({ length: 9 }, (_, off) => people.filter((_p, i) => i % 9 === off)).flat()

/** Asked on paper and certified one day, gone by bus the next; whoever works nearby asks the day before. */
export async function sendWorkers(life: Life, day: Day): Promise<void> {
  if (day === addDays(life.today, -APPLIED_BEFORE)) await applyAndCertify(life, day)
  if (day === addDays(life.today, 1 - APPLIED_BEFORE)) await leaveByBus(life)
  if (day === addDays(life.today, -1)) await askToWorkNearby(life)
}

async function applyAndCertify(life: Life, day: Day): Promise<void> {
  const [worker, doctor] = [life.town.desk('communityWorker'), life.town.desk('healthCentreDoctor')]
  const people = spread(free(life)).slice(0, WORKERS)
  let at = 0
  for (const route of ROUTES) {
    const mine = people.slice(at, at + route.n)
    at += route.n
    const { exitIds } = await worker.call(exitsApi.applyForMany, {
      kind: 'migrantWork', destinationCode: route.code, destinationName: route.name, leavesOn: addDays(day, 1), askedOn: addDays(day, -1),
      people: mine.flatMap((goer, i) => { const [personId, employer] = [life.personIdOf(goer.person), route.employers[i % route.employers.length]]; return personId ? [{ personId, temperature: calm(i), ...emergency(goer), ...(employer ? { employer } : {}) }] : [] }),
    })
    life.clock.pass(120)
    await doctor.call(exitsApi.certifyMany, { exitIds })
    const buses = Math.ceil(mine.length / SEATS)
    for (let n = 0; n < buses; n++) await worker.call(exitsApi.createTransport, busTo(route, n + ROUTES.indexOf(route) * 10, instantAt(addDays(day, 1), `0${7 + (n % 2)}:30`)))
  }
  await worker.call(exitsApi.assignSeats, {})
}
const busTo = (route: { code: string; name: string }, n: number, departsAt: string) => ({
  destinationCode: route.code, destinationName: route.name, tripNo: `务${String(n + 1).padStart(2, '0')}`, plate: plateOf(n), seats: SEATS, company: COMPANY, driverName: '罗师傅', driverPhone: `1990000${String(9100 + n).padStart(4, '0')}`, place: '新平街道文化广场', departsAt,
})

async function leaveByBus(life: Life): Promise<void> {
  const worker = life.town.desk('communityWorker')
  const { items } = await worker.call(exitsApi.listTransports, { limit: 100 })
  for (const { transportId } of items) {
    const { passengers } = await worker.call(exitsApi.getTransport, { transportId })
    if (passengers.length === 0) continue
    await worker.call(exitsApi.boardMany, { transportId, measured: passengers.map(({ seatId, seatNo }) => ({ seatId, temperature: calm(seatNo + 3) })) })
    await worker.call(exitsApi.handOver, { transportId, receiverName: '客运站王站长' })
    life.clock.pass(60)
  }
}

/** Who stays at home on the day the 981 ask. */
const others = (life: Life): Goer[] => spread(free(life)).slice(WORKERS).filter(({ person }) => life.personIdOf(person) !== undefined)

const SITES = ['开化街道建材市场工地', '马塘工业园区', '自家三七地(出山劳作)', '东山乡茶园', '卧龙街道餐馆后厨', '客运站装卸'] as const
const NEARBY = 12
/** One goes the same afternoon, and is not back in the evening. */
async function askToWorkNearby(life: Life): Promise<void> {
  const worker = life.town.desk('communityWorker')
  for (const [i, { person }] of others(life).slice(0, NEARBY).entries()) {
    const [leavesOn, last] = [addDays(life.today, i === NEARBY - 1 ? -1 : 0), i === NEARBY - 1]
    const { exitId } = await worker.call(exitsApi.applyForExit, { personId: life.personIdOf(person) ?? '', kind: 'localWork', destinationName: SITES[i % SITES.length] ?? SITES[0], leavesOn, untilOn: addDays(life.today, 14), temperature: calm(i) })
    life.clock.pass(60)
    if (last) await worker.call(exitsApi.goOut, { exitId, temperature: calm(i) })
  }
}

interface Plan { kind: ExitKind; destinationName: string; destinationCode?: string; measured?: boolean }

/** What stands on the page of whoever opens the demo: some to certify, some to decide, some out, one not back, a bus of this afternoon. */
export async function goOutToday(life: Life): Promise<void> {
  const { town, today } = life
  const [worker, doctor] = [town.desk('communityWorker'), town.desk('healthCentreDoctor')]
  const goers = others(life).slice(NEARBY)
  const ids = goers.flatMap(({ person }) => life.personIdOf(person) ?? [])
  let next = 0
  const ask = (plan: Plan) => {
    const { measured = true, ...asked } = plan
    return worker.call(exitsApi.applyForExit, { personId: ids[next++] ?? '', leavesOn: today, ...asked, ...(measured ? { temperature: calm(next) } : {}) })
  }
  const to = (i: number) => ROUTES[i % ROUTES.length] ?? ROUTES[0]
  const bulk = async (n: number, route: { code: string; name: string }, employer: string) => (await worker.call(exitsApi.applyForMany, {
    kind: 'migrantWork', destinationCode: route.code, destinationName: route.name, leavesOn: today, askedOn: today, employer, people: goers.slice(next, (next += n)).flatMap((goer, i) => { const personId = life.personIdOf(goer.person); return personId ? [{ personId, temperature: calm(i), ...emergency(goer) }] : [] }),
  })).exitIds
  // The next bus is full of people who wait at the square, and leaves soon after the demo is there; another direction waits for a bus.
  await doctor.call(exitsApi.certifyMany, { exitIds: await bulk(31, ROUTES[3], '瓯海鞋厂') })
  await worker.call(exitsApi.createTransport, busTo(ROUTES[3], 91, addMinutes(toInstant(new Date(life.clock.end)), 50)))
  await worker.call(exitsApi.assignSeats, {})
  await doctor.call(exitsApi.certifyMany, { exitIds: await bulk(7, ROUTES[5], '晋江鞋服厂') })
  await bulk(9, to(0), '鹏城电子厂')
  for (const i of [1, 2]) await ask({ kind: 'migrantWork', destinationCode: to(i).code, destinationName: to(i).name, measured: false })
  for (const place of ['昆明市五华区', '红河州蒙自市', '文山市德厚镇']) await ask({ kind: 'visiting', destinationName: place })
  await ask({ kind: 'medical', destinationName: '州人民医院', measured: false })
  await outForTheDay(life)
  await escorted(life)
}

/** Two have not left yet, three are back already. */
async function outForTheDay(life: Life): Promise<void> {
  const worker = life.town.desk('communityWorker')
  const { items } = await worker.call(exitsApi.listExits, { tab: 'waiting', kind: 'localWork' })
  for (const [i, { exitId }] of items.slice(2).entries()) {
    const [left, now] = [instantAt(life.today, `0${7 + (i % 2)}:${20 + i}`), toInstant(life.clock.now())]
    await worker.call(exitsApi.goOut, { exitId, temperature: calm(i), at: left < now ? left : now })
    if (i < 3) await worker.call(exitsApi.comeBack, { exitId, temperature: calm(i + 2) })
  }
}

/** Somebody in quarantine has to see a doctor and asks by the own link: the escort is still to be named. */
async function escorted(life: Life): Promise<void> {
  const link = (await life.house.db.pool.query<{ token: string }>(`select l.token_sealed as token from link l join episode e on e.id = l.episode_id where e.state = 'active' and e.measure = 'homeQuarantine' and l.revoked_at is null order by e.area_path, e.id limit 1`)).rows[0]
  if (!link) return
  const own = openDesk(life.house, { link: life.house.frame.vault.open(link.token) })
  await own.call(exitsApi.askToGoOut, { kind: 'medical', destinationName: '州人民医院血液透析', leavesOn: life.today, temperature: calm(2) })
  const doctor = life.town.desk('healthCentreDoctor')
  const due = (await doctor.call(exitsApi.listExits, { tab: 'certificateDue', kind: 'medical' })).items.find((one) => one.channel === 'phone')
  if (due) await doctor.call(exitsApi.certifyExit, { exitId: due.exitId })
}
