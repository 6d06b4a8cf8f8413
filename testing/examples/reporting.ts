import { reportingApi as api, type reportingApi } from '../../modules/reporting/contract.ts'
import { policyInForceHere } from './policies.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

const returned = async (w: ExampleWorld) => {
  const which = await here(w)
  await (await w.c.as('communityWorker')).call(api.sendDailyReport, { ...which, zero: true })
  const { returns } = await (await w.c.as('subdistrictOfficer')).call(api.returnDailyReport, { ...which, question: '发热人数请核对' })
  return { returnId: returns[0]?.id ?? '' }
}
const here = async (w: ExampleWorld) => {
  await policyInForceHere(w)
  return { areaId: w.c.community.id }
}

export const reportingExamples: ExamplesOf<typeof reportingApi> = {
  getDailyReport: here,
  reportChecks: here,
  figurePeople: async (w) => ({ ...(await here(w)), indicator: 'managed' }),
  sendDailyReport: async (w) => ({ ...(await here(w)), zero: true }),
  correctDailyReport: async (w) => {
    const which = await here(w)
    await w.caller.call(api.sendDailyReport, { ...which, zero: true })
    return { ...which, indicator: 'fever', persons: 1, reason: '漏报一条' }
  },
  reportParts: here,
  addUpAgain: async (w) => {
    await policyInForceHere(w)
    await w.caller.call(api.sendDailyReport, { areaId: w.c.subdistrict.id, zero: true, answer: '社区尚未报送' })
    const worker = await w.c.as('communityWorker')
    await worker.call(api.sendDailyReport, { areaId: w.c.community.id, zero: true })
    await worker.call(api.correctDailyReport, { areaId: w.c.community.id, indicator: 'fever', persons: 1, reason: '漏报一条' })
    return { areaId: w.c.subdistrict.id, reason: '社区补报' }
  },
  returnDailyReport: async (w) => {
    const which = await here(w)
    await (await w.c.as('communityWorker')).call(api.sendDailyReport, { ...which, zero: true })
    return { ...which, question: '发热人数请核对' }
  },
  withdrawReturn: returned,
  answerReturn: async (w) => ({ ...(await returned(w)), answer: '已核对无误' }),
  listDailyReports: async (w) => ({ areaId: w.c.community.id }),
  reportsOfDay: async () => ({}),
  downloadDailyReport: here,
}
