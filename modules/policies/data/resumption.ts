import type { ResumptionTerms } from '../contract.ts'

/** Report 1, section (三)企业复工复产情况: whoever meets four points resumes, and no trade is closed. The report names no days: 14 to the recheck and 3 to mend are this edition's own. */
export const reportOneResumption: ResumptionTerms = {
  clause: '第九条',
  points: [
    { id: 'thermometer', name: { zh: '有测温仪', en: 'a thermometer' } },
    { id: 'disinfection', name: { zh: '每天2次消毒', en: 'disinfection twice a day' } },
    { id: 'masks', name: { zh: '人人有口罩', en: 'a mask for everybody' } },
    { id: 'registration', name: { zh: '做好登记', en: 'everybody registered' } },
  ],
  closedTrades: [], recheckDays: 14, mendDays: 3,
  quote: '只要企业防疫条件(配有体温检测仪器、坚持每天2次消毒、人员必有口罩,并做好登记)达到即可复工,简化审批程序。',
}
