import type * as z from 'zod'
import { trades } from '../../modules/policies/contract.ts'
import { businessKinds, businessTabs, idleReasons, type BusinessTab, type resumptionApi } from '../../modules/resumption/contract.ts'
import { dayOf, type Day } from '../../kernel/dates.ts'
import type { Address } from '../../ui/address.ts'

/** Who has not resumed is what there is to do. */
export const FIRST: BusinessTab = 'notResumed'

/** The address of the list as the server is asked. A figure of today opens what there is to do; one of a former day opens them as they stood. */
export function businessesAsked(at: Address, today: Day): z.input<(typeof resumptionApi)['listBusinesses']['input']> {
  const [kind, trade, why] = [businessKinds.find((one) => one === at['kind']), trades.find((one) => one === at['trade']), ([...idleReasons, 'none'] as const).find((one) => one === at['why'])]
  const asOf = at['at'] && !Number.isNaN(Date.parse(at['at'])) && dayOf(at['at']) < today ? at['at'] : undefined
  return { tab: businessTabs.find((one) => one === at['tab']) ?? FIRST, ...(kind ? { kind } : {}), ...(trade ? { trade } : {}), ...(why ? { why } : {}), ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['text'] ? { text: at['text'] } : {}), ...(asOf ? { asOf } : {}) }
}
