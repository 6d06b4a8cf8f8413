import { scopeOf, type Ctx, type Scope } from '../../../kernel/ctx.ts'
import type { OutputOf, ParsedInputOf } from '../../../kernel/endpoint.ts'
import { searchAreas } from '../../territory/service.ts'
import type { peopleApi } from '../contract.ts'
import { normalDocument, normalPhone, partOf, readAsked, type Asked } from '../rules.ts'
import { findHouseholdIds, findPeopleIds, findVehicles, householdsById, membersOf, rowsById, sealedById, type SealedRow } from '../store.ts'
import { toBrief } from './cards.ts'
import { soundsOf } from './pinyin.ts'

/** Digits beyond the four of the mask are compared with the sealed numbers of so many at most. */
const TAILS_MOST = 400
const PLACES_MOST = 100
const AREAS_SHOWN = 3

type Found = OutputOf<typeof peopleApi.search>['people'][number]
type Hit = { id: string; matched: Found['matched'] }

/** 搜索: people, doors, vehicles and areas by whatever was typed, each with what matched. */
export async function search(ctx: Ctx, { text, limit }: ParsedInputOf<typeof peopleApi.search>): Promise<OutputOf<typeof peopleApi.search>> {
  const asked = readAsked(text)
  const areas = asked.name || asked.pinyin ? topmost((await searchAreas(ctx, { text, limit: PLACES_MOST })).items).slice(0, AREAS_SHOWN) : []
  return {
    people: await findPeople(ctx, asked, limit),
    households: await findHouseholds(ctx, asked, limit),
    vehicles: asked.plate ? await findVehicles(ctx.sql, asked.plate, limit) : [],
    areas: areas.map(({ id, level, name, fullName }) => ({ id, level, name, fullName })),
  }
}

/** Up to `limit` people who are present, the strongest kind of match first. */
export async function findPeople(ctx: Ctx, asked: Asked, limit: number): Promise<Found[]> {
  const hits = await hitsOf(ctx, asked, 'present', limit)
  const matched = new Map(hits.map((hit) => [hit.id, hit.matched]))
  return (await rowsById(ctx.sql, hits.slice(0, limit).map((hit) => hit.id))).map((row) => {
    const why = matched.get(row.id) ?? 'name'
    return { ...toBrief(ctx, row), measure: row.measure, matched: why, part: partOf(why, { ...row, sounds: soundsOf(row.name) }, asked) }
  })
}

/** Ids of everybody found by a text, people of the doors it names among them. */
export async function idsFound(ctx: Ctx, text: string, state: string, most: number): Promise<string[]> {
  const asked = readAsked(text)
  const hits = await hitsOf(ctx, asked, state, most)
  const homes = await householdIds(ctx, asked, most)
  return [...new Set([...hits.map((hit) => hit.id), ...(homes.length > 0 ? await membersOf(ctx.sql, homes, state) : [])])]
}

async function hitsOf(ctx: Ctx, asked: Asked, state: string, most: number): Promise<Hit[]> {
  const hits = await findPeopleIds(ctx.sql, {
    name: asked.name, pinyin: asked.pinyin, tail: asked.tail,
    documentIndex: asked.whole && ctx.vault.index('document', normalDocument(asked.whole)), phoneIndex: asked.whole && ctx.vault.index('phone', normalPhone(asked.whole)),
  }, state, asked.longTail ? TAILS_MOST : most) as Hit[]
  if (!asked.longTail) return hits
  const sealed = new Map((await sealedById(ctx.sql, hits.map((hit) => hit.id))).map((row) => [row.id, row]))
  return hits.filter((hit) => endsIn(ctx, hit, sealed.get(hit.id), asked.longTail)).slice(0, most)
}

/** Five or six digits are what people read out; more would let somebody guess a number digit by digit, so then only the whole number counts. */
function endsIn(ctx: Ctx, { matched }: Hit, row: SealedRow | undefined, digits: string): boolean {
  if (matched !== 'documentTail' && matched !== 'phoneTail') return true
  const sealed = matched === 'documentTail' ? row?.documentSealed : row?.phoneSealed
  return Boolean(sealed) && ctx.vault.open(sealed ?? '').endsWith(digits)
}

async function householdIds(ctx: Ctx, asked: Asked, most: number): Promise<string[]> {
  if (asked.doors.length === 0) return []
  const places = asked.place === '' ? [] : await placesOf(ctx, asked.place)
  if (asked.place !== '' && places.length === 0) return []
  const ids: string[] = []
  for (const door of asked.doors) {
    if (ids.length < most) ids.push(...await findHouseholdIds(ctx.sql, door, places, most))
  }
  return [...new Set(ids)].slice(0, most)
}

/** Each once: a compound has its grids with it, whose full names hold its own. */
const topmost = <T extends { areaPath: string }>(areas: readonly T[]): T[] =>
  areas.filter((one) => !areas.some((above) => above !== one && one.areaPath.startsWith(above.areaPath)))

const placesOf = async (ctx: Ctx, text: string): Promise<Scope[]> =>
  topmost((await searchAreas(ctx, { text, limit: PLACES_MOST })).items).map((area) => scopeOf(area.areaPath))

async function findHouseholds(ctx: Ctx, asked: Asked, limit: number): Promise<OutputOf<typeof peopleApi.search>['households']> {
  const ids = await householdIds(ctx, asked, limit)
  return ids.length > 0 ? householdsById(ctx.sql, ids) : []
}
