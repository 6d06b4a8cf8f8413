import type * as z from 'zod'
import { careSlices, careTabs, type careApi, type CareTab } from '../../modules/care/contract.ts'
import { careGroups } from '../../modules/people/contract.ts'
import type { Address } from '../../ui/address.ts'

/** Whose turn it is, is what there is to do. */
export const FIRST: CareTab = 'toVisit'

/** The address of the list as the server is asked. */
export function careAsked(at: Address): z.input<(typeof careApi)['listCare']['input']> {
  const [group, slice] = [careGroups.find((one) => one === at['group']), careSlices.find((one) => one === at['slice'])]
  return { tab: careTabs.find((one) => one === at['tab']) ?? FIRST, ...(group ? { group } : {}), ...(slice ? { slice } : {}), ...(at['area'] ? { areaId: at['area'] } : {}) }
}
