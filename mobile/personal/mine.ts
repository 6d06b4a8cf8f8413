import type { OutputOf } from '../../kernel/endpoint.ts'
import type { quarantineApi } from '../../modules/quarantine/contract.ts'

export type Mine = OutputOf<typeof quarantineApi.myEpisode>

/** The window that is open now, else the next one, else the last one of today. */
export const windowNow = (mine: Mine): Mine['windows'][number] | undefined =>
  mine.windows.find((w) => w.opensAt <= mine.now && mine.now < w.closesAt) ?? mine.windows.find((w) => w.opensAt > mine.now) ?? mine.windows.at(-1)
