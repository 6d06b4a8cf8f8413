import { level, type Level } from './contract.ts'

export type { Level }
export const levels = level.options

/** Every level is optional: what may stand below what is data, not a chain. */
export const below: Readonly<Record<Level, readonly Level[]>> = {
  city: ['district', 'subdistrict', 'community'],
  district: ['subdistrict', 'community'],
  subdistrict: ['community', 'compound', 'villageGroup', 'grid'],
  community: ['compound', 'villageGroup', 'grid', 'building'],
  compound: ['grid', 'building', 'unit'],
  villageGroup: ['grid', 'building'],
  grid: ['building', 'unit'],
  building: ['unit'],
  unit: [],
}

export const mayStandBelow = (level: Level, parent: Level): boolean => below[parent].includes(level)

/** Addresses begin at the subdistrict: above it an area's full name is its own. */
const beginsAddress = (level: Level): boolean => level !== 'city' && level !== 'district'
export const nameBelow = (parent: { level: Level; fullName: string } | undefined): string =>
  parent && beginsAddress(parent.level) ? parent.fullName : ''
export const fullNameOf = (parent: { level: Level; fullName: string } | undefined, level: Level, name: string): string =>
  (beginsAddress(level) ? nameBelow(parent) : '') + name

/**
 * What is wrong with an official code (GB/T 2260, 统计用区划代码): 6 digits to the district, 9 with the subdistrict,
 * 12 with the community; a code below must begin with the code above. Undefined when it is good.
 */
export function codeFault(code: string, above: string | null): 'form' | 'notBelow' | undefined {
  if (!/^\d{6}(\d{3})?(\d{3})?$/.test(code) || code.startsWith('0')) return 'form'
  return above !== null && !code.startsWith(significant(above)) ? 'notBelow' : undefined
}
/** `532600` stands for everything that begins with 5326. */
const significant = (code: string): string => (code.length === 6 ? code.replace(/(00)+$/, '') : code)

export interface Band { from: number; to: number }

/** A grid outside the band wants a look; it is never refused. An empty grid is not yet entered, not too small. */
export function gridWarning(level: Level, households: number, band: Band): 'small' | 'large' | null {
  if (level !== 'grid' || households === 0) return null
  return households < band.from ? 'small' : households > band.to ? 'large' : null
}

/** Why an area cannot go below another; undefined when it can. */
export function moveFault(
  area: { areaPath: string; level: Level; parentId: string | null },
  parent: { id: string; areaPath: string; level: Level; state: string },
): 'underItself' | 'alreadyThere' | 'wrongLevel' | 'closed' | undefined {
  if (parent.areaPath.startsWith(area.areaPath)) return 'underItself'
  if (area.parentId === parent.id) return 'alreadyThere'
  if (parent.state !== 'open') return 'closed'
  return mayStandBelow(area.level, parent.level) ? undefined : 'wrongLevel'
}

/** Why two areas cannot become one; undefined when they can. */
export function mergeFault(
  area: { id: string; areaPath: string; level: Level }, into: { id: string; areaPath: string; level: Level; state: string },
): 'underItself' | 'wrongLevel' | 'closed' | undefined {
  if (into.areaPath.startsWith(area.areaPath) || area.areaPath.startsWith(into.areaPath)) return 'underItself'
  if (into.state !== 'open') return 'closed'
  return area.level === into.level ? undefined : 'wrongLevel'
}
