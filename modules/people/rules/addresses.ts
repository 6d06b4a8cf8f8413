/** A door below its area. All strings: `3`, `B1`, `甲`, `1501-2` are doors; a house of one's own may have none. */
export interface Door { building: string; unit: string; room: string }

const HAN_DIGITS = '零一二三四五六七八九'
const digit = (c: string | undefined): number => (c === undefined ? -1 : HAN_DIGITS.indexOf(c))

/** 十二 is 12, 二十三 is 23, 一〇五 and 三零一 are read digit by digit. */
function fromHan(text: string): string {
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text)
  if (tens) return String((tens[1] ? digit(tens[1]) : 1) * 10 + (tens[2] ? digit(tens[2]) : 0))
  return text.replace(/./gu, (c) => (digit(c) < 0 ? c : String(digit(c))))
}

const plain = (text: string): string =>
  // Most parts are bare numbers; a roster asks for a million keys.
  /^[\dA-Z]*$/.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '').replaceAll('〇', '零').replace(/[零一二三四五六七八九十]+/g, fromHan)
    .replace(/(#|幢|栋|楼|座|单元|室|号|房)+$/u, '').toUpperCase()

/** The same door is the same key, however it was written: 3幢2单元501, 3号楼二单元501室, 3-2-501. */
export const addressKey = ({ building, unit, room }: Door): string => [building, unit, room].map(plain).join('-')

/** As people write it; empty for a house that has no number. */
export function doorText({ building, unit, room }: Door): string {
  const named = (text: string, suffix: string) => (text === '' ? '' : /[幢栋楼座单元室号房]$/u.test(text) ? text : `${text}${suffix}`)
  return `${named(building, '幢')}${named(unit, '单元')}${room}`
}
