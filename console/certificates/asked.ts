import type * as z from 'zod'
import { certificateTabs, type certificatesApi, type CertificateTab } from '../../modules/certificates/contract.ts'
import type { Address } from '../../ui/address.ts'

export const FIRST: CertificateTab = 'all'

/** The address of the list as the server is asked. */
export function certificatesAsked(at: Address): z.input<(typeof certificatesApi)['listCertificates']['input']> {
  const month = at['month'] && /^\d{4}-\d{2}$/.test(at['month']) ? at['month'] : undefined
  return {
    tab: certificateTabs.find((one) => one === at['tab']) ?? FIRST, ...(at['code'] ? { code: at['code'] } : {}), ...(month ? { month } : {}), ...(at['area'] ? { areaId: at['area'] } : {}),
    ...(at['by'] === 'others' ? { by: 'others' as const } : {}), ...(at['text'] ? { text: at['text'] } : {}),
  }
}
