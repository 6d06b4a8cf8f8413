import type { Day } from '../../../kernel/dates.ts'
import { longDay } from '../../documents/rules.ts'
import { placeholders, type TextPlaceholder } from '../data.ts'

/** What the register says of somebody, and the office. */
export interface TextFacts {
  name: string; sex: string; birthOn: Day | null; documentWord: string; documentMasked: string | null; address: string; registeredAddress: string | null
  officeName: string; fullName: string; today: Day; purpose: string; note: string
}

const valuesOf = (f: TextFacts): Record<TextPlaceholder, string> => ({
  姓名: f.name, 性别: f.sex === '1' ? '男' : f.sex === '2' ? '女' : '', 出生日期: f.birthOn ? longDay(f.birthOn) : '', 证件类型: f.documentWord, 证件号码: f.documentMasked ?? '', 住址: f.address, 户籍地: f.registeredAddress ?? '',
  社区名称: f.officeName, 单位全称: f.fullName, 用途: f.purpose, 说明: f.note, 日期: longDay(f.today),
})

const named = (template: string): string[] => [...new Set([...template.matchAll(/\{([^{}]*)\}/g)].map((match) => (match[1] ?? '').trim()))]
const isKnown = (name: string): name is TextPlaceholder => (placeholders as readonly string[]).includes(name)

export const unknownPlaceholders = (template: string): string[] => named(template).filter((name) => !isKnown(name))
export const asksFor = (template: string, name: TextPlaceholder): boolean => named(template).includes(name)

/** 正文: the text with what is known; `lacking` names what is neither in the register nor typed. */
export function writeText(template: string, facts: TextFacts): { text: string; lacking: string[] } {
  const values = valuesOf(facts)
  const lacking = named(template).filter((name) => isKnown(name) && values[name] === '')
  return { text: template.replace(/\{([^{}]*)\}/g, (whole, name: string) => { const key = name.trim(); return isKnown(key) ? values[key] || '____' : whole }), lacking }
}

/** On paper the number stands in clear; on the screen and in the rows it is masked. */
export const inClear = (body: string, masked: string | null, clear: string | null): string => (masked && clear ? body.replaceAll(masked, clear) : body)

/** Typed at the desk; all else is in the register. */
export const byHand = (name: string): boolean => name === '用途' || name === '说明'
