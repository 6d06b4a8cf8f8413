import { documentsApi as api, type documentsApi } from '../../modules/documents/contract.ts'
import { todayInTest } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { policyInForceHere } from './policies.ts'
import { somebodyManaged } from './quarantine.ts'

const issued = async (w: ExampleWorld) => {
  const { episodeId } = await somebodyManaged(w)
  const worker = await w.c.as('communityWorker')
  return { worker, episodeId, ...(await worker.call(api.issueDocuments, { kind: 'startNotice', episodeIds: [episodeId] })) }
}

/** The code on the paper, as somebody's phone reads it. */
export async function codeOf(w: ExampleWorld): Promise<string> {
  const { episodeId } = await issued(w)
  return w.c.tx('system', async (ctx) => {
    const row = await ctx.sql.get<{ sealed: string }>({ text: 'select code_sealed as sealed from notice where episode_id = $1', values: [episodeId] })
    return ctx.vault.open(row.sealed)
  })
}

/** The figures of report 1 that no register derives yet. */
export const reportOneDeclared = [
  { indicator: 'migrantWork' as const, value: 981, detail: '广东、浙江、福建' }, { indicator: 'enterprises' as const, value: 46 }, { indicator: 'soleTraders' as const, value: 1092 },
  { indicator: 'resumed' as const, value: 1100 }, { indicator: 'notResumed' as const, value: 38, detail: '餐饮、足浴、烧烤' },
]
const declared = async (w: ExampleWorld) => {
  await policyInForceHere(w)
  const which = { areaId: w.c.community.id }
  await (await w.c.as('communityWorker')).call(api.declareFigures, { ...which, source: '社区台账', figures: reportOneDeclared })
  return which
}

const ledger = { kind: 'managedLedger' as const, from: todayInTest(), to: todayInTest() }

export const documentsExamples: ExamplesOf<typeof documentsApi> = {
  listTemplates: async () => ({}),
  getTemplate: async () => ({ kind: 'startNotice' }),
  uploadTemplate: async () => ({ kind: 'startNotice' }),
  useTemplate: async () => ({ kind: 'startNotice', templateId: null }),
  downloadTemplate: async () => ({ kind: 'arrivalLedger' }),
  downloadSample: async () => ({ kind: 'healthSheet' }),
  documentsDue: async () => ({}),
  issueDocuments: async (w) => ({ kind: 'healthSheet', episodeIds: [(await somebodyManaged(w)).episodeId] }),
  getBatch: async (w) => ({ batchId: (await issued(w)).batchId }),
  downloadEach: async (w) => ({ batchId: (await issued(w)).batchId }),
  downloadBatch: async (w) => ({ batchId: (await issued(w)).batchId }),
  listNotices: async () => ({}),
  withdrawNotice: async (w) => {
    const { worker, episodeId } = await issued(w)
    return { noticeId: (await worker.call(api.listNotices, { episodeId })).items[0]?.noticeId ?? '', reason: '地址写错' }
  },
  verifyNotice: async (w) => ({ code: await codeOf(w) }),
  getWorkReport: declared,
  issueWorkReport: declared,
  downloadWorkReport: async (w) => ({ reportId: (await (await w.c.as('communityWorker')).call(api.issueWorkReport, await declared(w))).reportId }),
  declareFigures: async (w) => ({ ...(await declared(w)), source: '社区台账', figures: [{ indicator: 'resumed', value: 1101 }] }),
  listDeclaredFigures: declared,
  getLedger: async (w) => { await somebodyManaged(w); return ledger },
  downloadLedger: async (w) => { await somebodyManaged(w); return { ...ledger, kind: 'arrivalLedger', reason: '报送街道' } },
}
