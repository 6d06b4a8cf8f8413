import type * as z from 'zod'
import { exitTabs, type exitsApi, type ExitTab } from '../../modules/exits/contract.ts'
import { exitKinds } from '../../modules/policies/contract.ts'
import type { Address } from '../../ui/address.ts'

/** The address of the list as the server is asked; the health centre begins with what waits for it. */
export const exitsAsked = (at: Address, first: ExitTab): z.input<(typeof exitsApi)['listExits']['input']> => ({
  tab: exitTabs.find((one) => one === at['tab']) ?? first, ...(at['text'] ? { text: at['text'] } : {}), ...(at['area'] ? { areaId: at['area'] } : {}), ...(exitKinds.some((one) => one === at['kind']) ? { kind: at['kind'] as (typeof exitKinds)[number] } : {}),
})
