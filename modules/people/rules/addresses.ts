/** A door below its area. All strings: `3`, `B1`, `甲`, `1501-2` are doors; a house of one's own may have none. */
export interface Door { building: string; unit: string; room: string }

const HAN_DIGITS = '零一二三四五六七八九'
const plain = (text: string): string =>
  // Most parts are bare numbers; a roster asks for a million keys.
  /^[\dA-Z]*$/.test(text) ? text : text.normalize('NFKC').trim().replace(/\s+/g, '').replace(/[零一二三四五六七八九]/g, (c) => String(HAN_DIGITS.indexOf(c)))
    .replace(/(幢|栋|楼|座|单元|室|号|房)$/u, '').toUpperCase()

/** The same door is the same key, however it was written: 3幢2单元501, 3-2-501. */
export const addressKey = ({ building, unit, room }: Door): string => [building, unit, room].map(plain).join('-')

/** As people write it. */
export function doorText({ building, unit, room }: Door): string {
  const named = (text: string, suffix: string) => (text === '' ? '' : /[幢栋楼座单元室号房]$/u.test(text) ? text : `${text}${suffix}`)
  return `${named(building, '幢')}${named(unit, '单元')}${room}` || '—'
}
