import { fieldHeadings, headingSynonyms } from '../../roster/rules/fields.ts'
import { headingBook } from '../../sheets/rules.ts'
import type { ListSource, PushedField } from '../contract.ts'

const person = (field: 'name' | 'sex' | 'documentKind' | 'documentNo' | 'phone') => [fieldHeadings[field], ...headingSynonyms[field]]

/** What stands over the columns of form 15 and of the lists that come in; who somebody is is called as in a roster. */
export const pushedHeadings: Record<PushedField, readonly string[]> = {
  title: ['批次', '批次号', '名单批次', '函号'],
  source: ['来源', '数据来源', '推送单位', '来文单位', '线索来源'],
  name: person('name'), sex: person('sex'), documentKind: person('documentKind'), documentNo: person('documentNo'), phone: person('phone'),
  address: [...headingSynonyms.address, fieldHeadings.address, '落脚地', '落脚点', '目的地', '目的地地址', '核查地址', '现所在地', '家庭住址或落脚点', '户籍地址', '推送地址'],
  community: ['社区', '所属社区', '下发社区', '所在社区', '街道社区', '责任社区', '核查单位'],
  subject: ['涉疫信息', '风险类型', '涉疫情况', '人员类别', '风险情况', '预警信息', '轨迹', '活动轨迹', '涉疫轨迹', '备注', '情况说明', '推送原因'],
  origin: ['来源地', '来自', '来自地', '途经地', '出发地', '涉疫地区', '风险地区', '漫游地'],
  arrivedOn: ['到达时间', '到达日期', '抵达时间', '抵文时间', '返回时间', '入文时间', '来文时间', '落地时间'],
  issuedAt: ['下发时间', '推送时间', '下发日期', '推送日期'],
  deadlineAt: ['时限', '反馈时限', '核查时限', '截止时间', '反馈截止时间'],
  result: ['核查结果', '排查结果', '核查情况', '反馈结果'],
  whereabouts: ['去向', '人员去向', '现去向'],
  measure: ['措施', '管控措施', '采取措施', '落实措施'],
  checker: ['核查人', '核查人员', '反馈人', '排查人'],
  answeredAt: ['反馈时间', '核查时间', '反馈日期'],
}

export const pushedBook = headingBook<PushedField>(pushedHeadings, ['序号', '编号', '年龄', 'no', '行号', '原因'])

/** Columns the answer goes into, in the order of form 15; those a file lacks are added behind it. */
export const answerFields = ['result', 'whereabouts', 'measure', 'checker', 'answeredAt'] as const

/** 公安、通管、上级、外市函, by the words used for them. */
export function readSource(text: string): ListSource | null {
  if (text === '') return null
  if (/公安|派出所|警/.test(text)) return 'police'
  if (/通管|通信|电信|移动|联通|运营商/.test(text)) return 'telecom'
  if (/函|外市|外省|兄弟/.test(text)) return 'otherCity'
  return /指挥部|省|州|市|区|街道|上级|疾控|卫健/.test(text) ? 'upper' : 'other'
}
