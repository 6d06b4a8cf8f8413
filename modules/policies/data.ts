import type { ShippedPolicy } from './contract.ts'
import { ninthEdition } from './data/ninth-edition.ts'
import { reportOne } from './data/report-one.ts'
import { twentyArticles } from './data/twenty-articles.ts'

type Shipped = Omit<ShippedPolicy, 'key'>

/** What comes with the program, each citing its source; an office publishes the one that holds for it. */
export const shippedPolicies: Record<'reportOne' | 'ninthEdition' | 'twentyArticles', Shipped> = {
  reportOne: {
    series: 'arrivals', orderNo: '指挥部令第3号', issuer: '新平街道疫情防控指挥部',
    title: { zh: '来返人员分类管理(报告一)', en: 'Management of arrivals by origin (report 1)' }, document: reportOne,
  },
  ninthEdition: {
    series: 'national', orderNo: '防控方案(第九版)', issuer: '国务院联防联控机制综合组',
    title: { zh: '新型冠状病毒肺炎防控方案(第九版)', en: 'National prevention plan, 9th edition' }, document: ninthEdition,
  },
  twentyArticles: {
    series: 'national', orderNo: '优化防控二十条', issuer: '国务院联防联控机制综合组',
    title: { zh: '进一步优化防控措施的二十条', en: 'Twenty measures to refine prevention' }, document: twentyArticles,
  },
}
