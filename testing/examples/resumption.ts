import { resumptionApi as api, type BusinessCard, type resumptionApi } from '../../modules/resumption/contract.ts'
import { checkCharacterOf } from '../../modules/resumption/rules.ts'
import type { ExampleWorld, ExamplesOf } from './index.ts'
import { policyInForceHere } from './policies.ts'

let serial = 0
/** An invented code: a registration authority of a county nobody has, a valid check character. */
export const aCode = (kind: 'enterprise' | 'soleTrader' = 'enterprise'): string => {
  const first = `${kind === 'enterprise' ? '91' : '92'}999999MA${String(1_000_000 + ++serial)}`
  return first + (checkCharacterOf(first) ?? '')
}
export const aShopOf = ({ c }: ExampleWorld, over: object = {}) => ({ kind: 'soleTrader', name: `阿香烧烤店${++serial}`, trade: 'barbecue', areaId: c.compounds[0]?.id ?? '', contactName: '周敏', phone: '19900001234', staff: 4, toReturn: 3, ...over } as const)
/** Report 1's four points. */
export const allFour = { thermometer: true, disinfection: true, masks: true, registration: true }

export async function aBusiness(w: ExampleWorld, over?: object): Promise<BusinessCard> {
  await policyInForceHere(w)
  return (await w.c.as('communityWorker')).call(api.registerBusiness, aShopOf(w, over))
}
const one = async (w: ExampleWorld) => ({ businessId: (await aBusiness(w)).businessId })
export const anApplication = async (w: ExampleWorld) => {
  const business = await one(w)
  await (await w.c.as('communityWorker')).call(api.applyToResume, business)
  return business
}
export const aResumed = async (w: ExampleWorld) => {
  const business = await one(w)
  await (await w.c.as('communityWorker')).call(api.checkReadiness, { ...business, answers: allFour })
  return business
}

export const resumptionExamples: ExamplesOf<typeof resumptionApi> = {
  listBusinesses: async (w) => { await one(w); return {} },
  resumptionFigures: async () => ({}),
  getBusiness: one,
  registerBusiness: async (w) => aShopOf(w),
  editBusiness: async (w) => ({ ...(await one(w)), ...aShopOf(w, { staff: 6 }) }),
  removeBusinesses: async (w) => ({ businessIds: [(await one(w)).businessId] }),
  businessListTemplate: async () => ({}),
  importBusinesses: async ({ c }) => ({ areaId: c.community.id }),
  applyToResume: one,
  withdrawApplication: anApplication,
  checkReadiness: async (w) => ({ ...(await one(w)), answers: allFour }),
  checkMany: async (w) => ({ businessIds: [(await one(w)).businessId], answers: allFour }),
  undoChecks: async (w) => { const { businessId } = await one(w); const { done } = await (await w.c.as('communityWorker')).call(api.checkMany, { businessIds: [businessId], answers: allFour }); return { steps: [{ businessId, stepId: done[0]?.stepId ?? '' }] } },
  nameReason: async (w) => ({ ...(await one(w)), reason: 'workers' }),
  suspendBusiness: async (w) => ({ ...(await aResumed(w)), reason: 'demand' }),
  closeBusiness: async (w) => ({ ...(await one(w)), reason: '店已转让' }),
  reopenBusiness: async (w) => { const business = await one(w); await (await w.c.as('communityWorker')).call(api.closeBusiness, { ...business, reason: '店已转让' }); return business },
  undoBusinessStep: async (w) => { const { businessId } = await anApplication(w); return { businessId, stepId: (await (await w.c.as('communityWorker')).call(api.getBusiness, { businessId })).undoable ?? '' } },
  ownReadiness: async () => ({}),
  askToResume: async () => ({ kind: 'soleTrader', name: '阿香烧烤店', trade: 'barbecue', contactName: '周敏', phone: '19900001234', met: ['thermometer'] }),
  myAsked: async () => ({ receipts: 'nobody' }),
  revealBusinessPhone: async (w) => ({ ...(await one(w)), reason: '电话核实' }),
}
