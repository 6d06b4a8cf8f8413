import type { Door } from '../../people/rules.ts'

const clean = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

const withWords =
  /^(?:(?<building>[^幢栋座楼单元室号-]{1,8})(?:号楼|幢|栋|座|楼))?(?:(?<unit>[^单元室号-]{1,6})单元)?(?<room>[^单元室-]{1,10}?)?(?:室|户|房)?$/u
const withDashes = /^(?<building>[^-]{1,8})-(?:(?<unit>[^-]{1,6})-)?(?<room>[^-]{1,10})$/u

/**
 * Splits the last part of an address: "3幢2单元501", "3-2-501", "3号楼501室", "12号". What fits no pattern is kept whole as
 * the room, so that nothing a person wrote is lost.
 */
export function readDoor(address: string): Door {
  const text = clean(address).replace(/[—–~_/#]/g, '-').replace(/-+/g, '-').replace(/(室|户)$/u, '')
  const groups = (withDashes.exec(text) ?? withWords.exec(text))?.groups
  if (!groups) return { building: '', unit: '', room: clean(address) }
  return { building: bare(groups.building), unit: bare(groups.unit), room: groups.room ?? '' }
}

/** `3幢`, `3号楼` and `3` are the same building. */
export const bare = (part: string | undefined): string =>
  clean(part ?? '').replace(/(号楼|幢|栋|座|楼|单元|室|号|户)$/u, '')

/** A room keeps its 号 (a house of one's own is number 17, not room 17); 室 says nothing. */
export const bareRoom = (part: string | undefined): string => clean(part ?? '').replace(/(室|户|房)$/u, '')
