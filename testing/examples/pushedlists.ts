import { pushedlistsApi as api, type pushedlistsApi } from '../../modules/pushedlists/contract.ts'
import { aNeighbour } from './screening.ts'
import { policyInForceHere } from './policies.ts'
import { runJobs, type Caller, type Community } from '../world.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

export const listHeading = '序号,姓名,身份证号,联系电话,地址,涉疫信息\n'
const bytes = (text: string) => new TextEncoder().encode(text)

/** A list of a subdistrict or a community, its rows taken in. */
export async function aList(caller: Caller, rows: string, more: Partial<{ title: string; issuedAt: string; deadlineAt: string }> = {}): Promise<{ listId: string }> {
  const { listId } = await caller.call(api.uploadList, {}, { upload: { filename: '2月26日州公安推送.csv', bytes: bytes(listHeading + rows) } })
  await caller.call(api.openList, { listId, title: '2月26日第1批', source: 'police', issuer: '州公安局', issuedAt: '2020-02-26T09:00:00+08:00', deadlineAt: '2020-02-27T12:00:00+08:00', ...more })
  await runJobs()
  return { listId }
}

const one = (c: Community) => `1,周敏,,19900005678,${c.community.name}锦绣小区1幢1单元101,途经武汉\n`
const lost = '2,钱程,,19900005679,不知道哪里,途经武汉\n'

async function aRow(w: ExampleWorld, rows = one(w.c)): Promise<{ rowId: string; listId: string }> {
  await policyInForceHere(w)
  const officer = await w.c.as('subdistrictOfficer')
  const { listId } = await aList(officer, rows)
  const { items } = await officer.call(api.listRows, { listId })
  return { rowId: items[0]?.rowId ?? '', listId }
}
const uploaded = async (w: ExampleWorld) => ({ listId: (await w.caller.call(api.uploadList, {}, { upload: { filename: '名单.csv', bytes: bytes(listHeading + one(w.c)) } })).listId })
const own = async (w: ExampleWorld) => aList(w.caller, one(w.c))

export const pushedlistsExamples: ExamplesOf<typeof pushedlistsApi> = {
  uploadList: async () => ({}),
  openList: async (w) => ({ ...(await uploaded(w)), title: '第1批', source: 'police', issuedAt: '2020-02-26T09:00:00+08:00', deadlineAt: '2020-02-27T12:00:00+08:00' }),
  listLists: async () => ({}),
  getList: own,
  listRows: own,
  getRow: async (w) => ({ rowId: (await aRow(w)).rowId }),
  assignRows: async (w) => ({ rowIds: [(await aRow(w, lost)).rowId], areaId: w.c.community.id }),
  answerRow: async (w) => ({ rowId: (await aRow(w)).rowId, result: 'notLivingHere', whereabouts: '已返回昆明' }),
  acceptProposals: async (w) => {
    const { rowId, listId } = await aRow(w)
    return { listId, rowIds: [rowId] }
  },
  undoAnswer: async (w) => {
    const { rowId } = await aRow(w)
    await (await w.c.as('communityWorker')).call(api.answerRow, { rowId, result: 'wrongInformation' })
    return { rowId }
  },
  handOverRow: async (w) => ({ rowId: (await aRow(w)).rowId, toAreaId: (await aNeighbour(w.c)).id }),
  undoList: own,
  downloadFeedback: own,
  downloadWrongRows: own,
}
