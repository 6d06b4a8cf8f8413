import * as z from 'zod'
import { isDay } from './dates.ts'

/** Shapes that many contracts share, each with its unit. */

/** UUIDv7 made by us or by a client. */
export const id = () => z.uuid()
/** Calendar day in Shanghai, `YYYY-MM-DD`. */
export const day = () => z.string().refine(isDay, 'notADay')
/** ISO instant in UTC. */
export const instant = () => z.iso.datetime({ offset: true })
/** Degrees Celsius, one decimal. What is a device error is decided by the policy, not by the shape. */
export const temperature = () => z.coerce.number().min(0).max(99).multipleOf(0.1)
/** A person's name: 1–60 characters, trimmed; middle dots and rare characters are welcome. */
export const personName = () => z.string().trim().min(1).max(60)
/** A sentence somebody typed. */
export const text = (max = 500) => z.string().trim().max(max)
/** A reason somebody must give. */
export const reason = () => z.string().trim().min(2).max(300)
/** A list in a query string: repeated keys or one value. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined ? undefined : Array.isArray(v) ? v : String(v).split(',')), z.array(item))
/** A sentence in both languages, Chinese first. */
export const bothLanguages = z.object({ zh: z.string(), en: z.string() })
export type BothLanguages = z.infer<typeof bothLanguages>
/** Households and persons, always shown as a pair (户 / 人). */
export const pair = z.object({ households: z.number().int(), persons: z.number().int() })
export type Pair = z.infer<typeof pair>
