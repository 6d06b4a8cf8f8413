import { isPhone, normalName, normalPhone } from '../../people/rules.ts'
import { fieldHeadings, headingSynonyms } from '../../roster/rules/fields.ts'
import { headingBook } from '../../sheets/rules.ts'
import type { Trade } from '../../policies/contract.ts'
import type { BusinessKind, IdleReason, ListColumn, ListFault } from '../contract.ts'
import { isCreditCode, kindOfCode, normalCode } from './codes.ts'
import { reasonOf, tradeOf } from './trades.ts'

export const listHeadings: Record<ListColumn, string> = {
  name: '名称', kind: '企业或个体', creditCode: '统一社会信用代码', trade: '行业', place: '小区/居民小组', address: '经营地址', contactName: '负责人', phone: '联系电话', staff: '员工总数', toReturn: '拟返岗人数', fromHighRisk: '高风险地区返岗人数', resumed: '是否复工', reason: '未复工原因',
}
const place = [fieldHeadings.compound, ...headingSynonyms.compound]
/** The market authority, the subdistrict and the trade's own association have lists of their own. */
export const businessListBook = headingBook<ListColumn>({
  name: ['名称', '企业名称', '单位名称', '商户名称', '市场主体名称', '个体工商户名称', '店铺名称', '店名', '字号', '字号名称', '企业(商户)名称', '企业'],
  kind: ['企业或个体', '主体类型', '市场主体类型', '类型', '类别', '企业类型', '性质'], creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '营业执照号', '执照号', '注册号'],
  trade: ['行业', '行业类别', '所属行业', '经营范围', '经营项目', '业态', '行业类型'], place: [...place, '所属区域', '位置'], address: ['经营地址', '地址', '经营场所', '店铺地址', '住所', '详细地址', '门牌', '注册地址'],
  contactName: ['负责人', '法人', '法定代表人', '经营者', '经营者姓名', '负责人姓名', '联系人', '法人代表', '老板'], phone: ['联系电话', ...headingSynonyms.phone, '负责人电话', '法人电话'],
  staff: ['员工总数', '员工人数', '从业人数', '从业人员', '人数', '员工数', '职工人数'], toReturn: ['拟返岗人数', '拟返岗', '返岗人数', '返岗', '复工人数', '到岗人数'], fromHighRisk: ['高风险地区返岗人数', '高风险地区', '湖北返岗', '湖北返岗人数', '高风险地区人数', '疫区返岗人数'],
  resumed: ['是否复工', '复工情况', '是否复工复产', '复工状态', '是否营业', '营业状态', '复工复产情况'], reason: ['未复工原因', '没有复工原因', '未复工复产原因', '原因说明'],
}, ['序号', '编号', '备注', '行号', '原因', '网格'])

/** One row as the file has it; the place is still a name. */
export interface ListRow {
  rowNo: number; kind: BusinessKind; name: string; creditCode: string | null; trade: Trade; place: string; address: string; contactName: string | null; phone: string | null
  staff: number | null; toReturn: number | null; fromHighRisk: number | null; resumed: boolean; reason: IdleReason | null; reasonNote: string | null
}
export interface LeftOut { rowNo: number; name: string; fault: ListFault }

const LONGEST: Partial<Record<ListColumn, number>> = { name: 80, creditCode: 30, address: 120, contactName: 40, phone: 20, reason: 300, place: 60 }
const YES = /^(是|已复工|已复产|已复工复产|复工|已营业|营业中?|正常|√|✓|1|y|yes)$/i
const NO = /^(否|未复工|未复产|没有|未营业|停业|不|×|✗|0|n|no)?$/i

/** Persons, with or without 人; undefined where it is no number. */
function personsIn(cell: string): number | null | undefined {
  if (cell === '') return null
  const digits = cell.normalize('NFKC').replace(/[\s,人]/g, '')
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined
}

function kindIn(cell: string, code: string): BusinessKind | undefined {
  if (/个体|商户|个人/.test(cell)) return 'soleTrader'
  return /企业|公司|厂|法人|合作社/.test(cell) ? 'enterprise' : kindOfCode(code)
}

/** One row as it stands, or the first thing that keeps it from being read. */
export function readListRow(rowNo: number, cell: (column: ListColumn) => string): ListRow | LeftOut {
  const name = normalName(cell('name'))
  const [code, phone, resumed] = [normalCode(cell('creditCode')), normalPhone(cell('phone')), cell('resumed').replace(/\s/g, '')]
  const kind = kindIn(cell('kind'), code)
  const [staff, toReturn, fromHighRisk] = [personsIn(cell('staff')), personsIn(cell('toReturn')), personsIn(cell('fromHighRisk'))]
  const fault = (): ListFault | undefined => {
    if (name.length < 2) return 'nameMissing'
    if (Object.entries(LONGEST).some(([column, most]) => cell(column as ListColumn).length > most)) return 'tooLong'
    if (code !== '' && !isCreditCode(code)) return 'codeWrong'
    if (!kind) return 'kindMissing'
    if (kind === 'enterprise' && code === '') return 'codeMissing'
    if (phone !== '' && !isPhone(phone)) return 'phoneWrong'
    if (staff === undefined || toReturn === undefined || fromHighRisk === undefined || tooMany({ staff, toReturn, fromHighRisk })) return 'numberWrong'
    return YES.test(resumed) || NO.test(resumed) ? undefined : 'resumedWrong'
  }
  const found = fault()
  if (found || !kind) return { rowNo, name: name.slice(0, 80), fault: found ?? 'kindMissing' }
  const has = YES.test(resumed) && resumed !== ''
  return {
    rowNo, kind, name, creditCode: code || null, trade: tradeOf(cell('trade'), name), place: cell('place'), address: cell('address'), contactName: cell('contactName') || null, phone: phone || null,
    staff: staff ?? null, toReturn: toReturn ?? null, fromHighRisk: fromHighRisk ?? null, resumed: has, ...(has ? { reason: null, reasonNote: null } : reasonOf(cell('reason'))),
  }
}

/** More come back than there are, or more of them from high-risk areas than come back. */
export const tooMany = (n: { staff: number | null; toReturn: number | null; fromHighRisk: number | null }): boolean =>
  (n.staff !== null && n.toReturn !== null && n.toReturn > n.staff) || (n.fromHighRisk !== null && n.fromHighRisk > (n.toReturn ?? n.staff ?? n.fromHighRisk))

/** A name as it is compared: 阿香烧烤店 and 阿香 烧烤店(锦绣店) are two, 阿香烧烤店 and 阿香 烧烤店 one. */
export const businessKey = (name: string): string => name.normalize('NFKC').replace(/[\s·・.,、()\-"“”]/g, '').toLowerCase()

export interface Known { creditCode: string | null; nameKey: string; areaId: string; address: string }
/** By the code where both have one, else by name, place and address. */
export const isSame = (a: Known, b: Known): boolean =>
  (a.creditCode !== null && b.creditCode !== null ? a.creditCode === b.creditCode : a.nameKey === b.nameKey && a.areaId === b.areaId && businessKey(a.address) === businessKey(b.address))
