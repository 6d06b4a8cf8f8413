import { addDays, instantAt, type Day } from '../kernel/dates.ts'
import { dutyApi, type DutyRole } from '../modules/duty/contract.ts'
import { territoryApi } from '../modules/territory/contract.ts'
import { zonesApi } from '../modules/zones/contract.ts'
import type { Desk } from './desk.ts'
import type { CommunityPlace, Place, Town } from './town.ts'

/** Everybody here is invented, as are the numbers. */
const NAMES = [
  '孙保华', '高玉兰', '苏正明', '白雪梅', '段家宝', '尹春燕', '施国强', '角丽萍', '和文军', '木秀芳', '普绍华', '刀美玲', '岩温香', '沙玉芬', '钱永昌', '汤小凤', '邱德福', '康惠芳', '毕树林', '耿桂珍',
  '聂志远', '邵金花', '柏长青', '童玉梅', '顾永福', '侬晓莉', '陶建华', '盘秀英', '洪大伟', '宋美华', '纪文斌', '颜春丽', '缪国栋', '阮小燕', '柳成林', '滕凤仙', '卓文辉', '房玉珍', '项立军', '祝兰芝', '莫家旺', '席红英',
]
const office = (n: number): string => `0876-19902${String(n).padStart(2, '0')}`

/** Who answers for what: every level of every community but one compound, and one worker with two grids. */
export async function assignDuties(town: Town): Promise<void> {
  const officer = town.desk('subdistrictOfficer')
  let n = 0
  const named = (desk: Desk, place: Place, dutyRole: DutyRole, more: { title?: string; office?: string } = {}) => {
    n += 1
    return desk.call(dutyApi.assignDuty, { areaId: place.id, dutyRole, name: NAMES[n % NAMES.length] ?? '孙保华', officePhone: office(n % 100), ...more })
  }
  const account = (desk: Desk, place: Place, dutyRole: DutyRole, holder: Desk) => desk.call(dutyApi.assignDuty, { areaId: place.id, dutyRole, accountId: holder.accountId })
  await account(town.desk('districtCommand'), town.subdistrict, 'subdistrictCoordinator', officer)
  for (const [i, community] of town.communities.entries()) {
    const worker = town.desk('communityWorker', i)
    await officer.call(dutyApi.assignDuty, { areaId: community.id, dutyRole: 'leader', ...LEADERS[i], orderNo: '市委办〔2020〕3号' })
    await account(officer, community, 'communitySupervisor', worker)
    if (i === 0) await mainCommunity(town, community, named, account)
    else for (const place of [...community.settlements, ...community.grids]) await named(worker, place, community.grids.includes(place) ? 'gridWorker' : 'compoundKeeper')
  }
}

const LEADERS = [{ name: '潘建军', office: '市政府', title: '副市长' }, { name: '祁文彬', office: '市住建局', title: '局长' }, { name: '向红霞', office: '市教育体育局', title: '副局长' }] as const

type Named = (desk: Desk, place: Place, dutyRole: DutyRole, more?: { title?: string; office?: string }) => Promise<unknown>
type OfAccount = (desk: Desk, place: Place, dutyRole: DutyRole, holder: Desk) => Promise<unknown>

async function mainCommunity(town: Town, community: CommunityPlace, named: Named, account: OfAccount): Promise<void> {
  const [officer, worker] = [town.desk('subdistrictOfficer'), town.desk('communityWorker')]
  await named(officer, community, 'subdistrictCoordinator', { office: '新平街道', title: '党工委副书记' })
  await account(officer, community, 'doctorTeam', town.desk('healthCentreDoctor'))
  await account(officer, community, 'propertyTeam', town.desk('propertyStaff'))
  await named(officer, community, 'cadreTeam', { office: '新平街道', title: '驻社区干部' })
  for (const place of community.settlements) {
    if (place.name === '学府小区') continue
    if (place.name === '金科小区') await account(worker, place, 'compoundKeeper', worker)
    else await named(worker, place, 'compoundKeeper')
  }
  for (const [i, grid] of community.grids.entries()) await (i < 2 ? account(worker, grid, 'gridWorker', town.desk('gridWorker')) : named(worker, grid, 'gridWorker'))
  const [firstGrid] = community.grids
  for (const name of firstGrid ? ['1幢', '2幢', '3幢'] : []) {
    const made = await worker.call(territoryApi.createArea, { parentId: firstGrid?.id ?? '', level: 'building', name })
    await named(worker, { id: made.areaId, path: made.areaPath, name }, 'buildingHead', { title: '楼栋长' })
  }
  const [first] = community.settlements
  for (const place of first ? [community, first] : []) await worker.call(dutyApi.saveDutyBoard, { areaId: place.id, supervisionPhone: '0876-1990110', published: true })
}

const HEADQUARTERS = '文山市疫情防控指挥部'

/** No case anywhere; every measure of it in place. */
export async function declareNoCase(town: Town): Promise<void> {
  const officer = town.desk('subdistrictOfficer')
  for (const community of town.communities) {
    const card = await officer.call(zonesApi.setZone, { areaId: community.id, kind: 'communityState', value: 'noCase', orderNo: '指挥部通告第2号', issuer: HEADQUARTERS })
    for (const { itemId } of card.items) await officer.call(zonesApi.finishZoneItem, { itemId })
  }
}

const DONE = ['东门、南门各张贴一张,楼栋群已转发', '留东门,其余已封', '消防车道试开过', '三班两人,名单已贴', '东门两支测温枪']

/** One compound under 管控 since yesterday evening, half of its measures in place. */
export async function controlOneCompound(town: Town, today: Day): Promise<void> {
  const compound = town.communities[0]?.settlements.find(({ name }) => name === '金科小区')
  if (!compound) return
  const card = await town.desk('subdistrictOfficer').call(zonesApi.setZone, {
    areaId: compound.id, kind: 'compoundGrade', value: 'control', fromAt: instantAt(addDays(today, -1), '18:00'), orderNo: '指挥部通告第7号', issuer: HEADQUARTERS,
    reason: '有居民到过其他县的病例活动场所,核查期间',
  })
  for (const [i, note] of DONE.entries()) {
    const itemId = card.items[i]?.itemId
    if (itemId) await town.desk('communityWorker').call(zonesApi.finishZoneItem, { itemId, note })
  }
}
