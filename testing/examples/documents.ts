import { documentsApi as api, type documentsApi } from '../../modules/documents/contract.ts'
import { todayInTest } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
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
  downloadBatch: async (w) => ({ batchId: (await issued(w)).batchId }),
  listNotices: async () => ({}),
  withdrawNotice: async (w) => {
    const { worker, episodeId } = await issued(w)
    return { noticeId: (await worker.call(api.listNotices, { episodeId })).items[0]?.noticeId ?? '', reason: '地址写错' }
  },
  verifyNotice: async (w) => ({ code: await codeOf(w) }),
  getLedger: async (w) => { await somebodyManaged(w); return ledger },
  downloadLedger: async (w) => { await somebodyManaged(w); return { ...ledger, kind: 'arrivalLedger' } },
}
