import type { PolicyDocument } from '../contract.ts'
import { reportOneExits } from './exits.ts'
import { reportOneResumption } from './resumption.ts'

const TWICE_DAILY: PolicyDocument['checkWindows'] = [
  { id: 'morning', from: '06:00', to: '12:00', remindAfterMinutes: 120 },
  { id: 'afternoon', from: '14:00', to: '20:00', remindAfterMinutes: 120 },
]
export const COMMON = {
  counting: 'dayAfterAnchor',
  checkWindows: TWICE_DAILY,
  temperature: { fever: 37.3, inclusive: true, deviceMin: 35, deviceMax: 42 },
  deadlines: { feverLeadMinutes: 120, symptomLeadMinutes: 240, verifyMinutes: 240, missedVisitBy: '22:00' },
  report: { cutOff: '16:00', minutesPerLevel: 60 },
} as const satisfies Partial<PolicyDocument>

export const ALL_CONDITIONS: PolicyDocument['release']['requires'] = ['periodOver', 'noGap', 'testsDone', 'noAnomaly', 'confirmed']

/** The measures of report 1, section (一) and section (二)2.二: who comes from where decides central or home quarantine. */
export const reportOne: PolicyDocument = {
  ...COMMON,
  source: '新平街道里布嘎社区《疫情期间社区治理报告》(一)外来人员排查情况、二(二)人员防控技术方案,2020年2月;发热阈值原文空缺,按≥37.3℃(杭州余杭2020年口径)',
  summary: {
    zh: '湖北及疫情高风险地区来人集中隔离14天;其他省份来人居家隔离14天、医生上门;省内市外来人在家14天、自测体温上报卫生院;市内不管控。',
    en: 'Arrivals from Hubei and high-risk areas: 14 days in central quarantine. Other provinces: 14 days at home with the doctor’s visits. Elsewhere in the province: 14 days at home, temperatures self-measured and reported to the health centre. Within the city: none.',
  },
  riskAreas: [{ code: '42', name: '湖北省(含武汉市)', level: 'high', from: '2020-01-23' }],
  originClasses: [
    { id: 'hubei', name: { zh: '湖北(含武汉)', en: 'Hubei (with Wuhan)' }, match: { codes: ['42'] } },
    { id: 'highRisk', name: { zh: '疫情高风险地区', en: 'high-risk areas' }, match: { risk: ['high'] } },
    { id: 'abroad', name: { zh: '境外', en: 'abroad' }, match: { relation: 'abroad' } },
    { id: 'otherProvince', name: { zh: '其他省份', en: 'other provinces' }, match: { relation: 'otherProvince' } },
    { id: 'sameProvince', name: { zh: '省内市外', en: 'elsewhere in the province' }, match: { relation: 'sameProvince' } },
    { id: 'sameCity', name: { zh: '本市', en: 'the same city' }, match: { relation: 'sameCity' } },
  ],
  rules: [
    {
      id: 'contact', clause: '第一条', when: { contact: ['close'] }, anchor: 'lastExposure', household: 'none',
      stages: [{ measure: 'centralQuarantine', days: 14, testsOnDays: [], visits: [] }],
      says: { zh: '集中隔离医学观察14天', en: '14 days of medical observation in central quarantine' },
    },
    {
      id: 'hubeiOrHighRisk', clause: '第一条', when: { origin: ['hubei', 'highRisk', 'abroad'] }, anchor: 'arrival', household: 'none',
      stages: [{ measure: 'centralQuarantine', days: 14, testsOnDays: [], visits: [] }],
      says: { zh: '集中隔离医学观察14天', en: '14 days of medical observation in central quarantine' },
      quote: '对湖北省及疫情高风险地区人员排查,集中隔离医学观察14天。',
    },
    {
      id: 'otherProvince', clause: '第二条', when: { origin: ['otherProvince'] }, anchor: 'arrival', household: 'none',
      stages: [{ measure: 'homeQuarantine', days: 14, testsOnDays: [], visits: [{ by: 'doctor', perDay: 1 }] }],
      says: { zh: '居家隔离14天,医生上门测温', en: '14 days of home quarantine, the doctor calls to measure' },
      quote: '省外拟入文人员……并集中或居家隔离观察14天,居家隔离的自觉接受社区卫生服务中心、卫生院管理。',
    },
    {
      id: 'sameProvince', clause: '第三条', when: { origin: ['sameProvince'] }, anchor: 'arrival', household: 'none',
      stages: [{ measure: 'homeMonitoring', days: 14, testsOnDays: [], visits: [] }],
      says: { zh: '在家14天,自己测温并上报卫生院', en: '14 days at home, measuring oneself and reporting to the health centre' },
      quote: '省内拟入文人员……及时向所属地的社区报备,同时要求主动在家隔离14天。',
    },
    {
      id: 'sameCity', clause: '第四条', when: { origin: ['sameCity'] }, anchor: 'arrival', household: 'none', stages: [],
      says: { zh: '不需要管控,注意防护', en: 'no measures, take care' },
    },
  ],
  release: { requires: ALL_CONDITIONS, confirmBy: ['subdistrictOfficer', 'districtCommand'] },
  exits: reportOneExits,
  resumption: reportOneResumption,
  // Report 1 closes compounds and leaves the figures blank; they are those most orders of February 2020 had (domain §4.3 [C45][C46][C49]).
  passage: {
    clause: '第五条',
    grades: {
      open: { leave: 'quota', pass: true, visitors: 'confirmed', vehicles: 'pass' },
      prevention: { leave: 'quota', pass: true, visitors: 'refused', vehicles: 'pass' },
      control: { leave: 'purpose', pass: true, visitors: 'refused', vehicles: 'pass' },
      lockdown: { leave: 'closed', pass: true, visitors: 'refused', vehicles: 'refused' },
    },
    quota: { persons: 1, days: 2, counting: 'hours' },
    exempt: ['work', 'medical', 'care', 'epidemic', 'supply', 'farming'],
    hoursOut: 2,
    companions: { childUnder: 14, elderFrom: 70 },
    toleranceMinutes: 15,
    managed: [
      { measure: 'centralQuarantine', rule: 'closed', whom: 'person' },
      { measure: 'homeQuarantine', rule: 'closed', whom: 'household' },
      { measure: 'homeMonitoring', rule: 'approval', whom: 'person' },
    ],
    code: { asked: false, yellow: 'refuse', red: 'refer' },
    quote: '小区、居民小组实行封闭式管理……对进出车辆实行通行证管理;市内务工和出山劳作,每天进行登记,并测量体温。',
  },
}
