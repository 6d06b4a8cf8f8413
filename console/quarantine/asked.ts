import type * as z from 'zod'
import { episodeSlices, episodeTabs, type quarantineApi } from '../../modules/quarantine/contract.ts'
import type { Address } from '../../ui/address.ts'

/** The address of the list as the server is asked; `slice` stands in the place of the tab. */
export function episodesAsked(at: Address): z.input<(typeof quarantineApi)['listEpisodes']['input']> {
  const slice = episodeSlices.find((one) => one === at['slice'])
  return {
    tab: episodeTabs.find((one) => one === at['tab']) ?? 'active',
    ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['origin'] ? { originClass: at['origin'] } : {}),
    ...(slice ? { slice } : {}), ...(at['day'] ? { day: at['day'] } : {}),
    ...(at['since'] ? { anchorFrom: at['since'] } : {}), ...(at['until'] ? { anchorTo: at['until'] } : {}),
  }
}
