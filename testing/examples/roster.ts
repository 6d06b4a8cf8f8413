import { rosterApi } from '../../modules/roster/contract.ts'
import { runJobs, type Caller, type Community } from '../world.ts'
import type { ExamplesOf } from './index.ts'

const heading = '小区,楼栋,单元,房号,姓名,证件号码,联系电话,与户主关系\n'
const upload = async (c: Community, caller: Caller, rows: string): Promise<string> => {
  const file = { filename: '花名册.csv', bytes: new TextEncoder().encode(heading + rows) }
  return (await caller.call(rosterApi.uploadImport, { areaId: c.community.id }, { upload: file })).id
}
const oneGood = '锦绣小区,3,2,501,李桂兰,999001195001010021,19900000001,户主\n'
const oneWrong = '锦绣小区,3,2,502,王芳,999001195001010029,19900000002,户主\n'

async function imported(c: Community, caller: Caller, rows: string): Promise<string> {
  const batchId = await upload(c, caller, rows)
  await caller.call(rosterApi.runImport, { batchId })
  await runJobs()
  return batchId
}

export const rosterExamples: ExamplesOf<typeof rosterApi> = {
  downloadTemplate: async ({ c }) => ({ areaId: c.community.id }),
  uploadImport: async ({ c }) => ({ areaId: c.community.id }),
  setImportMapping: async ({ c, caller }) => ({ batchId: await upload(c, caller, oneGood), columns: [{ index: 0, field: 'compound' }] }),
  checkImport: async ({ c, caller }) => ({ batchId: await upload(c, caller, oneGood) }),
  runImport: async ({ c, caller }) => ({ batchId: await upload(c, caller, oneGood) }),
  getImport: async ({ c, caller }) => ({ batchId: await imported(c, caller, oneGood) }),
  listImports: async () => ({}),
  listImportIssues: async ({ c, caller }) => ({ batchId: await imported(c, caller, oneWrong) }),
  downloadImportErrors: async ({ c, caller }) => ({ batchId: await imported(c, caller, oneWrong) }),
  listImportMatches: async ({ c, caller }) => ({ batchId: await imported(c, caller, oneGood) }),
  answerImportMatches: async ({ c, caller }) => {
    await imported(c, caller, oneGood)
    const batchId = await imported(c, caller, '锦绣小区,3,2,501,李桂兰,,19900000001,户主\n')
    const { items } = await caller.call(rosterApi.listImportMatches, { batchId })
    return { batchId, answers: items.map((match) => ({ matchId: match.id, answer: 'same' as const })) }
  },
  undoImport: async ({ c, caller }) => ({ batchId: await imported(c, caller, oneGood) }),
  exportPeople: async ({ c, caller }) => {
    await imported(c, caller, oneGood)
    return { areaId: c.community.id, reason: '核对台账' }
  },
}
