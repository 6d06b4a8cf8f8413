import { addDays, addMinutes, toInstant, type Day } from '../kernel/dates.ts'
import { mattersApi, type MatterChannel, type MatterKind } from '../modules/matters/contract.ts'
import type { Role } from '../modules/accounts/rules.ts'
import type { Life } from './days.ts'
import type { Desk } from './desk.ts'
import type { DemoPerson } from './persons.ts'

/** How far a matter has come by now. */
type Fate = 'atOnce' | 'satisfied' | 'fair' | 'unsolved' | 'vain' | 'toCall' | 'inHand' | 'assigned' | 'unassigned' | 'objected' | 'whistled' | 'byStreet' | 'excluded' | 'exclusionAsked' | 'withdrawn'
/** Whom it is about: somebody with help due, somebody in quarantine, anybody of the register, a name and telephone, or nobody. */
type Who = 'care' | 'quarantined' | 'known' | 'caller' | 'nobody'
interface Told { ago: number; kind: MatterKind; words: string; place: string; who: Who; channel: Exclude<MatterChannel, 'qr'>; fate: Fate; to?: 'gridWorker' | 'propertyStaff'; done?: string; community?: number; urgent?: true }

/** The last two weeks of everyday work, one line a matter; the main community's where nothing else is said. */
const TOLD: readonly Told[] = [
  { ago: 14, kind: 'facility', words: '3幢2单元楼道灯不亮,晚上看不见台阶', place: '3幢2单元', who: 'caller', channel: 'phone', fate: 'satisfied', to: 'propertyStaff', done: '换了两只灯泡' },
  { ago: 14, kind: 'sanitation', words: '楼后堆了装修垃圾,好几天没人清', place: '5幢后面', who: 'nobody', channel: 'patrol', fate: 'satisfied', to: 'propertyStaff', done: '已清运' },
  { ago: 13, kind: 'hardship', words: '老人一个人住,腿脚不便,买菜没人帮', place: '', who: 'care', channel: 'door', fate: 'satisfied', to: 'gridWorker', done: '每周二、五代买,已约好' },
  { ago: 13, kind: 'enquiry', words: '问孩子从外省回来要不要隔离', place: '', who: 'caller', channel: 'phone', fate: 'atOnce', done: '按方案讲清了,来前先报备' },
  { ago: 12, kind: 'errand', words: '降压药快吃完了,请帮忙去药房买', place: '', who: 'quarantined', channel: 'phone', fate: 'satisfied', to: 'propertyStaff', done: '已送到门口' },
  { ago: 12, kind: 'dispute', words: '楼上半夜拖桌子,吵得睡不着', place: '8幢1单元', who: 'caller', channel: 'window', fate: 'fair', to: 'gridWorker', done: '上门调解,楼上加了脚垫' },
  { ago: 11, kind: 'disinfection', words: '电梯按钮和扶手两天没消毒', place: '1幢电梯', who: 'caller', channel: 'phone', fate: 'satisfied', to: 'propertyStaff', done: '已消毒,登记上墙' },
  { ago: 11, kind: 'hazard', words: '消防通道被石墩堵住,车进不去', place: '西门', who: 'nobody', channel: 'patrol', fate: 'byStreet', done: '街道协调城管移走石墩' },
  { ago: 11, kind: 'sanitation', words: '垃圾桶满了没人收', place: '东门口', who: 'caller', channel: 'phone', fate: 'withdrawn' },
  { ago: 10, kind: 'facility', words: '单元门关不上,晚上不安全', place: '6幢3单元', who: 'known', channel: 'window', fate: 'unsolved', to: 'propertyStaff', done: '换了闭门器' },
  { ago: 10, kind: 'enquiry', words: '问低保怎么办,要带什么材料', place: '', who: 'known', channel: 'window', fate: 'atOnce', done: '一次讲清,给了材料单' },
  { ago: 9, kind: 'transport', words: '明天要去医院透析,没有车', place: '', who: 'care', channel: 'phone', fate: 'satisfied', to: 'gridWorker', done: '已送到医院,下午接回', urgent: true },
  { ago: 9, kind: 'enquiry', words: '要社区开没有犯罪记录的证明', place: '', who: 'caller', channel: 'window', fate: 'excluded', to: 'gridWorker', done: '告知到派出所办' },
  { ago: 9, kind: 'facility', words: '路灯坏了三盏', place: '主路', who: 'nobody', channel: 'patrol', fate: 'satisfied', community: 1, done: '已报修,亮了' },
  { ago: 8, kind: 'dispute', words: '邻居在过道堆纸箱,说了不听', place: '2幢1单元', who: 'caller', channel: 'phone', fate: 'satisfied', to: 'gridWorker', done: '双方说清,纸箱清走' },
  { ago: 8, kind: 'errand', words: '婴儿奶粉没有了', place: '', who: 'quarantined', channel: 'phone', fate: 'satisfied', to: 'propertyStaff', done: '已送到门口' },
  { ago: 8, kind: 'hardship', words: '孩子没人带,白天一个人在家', place: '', who: 'care', channel: 'door', fate: 'fair', to: 'gridWorker', done: '联系了亲戚照看' },
  { ago: 7, kind: 'sanitation', words: '下水道返味,一楼臭得开不了窗', place: '4幢1单元', who: 'known', channel: 'phone', fate: 'satisfied', to: 'propertyStaff', done: '疏通了管道' },
  { ago: 7, kind: 'facility', words: '健身器材松了,怕砸到孩子', place: '小广场', who: 'caller', channel: 'phone', fate: 'vain', to: 'propertyStaff', done: '已加固' },
  { ago: 7, kind: 'enquiry', words: '问通行证丢了怎么补', place: '', who: 'caller', channel: 'phone', fate: 'atOnce', community: 2, done: '带身份证到窗口补' },
  { ago: 6, kind: 'hazard', words: '有人在楼道给电动车充电', place: '7幢2单元', who: 'caller', channel: 'phone', fate: 'satisfied', to: 'gridWorker', done: '车已推走,贴了告知' },
  { ago: 6, kind: 'errand', words: '要一袋米、一桶油', place: '', who: 'quarantined', channel: 'phone', fate: 'satisfied', to: 'propertyStaff', done: '已送到门口' },
  { ago: 6, kind: 'disinfection', words: '快递架没有消毒', place: '南门', who: 'nobody', channel: 'patrol', fate: 'atOnce', done: '当场喷洒' },
  { ago: 5, kind: 'dispute', words: '停车位被占,两家吵起来', place: '地面车位', who: 'known', channel: 'window', fate: 'unsolved', to: 'gridWorker', done: '当面调解' },
  { ago: 5, kind: 'facility', words: '自来水压力小,五楼以上没水', place: '9幢', who: 'caller', channel: 'phone', fate: 'inHand', to: 'propertyStaff' },
  { ago: 5, kind: 'sanitation', words: '菜叶倒在绿化带', place: '市场后门', who: 'caller', channel: 'phone', fate: 'satisfied', community: 1, done: '已清扫' },
  { ago: 4, kind: 'hardship', words: '冬天没有厚被子', place: '', who: 'care', channel: 'door', fate: 'toCall', to: 'gridWorker', done: '送去两床棉被' },
  { ago: 4, kind: 'enquiry', words: '反映同一盏灯,第二次打来', place: '3幢2单元', who: 'caller', channel: 'phone', fate: 'exclusionAsked', to: 'propertyStaff', done: '灯已修好,当面看过' },
  { ago: 4, kind: 'other', words: '想借社区活动室排练', place: '活动室', who: 'caller', channel: 'window', fate: 'objected', to: 'gridWorker' },
  { ago: 3, kind: 'facility', words: '门禁刷卡没反应', place: '1幢1单元', who: 'known', channel: 'phone', fate: 'toCall', to: 'propertyStaff', done: '换了读卡器' },
  { ago: 3, kind: 'sanitation', words: '废弃口罩收集桶满了', place: '北门', who: 'nobody', channel: 'patrol', fate: 'inHand', to: 'propertyStaff' },
  { ago: 2, kind: 'hazard', words: '围墙裂缝变大,怕倒', place: '东围墙', who: 'caller', channel: 'phone', fate: 'whistled' },
  { ago: 2, kind: 'transport', words: '孕妇产检要用车', place: '', who: 'care', channel: 'phone', fate: 'toCall', to: 'gridWorker', done: '已送到医院,已接回' },
  { ago: 2, kind: 'dispute', words: '楼上漏水,顶棚泡坏了', place: '5幢3单元', who: 'known', channel: 'window', fate: 'inHand', to: 'gridWorker' },
  { ago: 1, kind: 'errand', words: '要胰岛素,冰袋装着送', place: '', who: 'quarantined', channel: 'phone', fate: 'inHand', to: 'propertyStaff' },
  { ago: 1, kind: 'disinfection', words: '13幢电梯有人吐了,请消毒', place: '13幢电梯', who: 'caller', channel: 'phone', fate: 'assigned', to: 'propertyStaff' },
  { ago: 1, kind: 'hardship', words: '煤气灶打不着火,老人吃不上热饭', place: '', who: 'care', channel: 'phone', fate: 'assigned', to: 'gridWorker' },
  { ago: 1, kind: 'facility', words: '公厕水龙头漏水', place: '公厕', who: 'nobody', channel: 'patrol', fate: 'unassigned', community: 1 },
  { ago: 0, kind: 'sanitation', words: '早市散了以后一地菜叶', place: '市场门口', who: 'caller', channel: 'phone', fate: 'unassigned' },
  { ago: 0, kind: 'enquiry', words: '问什么时候能恢复快递进小区', place: '', who: 'caller', channel: 'phone', fate: 'unassigned' },
  { ago: 0, kind: 'facility', words: '三楼感应灯一直亮着', place: '2幢2单元', who: 'caller', channel: 'window', fate: 'unassigned', community: 2 },
  { ago: 0, kind: 'hardship', words: '轮椅坏了,出不了门', place: '', who: 'care', channel: 'phone', fate: 'assigned', to: 'gridWorker' },
]
const NAMES = ['周大姐', '李师傅', '老赵', '陈阿姨', '王大爷', '小杨'] as const
const finished: ReadonlySet<Fate> = new Set(['satisfied', 'fair', 'unsolved', 'vain', 'toCall', 'excluded', 'exclusionAsked'])
const called: ReadonlySet<Fate> = new Set(['satisfied', 'fair', 'unsolved', 'vain', 'excluded', 'exclusionAsked'])

/** What is asked of the community day by day: registered and given out at noon, done the next day, called back the day after. */
export function everydayMatters(life: Life): (day: Day) => Promise<void> {
  const made = new Map<Told, string>()
  const people = peopleFor(life)
  const agoOf = (day: Day, told: Told, later: number) => addDays(life.today, later - told.ago) === day
  return async (day) => {
    for (const [i, told] of TOLD.entries()) {
      const matterId = made.get(told)
      if (agoOf(day, told, 0)) made.set(told, await begin(life, told, i, people(told.who, i)))
      else if (matterId && agoOf(day, told, 1)) await finish(life, told, matterId)
      else if (matterId && agoOf(day, told, 2)) await callBack(life, told, matterId)
      else if (matterId && told.fate === 'unsolved' && agoOf(day, told, 3)) await again(life, told, matterId)
    }
  }
}

const workerOf = (life: Life, { community = 0 }: Told): Desk => life.town.desk('communityWorker', community)
const doerOf = (life: Life, told: Told): Desk => (told.to ? life.town.desk(told.to as Role) : workerOf(life, told))

async function begin(life: Life, told: Told, i: number, person: string | undefined): Promise<string> {
  const worker = workerOf(life, told)
  const place = life.town.communities[told.community ?? 0]
  const grid = told.to === 'gridWorker' ? place?.grids[0] : place?.settlements[i % (place.settlements.length || 1)]
  life.clock.pass(90)
  const { matterId } = await worker.call(mattersApi.registerMatter, {
    kind: told.kind, words: told.words, channel: told.channel, ...(told.place ? { place: told.place } : {}), ...(told.urgent ? { urgent: true } : {}),
    ...(person ? { personId: person } : {}), ...(person && told.to !== 'gridWorker' ? {} : { areaId: grid?.id ?? place?.id ?? '' }), ...(told.who === 'caller' ? { callerName: NAMES[i % NAMES.length] ?? '', callerPhone: `1990000${String(9300 + i)}` } : {}),
    ...(told.fate === 'atOnce' && told.done ? { done: told.done } : {}),
  })
  life.clock.pass(60)
  if (told.fate === 'withdrawn') await worker.call(mattersApi.withdrawMatter, { matterId, reason: '同一件事登了两次' })
  if (told.fate === 'whistled' || told.fate === 'byStreet') await worker.call(mattersApi.whistleMatter, { matterId, reason: '要城管、住建到场,社区没有执法权', kind: told.kind === 'hazard' && told.fate === 'whistled' ? 'hard' : 'routine', departments: ['城管', '住建'] })
  if (!told.to) return matterId
  await worker.call(mattersApi.assignMatter, { matterId, accountId: doerOf(life, told).accountId, note: '请先联系本人' })
  life.clock.pass(60)
  if (told.fate === 'objected') await doerOf(life, told).call(mattersApi.objectMatter, { matterId, reason: '活动室归社区管,不在网格' })
  else if (told.fate !== 'assigned') await doerOf(life, told).call(told.who === 'nobody' ? mattersApi.takeMatter : mattersApi.contactMatter, { matterId })
  return matterId
}

async function finish(life: Life, told: Told, matterId: string): Promise<void> {
  life.clock.pass(45)
  if (told.fate === 'byStreet') {
    const officer = life.town.desk('subdistrictOfficer')
    await officer.call(mattersApi.takeMatter, { matterId })
    for (const [department, who] of [['城管', '李队长'], ['住建', '王工']] as const) { life.clock.pass(30); await officer.call(mattersApi.reportInMatter, { matterId, department, who }) }
    await officer.call(mattersApi.finishMatter, { matterId, outcome: told.done ?? '' })
    await officer.call(mattersApi.rateMatter, { matterId, department: '城管', score: 5, word: '当天到场,当天办完' })
    await workerOf(life, told).call(mattersApi.rateMatter, { matterId, department: '城管', score: 4 })
    await officer.call(mattersApi.rateMatter, { matterId, department: '住建', score: 3, word: '要再催一次' })
  }
  if (told.fate === 'inHand' && told.kind === 'dispute') await doerOf(life, told).call(mattersApi.extendMatter, { matterId, dueAt: addMinutes(toInstant(life.clock.now()), 5 * 24 * 60), reason: '楼上住户三天后才回来' })
  if (finished.has(told.fate)) await doerOf(life, told).call(mattersApi.finishMatter, { matterId, outcome: told.done ?? '' })
}

async function callBack(life: Life, told: Told, matterId: string): Promise<void> {
  const worker = workerOf(life, told)
  life.clock.pass(45)
  if (!called.has(told.fate) || told.who === 'nobody') return
  if (told.fate === 'vain') return void (await worker.call(mattersApi.callBackMatter, { matterId, satisfaction: 'notReached' }))
  const unhappy = told.fate === 'unsolved' || told.fate === 'excluded' || told.fate === 'exclusionAsked'
  await worker.call(mattersApi.callBackMatter, { matterId, satisfaction: unhappy ? 'unsatisfied' : told.fate === 'fair' ? 'fair' : 'satisfied', resolved: told.fate !== 'unsolved' })
  if (told.fate === 'unsolved') await doerOf(life, told).call(mattersApi.finishMatter, { matterId, outcome: `又去了一次,${told.done ?? ''}` })
  if (told.fate !== 'excluded' && told.fate !== 'exclusionAsked') return
  await worker.call(mattersApi.askExclusion, { matterId, ground: told.fate === 'excluded' ? 'notOurs' : 'repeated', reason: told.fate === 'excluded' ? '不应由社区出具的证明,已告知去处' : '同一盏灯报了两次' })
  if (told.fate === 'excluded') await life.town.desk('subdistrictOfficer').call(mattersApi.ruleExclusion, { matterId, approve: true })
}

const again = async (life: Life, told: Told, matterId: string): Promise<unknown> => workerOf(life, told).call(mattersApi.callBackMatter, { matterId, satisfaction: 'satisfied', resolved: true })

/** Somebody of the grid worker's own grid for each line, the same in every demo; help and supplies only where somebody is entitled to them. */
function peopleFor(life: Life): (who: Who, i: number) => string | undefined {
  const homes = life.communities[0]?.households ?? []
  const [place] = life.communities[0]?.places ?? []
  const arrived = new Set(life.arrivals[0]?.map((arrival) => arrival.household))
  const settled = homes.filter((home) => !arrived.has(home) && home.place === place?.name && home.grid === place.grids[0])
  const all: Record<'care' | 'known' | 'quarantined', DemoPerson[]> = {
    care: settled.flatMap((home) => home.persons.filter((one) => one.careGroup !== '')), known: settled.flatMap((home) => home.persons.slice(0, 1)),
    quarantined: (life.arrivals[0] ?? []).filter((arrival) => arrival.daysAgo >= 6).flatMap((arrival) => arrival.persons.slice(0, 1)),
  }
  return (who, i) => {
    if (who !== 'care' && who !== 'known' && who !== 'quarantined') return undefined
    const some = all[who]
    const one = some[(i * 7) % (some.length || 1)]
    return one && life.personIdOf(one)
  }
}
