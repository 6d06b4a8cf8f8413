import { ageOn, clockOf, dayOf, type Day, type Instant } from '../../../kernel/dates.ts'
import type { CareGroup } from '../../people/contract.ts'
import { nationWord, wordOf } from '../../roster/rules/codes.ts'
import type { Column, FormKind, Way } from '../contract.ts'
import { elementOf, type PersonElement } from './elements.ts'

/** What the house knows of somebody, as far as a form asks. */
export interface PersonFacts {
  id: string; name: string; sex: string; birthOn: Day | null; documentKind: string; documentNo: string | null; documentMasked: string | null; phone: string | null; phoneMasked: string | null
  nation: string | null; nationality: string; relation: string | null; residency: string; careGroups: readonly string[]; registeredAddress: string | null; workplace: string | null; note: string | null
  /** 确认没有: telephone or document somebody has been asked for and has not. */
  confirmed: readonly string[]
  places: Readonly<Record<'subdistrict' | 'community' | 'compound' | 'grid', string>>
  building: string | null; unit: string | null; room: string | null; door: string | null
  householder: string | null; householdSize: number | null; plates: string | null
  /** 正在管控 */
  measure: string | null; startsOn: Day | null; endsOn: Day | null; anchorOn: Day | null; origin: string | null; arrivedOn: Day | null
  temperature: number | null; takenAt: Instant | null
  gridWorker: { name: string; phone: string | null } | null
}
/** The form itself: the day it is of, who fills it, and whether numbers go in clear. */
export interface Sheet { today: Day; filledBy: string; clear: boolean }

export function dayText(day: Day | null, way: Way | null): string {
  if (day === null) return ''
  const [year = '', month = '', date = ''] = day.split('-')
  if (way === 'han') return `${year}年${Number(month)}月${Number(date)}日`
  if (way === 'dots') return `${year}.${Number(month)}.${Number(date)}`
  return way === 'month' ? `${year}.${Number(month)}` : day
}
export const yesNoText = (is: boolean, way: Way | null): string => (is ? (way === 'tick' ? '√' : '是') : way === 'yesNo' ? '否' : '')

const ages = (from: number) => (p: PersonFacts, s: Sheet, way: Way | null): string => { const age = ageOn(p.birthOn, s.today); return age === undefined ? '' : yesNoText(age >= from, way) }
const care = (group: CareGroup) => (p: PersonFacts, _s: Sheet, way: Way | null): string => yesNoText(p.careGroups.includes(group), way)
const daysSince = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** An empty answer is one the house does not have; none is made up. */
const of: Readonly<Record<Exclude<PersonElement, 'number'>, (p: PersonFacts, s: Sheet, way: Way | null) => string | number>> = {
  filledOn: (_p, s, way) => dayText(s.today, way),
  filledBy: (_p, s) => s.filledBy,
  subdistrict: (p) => p.places.subdistrict, community: (p) => p.places.community, compound: (p) => p.places.compound, grid: (p) => p.places.grid,
  building: (p) => p.building ?? '', unit: (p) => p.unit ?? '', room: (p) => p.room ?? '',
  address: (p, _s, way) => (p.door === null || p.door === '' ? '' : `${way === 'full' ? p.places.community : ''}${p.places.compound}${p.door}`),
  name: (p) => p.name,
  documentKind: (p) => (p.documentMasked === null && !p.confirmed.includes('document') ? '' : wordOf('documentKind', p.documentKind)),
  documentNo: (p, s) => (s.clear ? (p.documentNo ?? '') : (p.documentMasked ?? '')),
  sex: (p) => (p.sex === '1' || p.sex === '2' ? wordOf('sex', p.sex) : ''),
  age: (p, s) => ageOn(p.birthOn, s.today) ?? '',
  birthOn: (p, _s, way) => dayText(p.birthOn, way),
  nation: (p) => nationWord(p.nation),
  nationality: (p) => (p.nationality === 'CHN' ? '中国' : p.nationality),
  phone: (p, s) => (s.clear ? (p.phone ?? '') : (p.phoneMasked ?? '')),
  relation: (p) => wordOf('relation', p.relation),
  residency: (p) => wordOf('residency', p.residency),
  registeredAddress: (p) => p.registeredAddress ?? '', workplace: (p) => p.workplace ?? '', note: (p) => p.note ?? '',
  householder: (p) => p.householder ?? '', householdSize: (p) => p.householdSize ?? '', plates: (p) => p.plates ?? '',
  careGroups: (p) => p.careGroups.map((group) => wordOf('careGroups', group)).join('、'),
  livingAlone: care('livingAlone'), emptyNest: care('emptyNest'), disabled: care('disabled'), incapacitated: care('incapacitated'), pregnant: care('pregnant'), chronic: care('chronic'), unattendedChild: care('unattendedChild'),
  lowIncome: care('lowIncome'), destitute: care('destitute'), mentalDisorder: care('mentalDisorder'), stranded: care('stranded'),
  over60: ages(60), over80: ages(80),
  managed: (p, _s, way) => yesNoText(p.measure !== null, way),
  atHome: (p, _s, way) => yesNoText(p.measure === 'homeQuarantine', way),
  central: (p, _s, way) => yesNoText(p.measure === 'centralQuarantine', way),
  measure: (p) => (p.measure === null ? '' : (measureWords[p.measure] ?? '')),
  startsOn: (p, _s, way) => dayText(p.startsOn, way), endsOn: (p, _s, way) => dayText(p.endsOn, way),
  dayOfControl: (p, s) => (p.anchorOn === null ? '' : daysSince(p.anchorOn, s.today) + 1),
  origin: (p) => p.origin ?? '', arrivedOn: (p, _s, way) => dayText(p.arrivedOn, way),
  temperature: (p) => (p.temperature === null ? '' : p.temperature.toFixed(1)),
  measuredAt: (p) => (p.takenAt === null ? '' : `${dayOf(p.takenAt)} ${clockOf(p.takenAt)}`),
  gridWorker: (p) => p.gridWorker?.name ?? '', gridWorkerPhone: (p) => p.gridWorker?.phone ?? '',
}
/** 管理方式 as departments call it. */
export const measureWords: Readonly<Record<string, string>> = { centralQuarantine: '集中隔离', homeQuarantine: '居家隔离', homeMonitoring: '居家健康监测', healthMonitoring: '健康监测', selfMonitoring: '自我监测' }

/** filled: the house knows it · missing: it ought to and does not · none: there is nothing to say of this person, or nothing is asked of the house. */
export interface Said { value: string | number; state: 'filled' | 'missing' | 'none' }
const NOTHING: Said = { value: '', state: 'none' }

/** What goes into one column of one person; the number in front comes from the line. */
export function saidOf(column: Pick<Column, 'source' | 'way' | 'text'>, facts: PersonFacts, sheet: Sheet): Said {
  const { source, way, text } = column
  if (source === 'text') return text === '' ? NOTHING : { value: text, state: 'filled' }
  const element = elementOf('people', source)
  if (source === null || !element || source === 'number') return NOTHING
  const value = of[source as Exclude<PersonElement, 'number'>](facts, sheet, way)
  if (value !== '') return { value, state: 'filled' }
  const notThere = (source === 'phone' && facts.confirmed.includes('phone')) || (source === 'documentNo' && facts.confirmed.includes('document'))
  const nothingToSay = element.optional === true || notThere || (element.managedOnly === true && facts.measure === null) || (element.ways?.includes('yesNo') === true && !(source.startsWith('over') && facts.birthOn === null))
  return nothingToSay ? NOTHING : { value: '', state: 'missing' }
}

export const asksForNumbers = (kind: FormKind, columns: readonly Pick<Column, 'source'>[]): boolean => columns.some((column) => elementOf(kind, column.source)?.sensitive === true)
export const needsOf = (columns: readonly Pick<Column, 'source'>[]): ReadonlySet<string> => new Set(columns.flatMap((column) => elementOf('people', column.source)?.needs ?? []))
