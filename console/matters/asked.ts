import type * as z from 'zod'
import { matterFigures, matterKinds, matterTabs, type mattersApi, type MatterTab } from '../../modules/matters/contract.ts'
import type { Address } from '../../ui/address.ts'

type Asked = z.input<(typeof mattersApi)['listMatters']['input']>
const turns = ['me', 'others', 'below'] as const

/** The address of the list as the server is asked; `by` is whose turn it is: one of the words, or an account. */
export function mattersAsked(at: Address, first: MatterTab): Asked & { tab: MatterTab } {
  const by = turns.find((one) => one === at['by'])
  const kind = matterKinds.find((one) => one === at['kind'])
  const figure = matterFigures.find((one) => one === at['figure'])
  return {
    tab: matterTabs.find((one) => one === at['tab']) ?? first,
    ...(at['area'] ? { areaId: at['area'] } : {}), ...(kind ? { kind } : {}), ...(by ? { by } : at['by'] ? { holderId: at['by'] } : {}), ...(at['text'] ? { text: at['text'] } : {}),
    ...(at['from'] ? { from: at['from'] } : {}), ...(at['to'] ? { to: at['to'] } : {}), ...(figure ? { figure } : {}),
  }
}
