import { isPhone } from '../../../people/rules.ts'
import { headingSynonyms as roster } from '../../../roster/rules/fields.ts'
import { headingBook, isInstructionRow } from '../../../sheets/rules.ts'
import type { PasteCells, PasteField, SheetPerson } from '../../contract.ts'
import { readDegrees } from '../degrees.ts'
import { keyOf } from './match.ts'
import { readSymptoms } from './symptoms.ts'

/** Form 4 has a column for the morning and one for the evening; each becomes a row of its own. */
const twice = ['morning', 'afternoon', 'evening'] as const
type Column = PasteField | (typeof twice)[number]
const wordFor: Record<(typeof twice)[number], string> = { morning: '早', afternoon: '下午', evening: '晚' }

/** What stands over the columns of our own empty sheet. */
export const pasteHeadings: Record<PasteField, string> = {
  name: '姓名', document: '证件后四位', phone: '电话', room: '住址', day: '日期', time: '时间', temperature: '体温', symptoms: '症状', visit: '上门', note: '备注',
}
const names: Record<Column, readonly string[]> = {
  name: ['姓名', '对象', '被测人', ...roster.name],
  document: ['证件后四位', '证件号码', '后四位', '后4位', '身份证后四位', '身份证后4位', '证件后4位', '证号后四位', '尾号', '身份证尾号', '证件号或后四位', ...roster.documentNo],
  phone: ['电话', '联系电话', '手机后四位', '手机尾号', ...roster.phone],
  room: ['住址', '房号', '隔离房间', '隔离地点', '隔离点房间', '位置', ...roster.room, ...roster.address],
  day: ['日期', '测量日期', '测温日期', '检测日期', '登记日期', '监测日期', 'date'],
  time: ['时间', '测量时间', '测温时间', '检测时间', '时段', '时间段', '早晚', '班次', '测量时段', 'time'],
  temperature: ['体温', '体温℃', '体温度', '温度', '今日体温', '测温', '体温值', '体温情况', '测温结果', '测量体温', 'temperature'],
  symptoms: ['症状', '有无症状', '健康状况', '身体状况', '身体情况', '异常症状', '不适症状', '是否有症状', '有无不适', '症状有无代码', 'symptoms'],
  visit: ['上门', '上门情况', '是否上门', '上门核查', '走访情况', '走访', '上门走访', 'visit'],
  note: ['备注', ...roster.note],
  morning: ['早体温', '早上体温', '上午体温', '晨起体温', '晨检体温', '体温早', '体温上午', '早', '上午', '早上', '晨检'],
  afternoon: ['下午体温', '午后体温', '午检体温', '体温下午', '下午', '午后', '午检'],
  evening: ['晚体温', '晚上体温', '晚检体温', '体温晚', '晚', '晚上', '晚检'],
}
const IGNORED = ['序号', '编号', '行号', '原因', '结果', '年龄', '性别', 'no', '测量人', '填报人', '签名', '第几天', '天数', '管控方式', '开始日', '到期']
const book = headingBook<Column>(names, IGNORED)
const HEADING_ROWS = 10

export interface PastedRow { line: number; cells: PasteCells; unused: Record<string, string> }
export interface Pasted {
  rows: PastedRow[]
  /** Columns nobody took for anything, with a sample; to be said and to be assigned. */
  unused: { key: string; heading: string; sample: string }[]
}

/** Rows of the grid from pasted cells: by their headings in any order, or without headings by what stands in the columns. */
export function toRows(table: readonly (readonly string[])[], people: readonly SheetPerson[]): Pasted {
  const head = book.findHeadingRow(table.slice(0, HEADING_ROWS))
  const headings = head === undefined ? [] : (table[head] ?? [])
  const width = Math.max(0, ...table.map((cells) => cells.length))
  const body = table.map((cells, i) => ({ line: i + 1, cells })).slice(head === undefined ? 0 : head + 1).filter(({ cells }) => !isInstructionRow(cells))
  const columns: (Column | 'ignored' | null)[] = head === undefined ? guess(body.map(({ cells }) => cells), width, people) : book.fieldsOf(headings)
  const unused = Array.from({ length: width }, (_, i) => i).filter((i) => (columns[i] ?? null) === null && body.some(({ cells }) => (cells[i] ?? '') !== ''))
    .map((i) => ({ key: `${headings[i] ?? ''}#${i}`, at: i, heading: headings[i] ?? '', sample: body.find(({ cells }) => (cells[i] ?? '') !== '')?.cells[i]?.slice(0, 20) ?? '' }))
  return {
    rows: body.flatMap(({ line, cells }) => linesOf(cells, columns).map((own) => ({ line, cells: own, unused: Object.fromEntries(unused.flatMap(({ key, at }) => (cells[at] ? [[key, cells[at]]] : []))) }))),
    unused: unused.map(({ at: _at, ...one }) => one),
  }
}

/** A line with readings of two parts of the day becomes two rows, each with its own. */
function linesOf(cells: readonly string[], columns: readonly (Column | 'ignored' | null)[]): PasteCells[] {
  const one: PasteCells = {}
  const parts: { word: string; degrees: string }[] = []
  columns.forEach((column, i) => {
    const cell = cells[i] ?? ''
    if (column === null || column === 'ignored' || cell === '') return
    if (column === 'morning' || column === 'afternoon' || column === 'evening') parts.push({ word: wordFor[column], degrees: cell })
    else one[column] = cell
  })
  if (parts.length === 0) return [one]
  const timed = parts.map(({ word, degrees }): PasteCells => ({ ...one, time: one.time ?? word, temperature: degrees }))
  // A reading beside them in a column of its own is one more.
  return one.temperature === undefined ? timed : [one, ...timed]
}

type Fits = (cell: string, row: readonly string[]) => boolean

/** Which column is which where no headings say so: each kind takes the first column most of whose cells can be one. */
function guess(rows: readonly (readonly string[])[], width: number, people: readonly SheetPerson[]): (Column | null)[] {
  const known = new Set(people.map(({ name }) => keyOf(name)))
  const tails = new Map<string, string[]>()
  for (const { name, documentMasked } of people) tails.set(keyOf(name), [...(tails.get(keyOf(name)) ?? []), documentMasked?.slice(-4) ?? ''])
  const isTail: Fits = (cell, row) => /^\d{1,4}x?$/i.test(cell) && row.some((other) => tails.get(keyOf(other))?.includes(cell.padStart(4, '0').toUpperCase()))
  const kinds: [Column, Fits][] = [
    ['document', (cell) => /^\d{17}[\dx]$|^\d{15}$/i.test(cell.normalize('NFKC').trim())],
    ['phone', (cell) => isPhone(cell) && cell.replace(/\D/g, '').length >= 11],
    ['name', (cell) => known.has(keyOf(cell))],
    ['temperature', (cell) => { const t = readDegrees(cell); return t !== undefined && t >= 34 && t <= 43 }],
    ['evening', (cell) => { const t = readDegrees(cell); return t !== undefined && t >= 34 && t <= 43 }],
    ['document', isTail],
    ['time', (cell) => /^(上午|下午|早|晚|早上|晚上)$|\d{1,2}[::点时]/.test(cell)],
    ['day', (cell) => /^(\d{4}\s*[-/.年])?\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$|^[今昨][天日]$/.test(cell)],
    ['visit', (cell) => readVisit(cell) !== undefined && /[上敲无门]/.test(cell)],
    ['symptoms', (cell) => { const read = readSymptoms(cell); return 'symptoms' in read || 'unnamed' in read }],
    ['room', (cell) => /\d/.test(cell) && (/\p{Script=Han}/u.test(cell) || /^[a-z]?\d{1,4}(-\d{1,4}){0,2}$/i.test(cell))],
    ['name', (cell) => /^[\p{Script=Han}·]{2,6}$/u.test(cell)],
  ]
  const columns: (Column | null)[] = Array.from({ length: width }, () => null)
  for (const [column, fits] of kinds) {
    if (columns.includes(column)) continue
    const at = columns.findIndex((taken, i) => taken === null && mostFit(rows, i, fits))
    if (at >= 0) columns[at] = column
  }
  return inParts(columns)
}

/** Two columns of readings without a heading are the morning's and the evening's, in this order. */
function inParts(columns: (Column | null)[]): (Column | null)[] {
  return columns.includes('evening') ? columns.map((column) => (column === 'temperature' ? 'morning' : column)) : columns
}

function mostFit(rows: readonly (readonly string[])[], at: number, fits: Fits): boolean {
  const filled = rows.filter((row) => (row[at] ?? '') !== '')
  return filled.length > 0 && filled.filter((row) => fits(row[at] ?? '', row)).length >= filled.length * 0.6
}

/** 已上门 / 敲门无人; undefined where the word says neither. */
export function readVisit(cell: string): 'made' | 'nobodyHome' | 'none' | undefined {
  const word = cell.normalize('NFKC').replace(/\s/g, '')
  if (word === '' || /^(否|没有|未上门|没上门|未|无|-|\/|电话)$/.test(word)) return 'none'
  if (/无人|没人|不在家|没开门|未开门|没应/.test(word)) return 'nobodyHome'
  return /^(已|是|有|√|✓|✔|1|上门|已上门|上门了|入户|已入户|见到|已见|去了|已去|made|yes)$/i.test(word) || /^已?(上门|入户)/.test(word) ? 'made' : undefined
}


