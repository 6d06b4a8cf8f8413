import type * as z from 'zod'
import { measures } from '../../modules/policies/contract.ts'
import { screeningTabs, type screeningApi } from '../../modules/screening/contract.ts'
import type { Address } from '../../ui/address.ts'

/** The address of the list as the server is asked. */
export function screeningsAsked(at: Address): z.input<(typeof screeningApi)['listScreenings']['input']> {
  const measure = measures.find((one) => one === at['measure'])
  return {
    tab: screeningTabs.find((one) => one === at['tab']) ?? 'all',
    ...(at['origin'] ? { originClasses: [at['origin']] } : {}), ...(measure ? { measures: [measure] } : {}), ...(at['q'] ? { q: at['q'] } : {}),
    ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['province'] ? { province: at['province'] } : {}),
    ...(at['from'] ? { arrivedFrom: at['from'] } : {}), ...(at['to'] ? { arrivedTo: at['to'] } : {}),
    ...(at['arrivals'] ? { arrivals: 'true' } : {}), ...(at['late'] ? { late: 'true' } : {}),
  }
}
