import type { CarriedHousehold, GateData } from '../../passage/contract.ts'
import { normalPlate } from '../../people/rules/plates.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[幢栋座号楼]/g, '-').replaceAll(/单元/g, '-').replaceAll(/[室户\s]/g, '').replaceAll(/-+/g, '-').replace(/-$/, '')

/** By room (`3-2-501`, `3幢501`), by the beginning of a name or its letters (`lgl`), by plate. Masked names are found by what is shown of them. */
export function findAtGate(data: GateData, typed: string): CarriedHousehold[] {
  const text = plain(typed)
  if (text === '') return []
  const owner = data.vehicles.find((one) => one.plate === normalPlate(typed))?.householdId
  const parts = text.split('-').filter(Boolean)
  const isDoor = /^\d[\d-]*$/.test(text)
  return data.households.filter((one) => one.householdId === owner || (isDoor ? doorFits(one.doorKey, parts) : plain(one.address).includes(text) || one.members.some((m) => m.initials.startsWith(text) || m.nameMasked.startsWith(typed.trim())))).slice(0, 20)
}

/** `501` is any 501; `3-501` building 3, whatever unit; `3-2-501` the door itself. */
function doorFits(doorKey: string, parts: readonly string[]): boolean {
  const [building = '', unit = '', room = ''] = plain(`${doorKey} `).split('-').map((one) => one.trim())
  const [last] = parts.slice(-1)
  if (parts.length === 1) return room === last || (room === '' && building === last)
  if (parts.length === 2) return building === parts[0] && room === last
  return building === parts[0] && unit === parts[1] && room === parts[2]
}
