import type { ExitKind } from '../../policies/contract.ts'
import { checkDocument, nameKey, normalDocument, normalName, normalPhone } from '../../people/rules.ts'
import { readDegrees } from '../../quarantine/rules/degrees.ts'
import { fieldHeadings, headingSynonyms } from '../../roster/rules/fields.ts'
import { headingBook } from '../../sheets/rules.ts'
import { readDivision, type Division } from '../../territory/divisions.ts'
import type { ListColumn, ListFault } from '../contract.ts'

export const listHeadings: Record<ListColumn, string> = {
  name: '姓名', documentNo: '身份证号', phone: '手机号', destination: '去哪里', employer: '用工单位', temperature: '体温', emergencyName: '紧急联系人', emergencyPhone: '紧急联系电话',
}
const person = (field: 'name' | 'documentNo' | 'phone') => [fieldHeadings[field], ...headingSynonyms[field]]
/** Employers and groups have lists of their own; who somebody is is called as in a roster. */
export const exitListBook = headingBook<ListColumn>({
  name: person('name'), documentNo: person('documentNo'), phone: person('phone'),
  destination: ['去哪里', '去向', '去处', '目的地', '外出地点', '务工地', '务工地点', '务工去向', '务工地址', '输入地'],
  employer: ['用工单位', '务工单位', '用人单位', '用工企业', '务工企业', '企业名称', '单位名称', '工作单位', '单位', '公司', '工厂'],
  temperature: ['体温', '体温(℃)', '测温', '当日体温', '出发体温'],
  emergencyName: ['紧急联系人', '紧急联系人姓名', '家属姓名', '家属'],
  emergencyPhone: ['紧急联系电话', '紧急联系人电话', '家属电话', '家属联系电话'],
}, ['序号', '编号', '年龄', '性别', '备注', '行号', '原因'])

export interface ListRow { rowNo: number; name: string; documentNo: string | null; phone: string | null; destination: string; employer: string; temperature: number | undefined; emergencyName: string; emergencyPhone: string }
export interface LeftOut { rowNo: number; name: string; fault: ListFault }

const LONGEST: Partial<Record<ListColumn, number>> = { name: 60, destination: 80, employer: 60, emergencyName: 40, emergencyPhone: 20 }

/** One row as it stands, or the first thing that keeps it from being read. */
export function readListRow(rowNo: number, cell: (column: ListColumn) => string): ListRow | LeftOut {
  const name = normalName(cell('name'))
  const [documentNo, phone] = [normalDocument(cell('documentNo')), normalPhone(cell('phone'))]
  const temperature = readDegrees(cell('temperature'))
  const fault: ListFault | undefined = name === '' ? 'nameMissing'
    : documentNo === '' && phone === '' ? 'numberMissing'
      : looksResident(documentNo) && checkDocument('residentId', documentNo).fault !== undefined ? 'documentWrong'
        : cell('temperature') !== '' && temperature === undefined ? 'temperatureWrong'
          : Object.entries(LONGEST).some(([column, most]) => cell(column as ListColumn).length > most) ? 'tooLong' : undefined
  if (fault !== undefined) return { rowNo, name: name.slice(0, 60), fault }
  return { rowNo, name, documentNo: documentNo || null, phone: phone || null, destination: cell('destination'), employer: cell('employer'), temperature, emergencyName: cell('emergencyName'), emergencyPhone: cell('emergencyPhone') }
}

export interface Destination { destinationName: string; destinationCode?: string }
/** 去哪里 of a row: its own cell, where it is empty that of the whole list. Whoever goes by group transport has to be going to one place that exists. */
export function destinationOf(row: Pick<ListRow, 'destination'>, ofAll: Destination | undefined, kind: ExitKind, all: readonly Division[]): Destination | ListFault {
  if (row.destination === '') return ofAll ?? 'destinationMissing'
  const division = readDivision(all, row.destination)
  if (typeof division === 'object') return { destinationName: row.destination, destinationCode: division.code.padEnd(6, '0') }
  return kind === 'migrantWork' ? 'destinationUnclear' : { destinationName: row.destination }
}

const looksResident = (documentNo: string): boolean => /^\d{14,17}[\dX]$/.test(documentNo)

interface Known { id: string; name: string; documentIndex: string | null; phoneIndex: string | null }
/**
 * Who a row is about: by the document number, whose owner must have that name, or else by telephone and name, where the register has no number of that
 * person; many share a telephone.
 */
export function personOf(row: Pick<ListRow, 'name'>, by: { documentIndex: string | null; phoneIndex: string | null }, people: readonly Known[]): { id: string } | ListFault {
  const called = (one: Known) => nameKey(one.name) === nameKey(row.name)
  const numbered = by.documentIndex === null ? [] : people.filter((one) => one.documentIndex === by.documentIndex)
  const found = numbered.length > 0 ? numbered.filter(called) : by.phoneIndex === null ? [] : people.filter((one) => one.phoneIndex === by.phoneIndex && called(one) && (by.documentIndex === null || one.documentIndex === null))
  const [only, another] = found
  if (!only) return numbered.length > 0 ? 'otherName' : 'notFound'
  return another ? 'severalPeople' : { id: only.id }
}
