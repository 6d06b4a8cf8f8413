import { policiesApi as api, type policiesApi, type PolicyDocument } from '../../modules/policies/contract.ts'
import { shippedPolicies } from '../../modules/policies/data.ts'
import { exampleFile } from './files.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'

let serial = 0
const draftOf = ({ c }: ExampleWorld, other: Partial<PolicyDocument> = {}) => ({ ...shippedPolicies.reportOne, document: { ...shippedPolicies.reportOne.document, ...other }, series: `orders-${++serial}`, orderNo: `指挥部令第${serial}号`, scopeAreaId: c.subdistrict.id, inForceFrom: '2020-01-25T00:00:00.000Z' })

export const aDraft = async (w: ExampleWorld, other?: Partial<PolicyDocument>): Promise<{ policyId: string }> =>
  (await w.c.as('subdistrictOfficer')).call(api.createDraft, draftOf(w, other))

/** Report 1's order, or one that differs in some parts, in force for the whole subdistrict. */
export async function policyInForceHere(w: ExampleWorld, other?: Partial<PolicyDocument>): Promise<{ policyId: string }> {
  const { policyId } = await aDraft(w, other)
  await (await w.c.as('districtCommand')).call(api.publishPolicy, { policyId })
  return { policyId }
}

const attached = async (w: ExampleWorld): Promise<{ policyId: string; attachmentId: string }> => {
  const { policyId } = await aDraft(w)
  const { id } = await (await w.c.as('subdistrictOfficer')).call(api.attachOrder, { policyId }, { upload: exampleFile('policies.attachOrder') })
  return { policyId, attachmentId: id }
}

export const policiesExamples: ExamplesOf<typeof policiesApi> = {
  listPolicies: async () => ({}),
  getPolicy: policyInForceHere,
  policyInForceFor: async (w) => ({ areaId: w.c.community.id }),
  listShipped: async () => ({}),
  createDraft: async (w) => draftOf(w),
  editDraft: async (w) => {
    const { series: _series, ...rest } = draftOf(w)
    return { ...(await aDraft(w)), ...rest }
  },
  withdrawDraft: async (w) => ({ ...(await aDraft(w)), reason: '重新起草' }),
  publishPolicy: aDraft,
  attachOrder: aDraft,
  removeAttachment: attached,
  getAttachment: async (w) => {
    const made = await attached(w)
    await (await w.c.as('districtCommand')).call(api.publishPolicy, { policyId: made.policyId })
    return made
  },
  tryDecision: async (w) => ({ ...(await policyInForceHere(w)), areaId: w.c.community.id, originCode: '510104', arrivedOn: '2020-02-21' }),
}
