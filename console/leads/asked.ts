import type * as z from 'zod'
import { leadTabs, type leadsApi } from '../../modules/leads/contract.ts'
import type { Address } from '../../ui/address.ts'

/** The address of the list as the server is asked. */
export const leadsAsked = (at: Address): z.input<(typeof leadsApi)['listLeads']['input']> => ({
  tab: leadTabs.find((one) => one === at['tab']) ?? 'active', ...(at['area'] ? { areaId: at['area'] } : {}),
})
