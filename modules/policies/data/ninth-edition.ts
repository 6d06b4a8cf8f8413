import type { PolicyDocument } from '../contract.ts'
import { ALL_CONDITIONS, COMMON } from './report-one.ts'

/** National prevention plan, 9th edition, 28 June 2022. */
export const ninthEdition: PolicyDocument = {
  ...COMMON,
  source: '国务院联防联控机制综合组《新型冠状病毒肺炎防控方案(第九版)》,2022年6月28日',
  summary: {
    zh: '密接7天集中隔离加3天居家健康监测;次密接7天居家隔离;高风险区来人7天集中隔离,中风险区7天居家隔离,低风险区3天健康监测、三天两检。',
    en: 'Close contacts: 7 days central, then 3 days of home monitoring. Contacts of contacts: 7 days at home. From high-risk areas: 7 days central; medium-risk: 7 days at home; low-risk: 3 days of monitoring with two tests.',
  },
  riskAreas: [],
  originClasses: [
    { id: 'highRisk', name: { zh: '高风险区', en: 'high-risk areas' }, match: { risk: ['high'] } },
    { id: 'mediumRisk', name: { zh: '中风险区', en: 'medium-risk areas' }, match: { risk: ['medium'] } },
    { id: 'lowRisk', name: { zh: '低风险区', en: 'low-risk areas' }, match: { risk: ['low'] } },
    { id: 'abroad', name: { zh: '境外', en: 'abroad' }, match: { relation: 'abroad' } },
    { id: 'elsewhere', name: { zh: '常态化防控地区', en: 'areas without cases' }, match: {} },
  ],
  rules: [
    {
      id: 'close', clause: '密切接触者管理', when: { contact: ['close'] }, anchor: 'lastExposure', household: 'none',
      stages: [
        { measure: 'centralQuarantine', days: 7, testsOnDays: [1, 2, 3, 5, 7], visits: [] },
        { measure: 'homeMonitoring', days: 3, testsOnDays: [3], visits: [] },
      ],
      says: { zh: '集中隔离7天、居家健康监测3天', en: '7 days of central quarantine, then 3 days of home health monitoring' },
    },
    {
      id: 'secondary', clause: '密接的密接管理', when: { contact: ['secondary'] }, anchor: 'lastExposure', household: 'together',
      stages: [{ measure: 'homeQuarantine', days: 7, testsOnDays: [1, 4, 7], visits: [] }],
      says: { zh: '居家隔离医学观察7天', en: '7 days of home quarantine' },
    },
    {
      id: 'abroad', clause: '入境人员管理', when: { origin: ['abroad'] }, anchor: 'arrival', household: 'none',
      stages: [
        { measure: 'centralQuarantine', days: 7, testsOnDays: [1, 2, 3, 5, 7], visits: [] },
        { measure: 'homeMonitoring', days: 3, testsOnDays: [3], visits: [] },
      ],
      says: { zh: '集中隔离7天、居家健康监测3天', en: '7 days of central quarantine, then 3 days of home health monitoring' },
    },
    {
      id: 'highRisk', clause: '风险区溢出人员管理', when: { origin: ['highRisk'] }, anchor: 'arrival', household: 'none',
      stages: [{ measure: 'centralQuarantine', days: 7, testsOnDays: [1, 2, 3, 5, 7], visits: [] }],
      says: { zh: '集中隔离医学观察7天', en: '7 days of central quarantine' },
    },
    {
      id: 'mediumRisk', clause: '风险区溢出人员管理', when: { origin: ['mediumRisk'] }, anchor: 'arrival', household: 'together',
      stages: [{ measure: 'homeQuarantine', days: 7, testsOnDays: [1, 4, 7], visits: [] }],
      says: { zh: '居家隔离医学观察7天', en: '7 days of home quarantine' },
    },
    {
      id: 'lowRisk', clause: '风险区溢出人员管理', when: { origin: ['lowRisk'] }, anchor: 'arrival', household: 'none',
      stages: [{ measure: 'healthMonitoring', days: 3, testsOnDays: [1, 3], visits: [] }],
      says: { zh: '3天健康监测,三天两检', en: '3 days of health monitoring with two tests' },
    },
    {
      id: 'elsewhere', clause: '常态化管理', when: { origin: ['elsewhere'] }, anchor: 'arrival', household: 'none', stages: [],
      says: { zh: '不需要管控,做好自我健康监测', en: 'no measures, watch one’s own health' },
    },
  ],
  release: { requires: ALL_CONDITIONS, confirmBy: ['subdistrictOfficer', 'districtCommand', 'cdc'] },
}
