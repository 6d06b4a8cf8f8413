import { addressKey } from '../../people/rules.ts'
import { readDoor } from '../../roster/rules/door.ts'

/** 同一处: however it was written (3栋2单元101室, 3-2-101, 3幢2单元101); a place that is no door is itself. */
export const samePlace = (a: string, b: string): boolean => addressKey(readDoor(a)) === addressKey(readDoor(b))

/** One of the same kind in the community, the newest first. */
interface Earlier { id: string; place: string | null; /** From the same person or telephone. */ sameCaller: boolean; /** One lies in the area of the other. */ near: boolean }
/** 重复诉求: the last from the same person or telephone, or of the same door where it lies. */
export const earlierOf = (place: string | null, all: readonly Earlier[]): string | null =>
  all.find((one) => one.sameCaller || (one.near && place !== null && one.place !== null && samePlace(place, one.place)))?.id ?? null
