import { fieldHeadings, headingSynonyms } from '../../roster/rules/fields.ts'
import { headingBook } from '../../sheets/rules.ts'
import { pointKinds, type ListColumn, type ListFault, type PointKind } from '../contract.ts'
import { pointKindTerms } from '../data.ts'

export const listHeadings: Record<ListColumn, string> = { name: '点位名称', kind: '类别', place: '小区/居民小组', building: '幢', squareMetres: '面积(㎡)', timesADay: '每天次数' }
export const pointListBook = headingBook<ListColumn>({
  name: ['点位名称', '点位', '名称', '消毒点位', '消毒区域', '区域', '部位', '位置'], kind: ['类别', '点位类别', '类型', '点位类型'], place: [fieldHeadings.compound, ...headingSynonyms.compound, '小区/居民小组'],
  building: ['幢', '楼栋', '栋', '楼号', '幢号'], squareMetres: ['面积(㎡)', '面积', '消毒面积', '平方米', '面积平方米'], timesADay: ['每天次数', '次数', '频次', '每日次数', '每日消毒次数'],
}, ['序号', '编号', '备注', '行号', '原因'])

export interface ListRow { rowNo: number; name: string; kind: PointKind; place: string; building: string; squareMetres: number; timesADay: number }
export interface LeftOut { rowNo: number; name: string; fault: ListFault }

/** What a property calls its points, the more particular first. */
const KINDS: readonly (readonly [PointKind, RegExp])[] = [
  ['lift', /电梯|轿厢/], ['toilet', /厕|卫生间|洗手间/], ['waste', /垃圾|废物|桶/], ['playground', /健身|游乐|儿童|滑梯|器材/], ['venue', /超市|市场|商铺|药店|场所|餐/], ['office', /办公|值班室|服务中心|物业用房|会议/], ['gate', /大门|卡点|出入口|岗亭|门岗/], ['stairwell', /楼道|单元|楼梯|扶手|门厅|大厅/],
]
export const kindOf = (said: string, names: Readonly<Record<PointKind, string>>): PointKind | undefined => pointKinds.find((kind) => names[kind] === said.trim()) ?? KINDS.find(([, pattern]) => pattern.test(said))?.[0]

const wholeIn = (cell: string): number | undefined => { const digits = cell.normalize('NFKC').replace(/[\s,]|m2|㎡|平方米|平米|平|次/gi, ''); return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined }

/** One row as it stands, or the first thing that keeps it from being read. */
export function readPointRow(rowNo: number, cell: (column: ListColumn) => string, names: Readonly<Record<PointKind, string>>): ListRow | LeftOut {
  const name = cell('name').trim()
  const kind = kindOf(cell('kind') || name, names)
  const squareMetres = wholeIn(cell('squareMetres'))
  const timesADay = cell('timesADay') === '' ? kind && pointKindTerms[kind].timesADay : wholeIn(cell('timesADay'))
  const fault = (): ListFault | undefined => {
    if (name === '') return 'nameMissing'
    if (name.length > 40 || cell('building').length > 20) return 'tooLong'
    if (!kind) return 'kindUnknown'
    if (!squareMetres) return 'areaWrong'
    return !timesADay || timesADay > 4 ? 'timesWrong' : undefined
  }
  const found = fault()
  return found || !kind || !squareMetres || !timesADay ? { rowNo, name: name.slice(0, 40), fault: found ?? 'kindUnknown' } : { rowNo, name, kind, place: cell('place').trim(), building: buildingOf(cell('building')), squareMetres, timesADay }
}

/** 3 and 3幢 are one building. */
export const buildingOf = (said: string): string => { const text = said.trim(); return /^\d+$/.test(text) ? `${text}幢` : text }
