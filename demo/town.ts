import type { Ctx } from '../kernel/ctx.ts'
import { standardSettings } from '../modules/settings/data.ts'
import { presetSetting } from '../modules/settings/service.ts'
import { setUpAccount } from '../modules/accounts/service.ts'
import { policiesApi } from '../modules/policies/contract.ts'
import { shippedPolicies } from '../modules/policies/data.ts'
import { quarantineApi } from '../modules/quarantine/contract.ts'
import { territoryApi } from '../modules/territory/contract.ts'
import { plantArea } from '../modules/territory/service.ts'
import { linksApi } from '../modules/links/contract.ts'
import { addDays, instantAt, type Day } from '../kernel/dates.ts'
import { runnerFor } from '../server/ctx.ts'
import { systemActor } from '../server/jobs.ts'
import type { House } from '../server/main.ts'
import { signInForDemo, type Desk } from './desk.ts'
import type { DemoCommunity } from './places.ts'
import { DEMO_PASSWORD, demoStaff, type DemoStaff } from './staff.ts'
import type { Role } from '../modules/accounts/rules.ts'

export interface Place { id: string; path: string; name: string }
/** Compounds and village groups, and the grids below them. */
export interface CommunityPlace extends Place { settlements: Place[]; grids: Place[] }
export interface Town {
  district: Place
  subdistrict: Place
  communities: CommunityPlace[]
  /** Who works where: the main community's worker is `desk('communityWorker')`. */
  desk(role: Role, community?: number): Desk
  declarationLink(community: number): string
}

/** Everybody plays every role here, with passwords said on the sign-in page: a second factor would only keep them out. */
async function settingsOfDemo(ctx: Ctx): Promise<void> {
  await presetSetting(ctx, 'accounts.secondFactor', { ...standardSettings['accounts.secondFactor'], on: false }, '演示')
  await presetSetting(ctx, 'accounts.passwordDays', 0, '演示')
}

/** Areas, staff, orders, a quarantine site and the QR for declarations: what there is before the first arrival. */
export async function foundTown(house: House, communities: readonly DemoCommunity[], today: Day): Promise<Town> {
  const runner = runnerFor(house.frame, systemActor)
  await runner.tx(settingsOfDemo)
  const planted = await runner.tx((ctx) => plantArea(ctx, { level: 'district', name: '文山市', code: '532601' }))
  const district = { id: planted.areaId, path: planted.areaPath, name: '文山市' }
  const desks = new Map<string, Desk>()
  const employ = async (staff: DemoStaff, place: Place, key = staff.role as string) => {
    const id = await runner.tx((ctx) => setUpAccount(ctx, { login: staff.login, name: staff.name, password: DEMO_PASSWORD, role: staff.role, areaId: place.id, areaPath: place.path, mustChange: false, ...(staff.officePhone ? { officePhone: staff.officePhone } : {}) }))
    desks.set(key, await signInForDemo(house, id))
  }
  for (const staff of demoStaff.filter((s) => s.at === 'district')) await employ(staff, district)
  const command = deskOf(desks, 'districtCommand')
  const subdistrict = await areaBelow(command, district, 'subdistrict', '新平街道', { code: '532601003', officePhone: '0876-1990010' })
  for (const staff of demoStaff.filter((s) => s.at === 'subdistrict')) await employ(staff, subdistrict)
  const placed: CommunityPlace[] = []
  for (const [i, community] of communities.entries()) placed.push(await settle(command, subdistrict, community, `0876-199005${i}`))
  const [first] = placed
  if (!first) throw new Error('the demo has a community')
  for (const staff of demoStaff.filter((s) => s.at === 'community')) await employ(staff, first)
  for (const staff of demoStaff.filter((s) => s.at === 'grid')) await employ(staff, first.grids[0] ?? first)
  for (const [i, place] of placed.entries()) {
    if (i > 0) await employ({ login: `worker${i + 1}`, name: i === 1 ? '蒋丽华' : '莫小红', role: 'communityWorker', at: 'community', officePhone: `0876-199005${i}` }, place, `communityWorker${i}`)
  }
  await publishOrders(desks, district, subdistrict, today)
  await openSite(command, subdistrict)
  const links: string[] = []
  for (const [i, place] of placed.entries()) links.push((await deskOf(desks, i === 0 ? 'communityWorker' : `communityWorker${i}`).call(linksApi.createDeclarationLink, { areaId: place.id })).url)
  return {
    district, subdistrict, communities: placed,
    desk: (role, community = 0) => deskOf(desks, community === 0 ? role : `${role}${community}`),
    declarationLink: (community) => links[community]?.split('/').at(-1) ?? '',
  }
}

function deskOf(desks: Map<string, Desk>, key: string): Desk {
  const desk = desks.get(key)
  if (!desk) throw new Error(`nobody works as ${key}`)
  return desk
}

async function areaBelow(desk: Desk, parent: Place, level: 'subdistrict' | 'community' | 'compound' | 'villageGroup' | 'grid', name: string, more: { code?: string; officePhone?: string } = {}): Promise<Place> {
  const made = await desk.call(territoryApi.createArea, { parentId: parent.id, level, name, ...more })
  return { id: made.areaId, path: made.areaPath, name }
}

async function settle(desk: Desk, subdistrict: Place, community: DemoCommunity, officePhone: string): Promise<CommunityPlace> {
  const place = await areaBelow(desk, subdistrict, 'community', community.name, { officePhone })
  const settlements: Place[] = []
  const grids: Place[] = []
  for (const { level, name, grids: gridNames } of community.places) {
    const settlement = await areaBelow(desk, place, level, name)
    settlements.push(settlement)
    for (const grid of gridNames) grids.push(await areaBelow(desk, settlement, 'grid', grid))
  }
  return { ...place, settlements, grids }
}

/** The national editions stand at the district with their dates; the subdistrict's own order is nearer and wins. */
async function publishOrders(desks: Map<string, Desk>, district: Place, subdistrict: Place, today: Day): Promise<void> {
  const officer = deskOf(desks, 'subdistrictOfficer')
  const command = deskOf(desks, 'districtCommand')
  const publish = async (drafter: Desk, key: keyof typeof shippedPolicies, scope: Place, from: string, to?: string) => {
    const { policyId } = await drafter.call(policiesApi.createDraft, { ...shippedPolicies[key], scopeAreaId: scope.id, inForceFrom: from, ...(to ? { inForceTo: to } : {}) })
    await command.call(policiesApi.publishPolicy, { policyId })
  }
  await publish(command, 'ninthEdition', district, instantAt('2022-06-28', '00:00'), instantAt('2022-11-11', '00:00'))
  await publish(command, 'twentyArticles', district, instantAt('2022-11-11', '00:00'), instantAt('2023-01-08', '00:00'))
  await publish(officer, 'reportOne', subdistrict, instantAt(addDays(today, -40), '00:00'))
}

async function openSite(command: Desk, subdistrict: Place): Promise<void> {
  const { siteId } = await command.call(quarantineApi.createSite, { areaId: subdistrict.id, name: '大香格里拉酒店', address: '新平街道开化路', phone: '0876-1990060' })
  const floor = (n: number) => Array.from({ length: 10 }, (_, i) => `${n}${String(i + 1).padStart(2, '0')}`)
  await command.call(quarantineApi.addRooms, { siteId, names: [...floor(3), ...floor(5)], beds: 2 })
}
