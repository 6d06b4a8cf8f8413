import * as z from 'zod'

/** 管控措施, from the strictest to the mildest (domain §3.6). */
export const measures = ['centralQuarantine', 'homeQuarantine', 'homeMonitoring', 'healthMonitoring', 'selfMonitoring'] as const
export const measure = z.enum(measures)
export type Measure = z.infer<typeof measure>
