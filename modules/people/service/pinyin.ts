import { pinyin } from 'pinyin-pro'

const given = new Map<string, string>()
const surnames = new Map<string, string>()

/** One character at a time, remembered: a roster of 36,000 names uses some hundred different ones. */
const sound = (cache: Map<string, string>, text: string, mode: 'surname' | 'normal'): string => {
  const known = cache.get(text)
  if (known !== undefined) return known
  const letters = pinyin(text, { toneType: 'none', type: 'array', mode, v: true }).join('').toLowerCase().replace(/[^a-z]/g, '')
  cache.set(text, letters)
  return letters
}

/** The sound of each character; the first is read as a surname (单 shan, 曾 zeng). */
export const soundsOf = (name: string): string[] =>
  [...name].map((c, i) => (/\p{Script=Han}/u.test(c) ? sound(i === 0 ? surnames : given, c, i === 0 ? 'surname' : 'normal') : c.toLowerCase().replace(/[^a-z]/g, '')))

/** Full pinyin and initials of a name. */
export function pinyinOf(name: string): { namePinyin: string; nameInitials: string } {
  const sounds = soundsOf(name)
  return { namePinyin: sounds.join(''), nameInitials: sounds.map((s) => s[0] ?? '').join('') }
}
