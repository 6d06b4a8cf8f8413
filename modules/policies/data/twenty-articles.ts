import type { PolicyDocument } from '../contract.ts'
import { ninthEdition } from './ninth-edition.ts'
import { ALL_CONDITIONS, COMMON } from './report-one.ts'

const FIVE_AND_THREE = [
  { measure: 'centralQuarantine' as const, days: 5, testsOnDays: [1, 2, 3, 5], visits: [] },
  { measure: 'homeQuarantine' as const, days: 3, testsOnDays: [1, 3], visits: [] },
]

/** Twenty measures of 11 November 2022: contacts of contacts are no longer judged, medium risk is gone. */
export const twentyArticles: PolicyDocument = {
  ...COMMON,
  source: '国务院联防联控机制综合组《关于进一步优化新冠肺炎疫情防控措施 科学精准做好防控工作的通知》(二十条),2022年11月11日',
  summary: {
    zh: '密接5天集中隔离加3天居家隔离;不再判定次密接;高风险区外溢人员7天居家隔离;风险区只分高、低两类。',
    en: 'Close contacts: 5 days central, then 3 days at home. Contacts of contacts are no longer judged. From high-risk areas: 7 days at home. Only high and low risk remain.',
  },
  riskAreas: [],
  originClasses: ninthEdition.originClasses.filter(({ id }) => id !== 'mediumRisk'),
  rules: [
    {
      id: 'close', clause: '第一条', when: { contact: ['close'] }, anchor: 'lastExposure', household: 'none', stages: FIVE_AND_THREE,
      says: { zh: '集中隔离5天、居家隔离3天', en: '5 days of central quarantine, then 3 days of home quarantine' },
    },
    {
      id: 'highRisk', clause: '第三条', when: { origin: ['highRisk'] }, anchor: 'arrival', household: 'together',
      stages: [{ measure: 'homeQuarantine', days: 7, testsOnDays: [1, 3, 5, 7], visits: [] }],
      says: { zh: '居家隔离7天,第1、3、5、7天核酸检测', en: '7 days of home quarantine with tests on days 1, 3, 5 and 7' },
    },
    {
      id: 'abroad', clause: '第八条', when: { origin: ['abroad'] }, anchor: 'arrival', household: 'none', stages: FIVE_AND_THREE,
      says: { zh: '集中隔离5天、居家隔离3天', en: '5 days of central quarantine, then 3 days of home quarantine' },
    },
    {
      id: 'elsewhere', clause: '第四条', when: { origin: ['lowRisk', 'elsewhere'] }, anchor: 'arrival', household: 'none', stages: [],
      says: { zh: '不需要管控,次密接不再判定', en: 'no measures; contacts of contacts are no longer judged' },
    },
  ],
  release: { requires: ALL_CONDITIONS, confirmBy: ['subdistrictOfficer', 'districtCommand', 'cdc'] },
}
