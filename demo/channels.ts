import { addDays, instantAt } from '../kernel/dates.ts'
import { leadsApi } from '../modules/leads/contract.ts'
import { pushedlistsApi } from '../modules/pushedlists/contract.ts'
import { screeningApi } from '../modules/screening/contract.ts'
import type { Life } from './days.ts'
import { openDesk } from './desk.ts'
import type { DemoCommunity } from './places.ts'

const HEADINGS = '序号,姓名,身份证号,联系电话,现住址,涉疫信息,核查结果,去向,措施,核查人,反馈时间'
/** Rows of people managed already, and of neighbours nobody has heard of. */
const MANAGED = 30
const UNHEARD = 4

/** More ways in: a list of the police half worked off, two neighbours' tips, a lead on its way to hospital. */
export async function openChannels(life: Life, communities: readonly DemoCommunity[]): Promise<void> {
  await pushList(life, communities)
  await hearNeighbours(life, communities)
  await sendOn(life)
}

async function pushList(life: Life, communities: readonly DemoCommunity[]): Promise<void> {
  const officer = life.town.desk('subdistrictOfficer')
  const arrived = (life.arrivals[0] ?? []).filter((arrival) => arrival.daysAgo <= 10).flatMap((arrival) => arrival.persons.slice(0, 1)).slice(0, MANAGED)
  const unheard = communities.slice(1).flatMap((community) => community.households.slice(60, 60 + UNHEARD).map((home) => ({ home, community, person: home.persons[0] })))
  const rows = [
    ...arrived.map((person) => [person.name, person.documentNo, person.phone, '', '手机信令显示14天内途经武汉']),
    ...unheard.map(({ home, community, person }) => [person?.name ?? '', '', person?.phone ?? '', `${community.name}${home.place}${home.building}幢${home.unit}单元${home.room}`, '与确诊病例同乘 K488 次列车']),
    ['钱程', '', '19900009999', '昆明市官渡区', '手机信令显示14天内途经武汉'], ['孙一', '', '', '', '手机信令显示14天内途经武汉'],
  ]
  const file = { filename: '州公安推送第3批.csv', bytes: new TextEncoder().encode([HEADINGS, ...rows.map((row, i) => [i + 1, ...row, '', '', '', '', ''].join(','))].join('\n')) }
  const { listId } = await officer.call(pushedlistsApi.uploadList, {}, file)
  await officer.call(pushedlistsApi.openList, {
    listId, title: '州公安推送第3批', source: 'police', issuer: '州公安局', issuedAt: instantAt(addDays(life.today, -1), '16:00'), deadlineAt: instantAt(life.today, '24:00'),
  })
  await life.house.jobs.drain()
  await answerHalf(life, listId)
}

async function answerHalf(life: Life, listId: string): Promise<void> {
  const worker = life.town.desk('communityWorker')
  const { items } = await worker.call(pushedlistsApi.listRows, { listId, limit: 200 })
  const known = items.filter((row) => row.proposal !== null).slice(0, MANAGED / 2).map((row) => row.rowId)
  if (known.length > 0) await worker.call(pushedlistsApi.acceptProposals, { listId, rowIds: known })
  const other = life.town.desk('communityWorker', 1)
  const [first, second] = (await other.call(pushedlistsApi.listRows, { listId, limit: 200 })).items.filter((row) => row.state === 'waiting')
  if (first) await other.call(pushedlistsApi.answerRow, { rowId: first.rowId, result: 'notLivingHere', whereabouts: '春节后已返回昆明' })
  if (second) await other.call(pushedlistsApi.answerRow, { rowId: second.rowId, result: 'onlyPassedThrough', note: '列车停站未下车' })
}

async function hearNeighbours(life: Life, communities: readonly DemoCommunity[]): Promise<void> {
  for (const [i, words] of [[1, '昨晚有两个人拖着行李住进来,湖北车牌'], [2, '隔壁一直有人咳嗽']] as const) {
    const place = life.town.communities[i]
    const home = communities[i]?.households[70]
    if (!place || !home) continue
    const areaId = place.settlements.find((settlement) => settlement.name === home.place)?.id
    await openDesk(life.house, { link: life.town.declarationLink(i) }).call(screeningApi.reportTip, {
      ...(areaId ? { areaId } : {}), building: home.building, unit: home.unit, room: home.room, seen: [i === 1 ? 'arrived' : 'other'], words, ...(i === 1 ? { people: 2 } : {}),
    })
  }
}

/** The lead left from yesterday evening: called, examined, on the way to hospital. */
async function sendOn(life: Life): Promise<void> {
  const doctor = life.town.desk('healthCentreDoctor')
  const [lead] = (await doctor.call(leadsApi.listLeads, { tab: 'received', limit: 1 })).items
  if (!lead) return
  const leadId = lead.leadId
  await doctor.call(leadsApi.seeLead, { leadId })
  await doctor.call(leadsApi.noteLead, { leadId, step: 'firstCall', note: '电话联系到本人,自述昨晚起乏力', told: ['community'] })
  await doctor.call(leadsApi.noteLead, { leadId, step: 'examination', temperature: 37.6, note: '咽部充血,建议发热门诊排查', told: ['subdistrict'] })
  await doctor.call(leadsApi.referLead, { leadId, hospital: '州人民医院发热门诊', transport: 'negativePressure', told: ['family', 'cdc'] })
}
