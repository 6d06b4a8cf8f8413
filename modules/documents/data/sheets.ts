import type { Placeholder } from '../contract.ts'
import { MANAGEMENT, OFFICE, p, PERSON } from './notices.ts'

const without = (names: readonly string[], all: readonly Placeholder[]) => all.filter((one) => !names.includes(one.name))
const exampleOf = (rows: readonly Placeholder[]) => Object.fromEntries(rows.map((row) => [row.name, typeof row.example === 'string' ? row.example : '']))

const day: readonly Placeholder[] = [
  p('第几天', 'D1…', 'D1…', 'D1'), p('日期', '月日', 'day', '2月19日', { required: true }),
  p('早体温', '第一个时段,℃', 'first window, ℃', '36.5'), p('早时间', '时分', 'time', '8:10'),
  p('晚体温', '最后一个时段,℃', 'last window, ℃', '36.6'), p('晚时间', '时分', 'time', '18:20'),
  p('症状', '有症状的写出', 'symptoms', '无'), p('核酸', '当天的结果', 'test of the day', ''), p('处置', '缺测说明、异常处置', 'what was done', ''), p('测量人', '本人、社区、医生', 'who measured', '本人'),
]
export const healthSheet: readonly Placeholder[] = [
  ...without(['证件类型', '工作单位'], PERSON), ...without(['条款', '原因'], MANAGEMENT), ...without(['签发人', '社区名称'], OFFICE), p('社区名称', '出具的社区', 'community', '样例社区'), p('制表人', '经办人', 'made by', '样例社工'),
  { name: '监测', about: { zh: '每天一行,D1 到期满日;未到的日子留空手填', en: 'one row a day; days to come stay empty for writing by hand' }, required: true, rows: day,
    example: [exampleOf(day), { ...exampleOf(day), 第几天: 'D2', 日期: '2月20日', 早体温: '36.7', 晚体温: '', 晚时间: '', 处置: '晚间缺测,已上门' }] },
]

/** Heads of a ledger. */
const LEDGER: readonly Placeholder[] = [
  p('填报单位', '街道和社区', 'reporting unit', '样例街道样例社区', { required: true }), p('截至', '数据时点', 'as of', '2020年2月26日15时41分', { required: true }),
  p('范围', '所选的日期', 'days chosen', '2020年2月12日至2月26日'), p('人数', '本表人数', 'persons in this ledger', '1'),
  p('填表人', '导出的人', 'made by', '样例社工'), p('联系电话单位', '办公电话', 'telephone of the office', '0876-1990000'),
]
const ledger = (rows: readonly Placeholder[]): readonly Placeholder[] => [...LEDGER, { name: '人员', about: { zh: '每人一行', en: 'one row a person' }, required: true, rows, example: [exampleOf(rows)] }]

const arrival: readonly Placeholder[] = [
  p('序号', '从1起', 'from 1', '1'), ...PERSON.filter((one) => one.name !== '工作单位'), p('户籍地', '登记的户籍', 'registered address', '云南省文山市'),
  p('来源地', '省市县', 'where from', '四川省成都市'), p('来源分类', '方案的分类', 'class of the order', '其他省份'), p('离开时间', '离开当地', 'left on', '2月17日'), p('到达时间', '到达本地', 'arrived on', '2月18日'),
  p('交通方式', '', 'transport', '火车'), p('班次', '车次、航班、车牌', 'trip', 'G2831'), p('途经地', '', 'via', ''), p('来由', '返乡、探亲、务工', 'purpose', '返乡'), p('同行人数', '', 'companions', '1'),
  p('接触史', '医疗机构判定的', 'contact as judged', '无'), p('症状', '', 'symptoms', '无'), p('体温', '℃', '℃', '36.5'), p('处置', '管控方式,或不管控的原因', 'measure, or why none', '居家隔离'),
  p('开始', '', 'starts', '2月19日'), p('期满', '', 'ends', '3月3日'), p('责任人', '社区工作者', 'community worker', '样例社工'), p('登记人', '', 'registered by', '样例社工'),
]
const managed: readonly Placeholder[] = [
  p('序号', '从1起', 'from 1', '1'), ...without(['证件类型', '工作单位'], PERSON), p('同住人', '同户其他人', 'others of the household', '样例乙'), p('类别', '方案的来源分类', 'class of the order', '其他省份'),
  p('来源地', '省市县', 'where from', '四川省成都市'), p('管控方式', '', 'measure', '居家隔离'), p('起算日期', '末次接触或到达', 'last exposure or arrival', '2月18日'), p('开始', '', 'starts', '2月19日'), p('期满', '', 'ends', '3月3日'),
  p('第几天', '今天是第几天、共几天', 'day n of N', '7/14'), p('告知书编号', '', 'number of the notice of start', '样例社区疫防告〔2020〕1号'), p('责任社区工作者', '', 'community worker', '样例社工'), p('责任医生', '', 'doctor', '样例医生'),
  p('状态', '在管、已解除', 'state', '在管'), p('解除日期', '', 'released on', ''), p('解除通知书编号', '', 'number of the notice of release', ''),
]
export const arrivalLedger = ledger(arrival)
export const managedLedger = ledger(managed)
