import type { GateExit } from '../../exits/contract.ts'
import type { CarriedHousehold } from '../../passage/contract.ts'
import type { GateHomes } from '../../passage/rules/carried.ts'
import { readAddress, type AskedDoor } from '../../people/rules/asked.ts'
import { normalPlate } from '../../people/rules/plates.ts'

const MOST = 20
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
const isAt = (doorKey: string, { starts, ends }: AskedDoor): boolean => doorKey.startsWith(starts) && doorKey.endsWith(ends)

/** By room (`501`, `3-2-501`, `3幢501`, as the server reads them), by the beginning of a name or its letters (`lgl`), by plate. Masked names are found by what is shown of them. */
export function findAtGate({ households, vehicles, passes }: Pick<GateHomes, 'households' | 'vehicles' | 'passes'>, typed: string): CarriedHousehold[] {
  const text = plain(typed)
  if (text === '') return []
  const owner = [...vehicles, ...passes].find((one) => one.plate === normalPlate(typed))?.householdId
  const asked = readAddress(typed)
  // A room alone is one behind this gate.
  const { place, doors } = asked.doors.length > 0 ? asked : { ...readAddress(`此${typed}`), place: '' }
  const found = households.filter((one) => one.householdId === owner || (doors.length > 0
    ? (!/\p{Script=Han}/u.test(place) || one.address.includes(place)) && doors.some((door) => isAt(one.doorKey, door))
    : plain(one.address).includes(text) || one.members.some((m) => m.initials.startsWith(text) || m.nameMasked.startsWith(typed.trim()))))
  return found.slice(0, MOST)
}

/** 证明编号, as somebody reads it off the paper: 健证〔2020〕1号 or 健证2020 1. */
export function findCertificate(exits: readonly GateExit[], typed: string): GateExit | undefined {
  const bare = (text: string) => plain(text).replaceAll(/[^\p{L}\d]/gu, '').replace(/号$/, '')
  const text = bare(typed)
  return /证\d/.test(text) ? exits.find((one) => bare(one.number).endsWith(text)) : undefined
}
