import { readDay } from '../../roster/rules/days.ts'
import { nameLikeness, placeKey } from '../../roster/rules/places.ts'
import { headingBook } from '../../sheets/rules.ts'
import type { Level } from '../../territory/contract.ts'
import type { ListRow } from '../contract/list.ts'
import { dutyRoles, type DutyRole } from '../contract/views.ts'
import { answererAt, phoneFault, rolesAt } from '../rules.ts'

/** Columns of an office's own table (挂联名单), in the order of our template. */
export const listFields = ['community', 'compound', 'grid', 'building', 'area', 'duty', 'name', 'title', 'phone', 'office', 'former', 'startsOn'] as const
export type ListField = (typeof listFields)[number]
export const listHeadings: Record<ListField, string> = {
  community: '社区', compound: '小区/村组', grid: '网格', building: '楼栋', area: '责任区域', duty: '职责', name: '姓名', title: '职务', phone: '办公电话', office: '单位', former: '接替谁', startsOn: '起始日期',
}
const synonyms: Record<ListField, readonly string[]> = {
  community: ['社区名称', '所属社区', '村(社区)', '居委会'],
  compound: ['小区', '小区名称', '村组', '村小组', '居民小组', '小组', '院落'],
  grid: ['网格名称', '所属网格', '网格号', '网格编号', '网格区域'],
  building: ['楼栋号', '楼号', '楼幢', '幢号', '栋号', '单元楼', '包联楼栋'],
  area: ['网格/楼栋', '辖区', '范围', '负责范围', '责任网格', '包保区域', '包联范围', '负责区域', '挂联范围', '挂联区域'],
  duty: ['挂联职责', '岗位职责', '类别', '人员类别', '身份', '分工'],
  name: ['网格员姓名', '责任人', '负责人', '包保人', '挂联人', '人员姓名', '网格长', '楼栋长'],
  title: ['职位', '岗位', '职务职称', '现任职务'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '手机/办公电话', '座机', '值班电话'],
  office: ['工作单位', '所属单位', '部门'],
  former: ['接替', '原负责人', '原责任人', '前任', '原网格员', '替换谁'],
  startsOn: ['开始日期', '起始时间', '到岗日期', '任职时间', '上岗时间', '起'],
}
const names = Object.fromEntries(listFields.map((field) => [field, [listHeadings[field], ...synonyms[field]]])) as Record<ListField, string[]>
export const listBook = headingBook(names, ['序号', '编号', '行号', '原因', '备注'])

/** Beside the duty's own name, what offices write for it. */
const dutyWords: Record<DutyRole, readonly string[]> = {
  leader: ['挂联领导', '市级领导', '包保领导'], subdistrictCoordinator: ['协调', '街道包片'], communitySupervisor: ['督促', '社区包片'], compoundKeeper: ['包干', '小区包干', '村组包干', '小区长', '组长', '村民小组长'],
  gridWorker: ['专职网格员', '兼职网格员', '网格长'], buildingHead: ['楼长', '楼组长', '楼门长', '单元长', '楼栋管理员'], doctorTeam: ['社区医生', '家庭医生', '卫生院医生'], cadreTeam: ['下沉干部', '驻社区干部', '包保干部'], propertyTeam: ['物业人员', '物业公司'],
}
/** 职责 by its name on our pages or by what offices say. */
export const dutyByWord = (words: Record<DutyRole, string>) => (word: string): DutyRole | undefined =>
  dutyRoles.find((role) => words[role] === word || dutyWords[role].includes(word))

export interface ListPlace { id: string; areaPath: string; level: Level; name: string; fullName: string }
export interface ListIssue { rowNo: number; heading: string; cell: string; code: string; params: Record<string, string | number> }

const placeFields = ['community', 'compound', 'grid', 'building'] as const
const levelsOf: Record<(typeof placeFields)[number], readonly Level[]> = { community: ['community'], compound: ['compound', 'villageGroup'], grid: ['grid'], building: ['building', 'unit'] }

/** The area a row is about: the lowest one named, inside the others. */
function placeOf(cell: (field: ListField) => string, places: readonly ListPlace[]): ListPlace | { field: ListField; code: 'placeMissing' | 'placeUnknown' | 'placeUnknownNearest' | 'placeTwice'; nearest: string } {
  const named = placeFields.filter((field) => cell(field) !== '')
  const within = (path: string, fields: readonly (typeof placeFields)[number][]) => fields.every((field) =>
    places.some((place) => levelsOf[field].includes(place.level) && placeKey(place.name) === placeKey(cell(field)) && path.startsWith(place.areaPath)))
  const field = cell('area') !== '' ? 'area' : named.at(-1)
  if (field === undefined) return { field: 'area', code: 'placeMissing', nearest: '' }
  const text = cell(field).replace(/\s+/g, '')
  const upper = field === 'area' ? named : named.slice(0, -1)
  const open = field === 'area' ? places : places.filter(({ level }) => levelsOf[field].includes(level))
  const exact = open.filter((place) => (place.fullName === text || placeKey(place.name) === placeKey(text)) && within(place.areaPath, upper))
  const hits = exact.length > 0 || field !== 'area' ? exact : open.filter((place) => place.fullName.endsWith(text) && within(place.areaPath, upper))
  const [only] = hits
  if (only && hits.length === 1) return only
  const like = open.filter((place) => within(place.areaPath, upper)).map((place) => ({ name: place.fullName, score: nameLikeness(placeKey(text), placeKey(place.name)) })).toSorted((a, b) => b.score - a.score)[0]
  return hits.length > 1 ? { field, code: 'placeTwice', nearest: hits.slice(0, 3).map(({ fullName }) => fullName).join('、') } : like && like.score >= 0.3 ? { field, code: 'placeUnknownNearest', nearest: like.name } : { field, code: 'placeUnknown', nearest: '' }
}

/** Reads one row; everything that is wrong with it at once, so that it is corrected once. */
export function readListRow(rowNo: number, cell: (field: ListField) => string, places: readonly ListPlace[], dutyCalled: (word: string) => DutyRole | undefined): ListRow | ListIssue[] {
  const issues: ListIssue[] = []
  const wrong = (field: ListField, code: string, params: Record<string, string | number> = {}) => issues.push({ rowNo, heading: listHeadings[field], cell: cell(field), code, params })
  const place = placeOf(cell, places)
  if ('code' in place) wrong(place.field, place.code, { nearest: place.nearest })
  if (cell('name') === '') wrong('name', 'nameMissing')
  else if (cell('name').length > 60) wrong('name', 'tooLong')
  // Where a table has no column for the duty, it often stands as the title; else it is the one that must be filled there.
  const said = dutyCalled(cell('duty')) ?? dutyCalled(cell('title'))
  const dutyRole = said ?? (cell('duty') === '' && !('code' in place) ? answererAt[place.level] : undefined)
  if (cell('duty') !== '' && said === undefined) wrong('duty', 'dutyUnknown')
  else if (!('code' in place) && dutyRole === undefined) wrong('duty', 'dutyMissing')
  else if (!('code' in place) && dutyRole !== undefined && !rolesAt(place.level).includes(dutyRole)) wrong('duty', 'roleNotHere', { area: place.fullName })
  const fault = phoneFault(cell('phone'))
  if (fault === 'phoneWrong') wrong('phone', 'phoneWrong')
  const startsOn = cell('startsOn') === '' ? null : readDay(cell('startsOn'))
  if (startsOn === undefined) wrong('startsOn', 'notADay')
  if (issues.length > 0 || 'code' in place || dutyRole === undefined) return issues
  const title = dutyCalled(cell('title')) === undefined ? cell('title').slice(0, 60) : ''
  return {
    rowNo, areaId: place.id, areaPath: place.areaPath, areaName: place.fullName, level: place.level, dutyRole, name: cell('name'), title, officePhone: fault === 'mobilePhone' ? '' : cell('phone'),
    office: cell('office').slice(0, 80), former: cell('former'), startsOn: startsOn ?? null, mobile: fault === 'mobilePhone',
  }
}
