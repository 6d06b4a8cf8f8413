import type { OutputOf } from '../../kernel/endpoint.ts'
import type { linksApi } from '../../modules/links/contract.ts'

/** Whose QR was scanned. */
export type Place = OutputOf<typeof linksApi.openLink>
