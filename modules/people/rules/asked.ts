import { addressKey } from './addresses.ts'
import { normalPlate } from './plates.ts'

/** A door as it is looked for: how its key (3-2-501) begins and ends; both empty for every door of a place. */
export interface AskedDoor { starts: string; ends: string }

/** What somebody may have meant by what was typed; empty where it cannot be that. */
export interface Asked {
  /** 姓名, any part */
  name: string
  /** Pinyin or initials, from their start */
  pinyin: string
  /** The four digits a mask leaves, and the last five or six where so many were typed */
  tail: string
  longTail: string
  /** A whole identity number or phone is found by its blind index */
  whole: string
  /** 小区、村组, by name, pinyin or initials */
  place: string
  doors: AskedDoor[]
  /** 车牌, whole, its beginning or its end */
  plate: string
}

const HAN = /\p{Script=Han}/u

/** Two letters, a Chinese character, or four digits; less would be half of everybody, and every hit is a view in the trail. */
export function readAsked(text: string): Asked {
  const typed = text.normalize('NFKC').trim()
  const close = typed.replace(/\s+/g, '')
  const digits = close.replace(/-/g, '').toUpperCase()
  const isNumber = /^\d{3,}[\dX]$/.test(digits)
  const latin = close.toLowerCase()
  return {
    name: /^[\p{Script=Han}·]+$/u.test(close) || (/\p{L}/u.test(close) && !/\d/.test(close) && !HAN.test(close)) ? typed : '',
    pinyin: /^[a-z]{2,}$/.test(latin) ? latin : '',
    tail: isNumber && digits.length <= 6 ? digits.slice(-4) : '',
    longTail: isNumber && digits.length > 4 && digits.length <= 6 ? digits : '',
    whole: /^[\dA-Z]{5,}$/.test(digits) ? digits : '',
    ...readAddress(typed),
    plate: /^[\p{Script=Han}]?[A-Z0-9]{4,8}[\p{Script=Han}]?$/u.test(normalPlate(typed)) && /\d/.test(typed) ? normalPlate(typed) : '',
  }
}

/** 锦绣 3-2-501, 锦绣小区3幢2单元501, jinxiu 501, 3-2-501; a place alone has all its doors. */
export function readAddress(text: string): { place: string; doors: AskedDoor[] } {
  const found = /^(?<place>[a-z]{2,}\s+|[\p{Script=Han}]*?\s*)(?<door>[\dA-Z甲乙丙丁][\d\p{L}#-]*(?:\s+[\d\p{L}#-]+)*)$/iu.exec(text.trim())
  const place = (found?.groups?.['place'] ?? '').trim()
  const rest = found?.groups?.['door'] ?? ''
  if (rest === '' || !/\d/.test(rest)) return { place: '', doors: [] }
  const named = /^(?:(.+?)(?:号楼|[幢栋楼座#]))?(?:(.+?)单元)?(.*)$/u.exec(rest.replace(/\s+/g, '-').replace(/(号楼|[幢栋楼座#]|单元)-/gu, '$1'))
  const [, building, unit, room = ''] = named ?? []
  const numbers = room.split('-').filter(Boolean)
  if (building !== undefined || unit !== undefined) return { place, doors: [doorOf(building ?? '', unit, numbers.at(-1) ?? '')] }
  const [first = '', second, ...more] = numbers
  if (second === undefined) return { place, doors: place === '' ? [] : [{ starts: '', ends: `-${roomKey(first)}` }, { starts: addressKey({ building: first, unit: '', room: '' }).replace(/-+$/, '-'), ends: '' }] }
  if (more.length > 0) return { place, doors: [doorOf(first, second, more.join('-'))] }
  return { place, doors: [doorOf(first, undefined, second), doorOf(first, second, '')] }
}

const roomKey = (room: string): string => addressKey({ building: '', unit: '', room }).slice(2)

/** Without a unit it may be any of the building; a room is looked for from its start where all before it is known. */
function doorOf(building: string, unit: string | undefined, room: string): AskedDoor {
  if (building !== '' && unit !== undefined) return { starts: addressKey({ building, unit, room }), ends: '' }
  if (building !== '') return { starts: addressKey({ building, unit: '', room: '' }).replace(/-+$/, '-'), ends: room === '' ? '' : `-${roomKey(room)}` }
  return { starts: '', ends: addressKey({ building: '', unit: unit ?? '', room }) }
}

/** A part of a shown text that explains a hit. */
export interface Part { from: number; length: number }

/** How many characters of a name the typed letters reach over, by the sound of each. */
export function reachOf(sounds: readonly string[], letters: number): number {
  let left = letters
  let reach = 0
  while (left > 0 && reach < sounds.length) left -= sounds[reach++]?.length ?? 0
  return reach
}

/** Where in what is shown (the name, or the masked number) the match lies. */
export function partOf(matched: string, shown: { name: string; sounds: readonly string[]; documentMasked: string | null; phoneMasked: string | null }, asked: Asked): Part {
  const tailOf = (masked: string | null): Part => ({ from: Math.max(0, (masked?.length ?? 0) - 4), length: 4 })
  if (matched === 'documentTail') return tailOf(shown.documentMasked)
  if (matched === 'phoneTail') return tailOf(shown.phoneMasked)
  if (matched === 'initials') return { from: 0, length: asked.pinyin.length }
  if (matched === 'pinyin') return { from: 0, length: reachOf(shown.sounds, asked.pinyin.length) }
  if (matched === 'name' || matched === 'part') return { from: Math.max(0, shown.name.indexOf(asked.name)), length: asked.name.length }
  return { from: 0, length: (matched === 'document' ? shown.documentMasked : shown.phoneMasked)?.length ?? 0 }
}
