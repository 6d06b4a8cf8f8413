import { reportingApi as api, type reportingApi } from '../../modules/reporting/contract.ts'
import { policyInForceHere } from './policies.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

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
  listDailyReports: async (w) => ({ areaId: w.c.community.id }),
  reportsOfDay: async () => ({}),
  downloadDailyReport: here,
}
