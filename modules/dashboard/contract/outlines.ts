import * as z from 'zod'
import { id } from '../../../kernel/fields.ts'

const position = z.tuple([z.number(), z.number()])
const ring = z.array(position).min(4)
const polygon = z.array(ring).min(1)

/** 边界 as GeoJSON (RFC 7946): WGS84, longitude first, rings closed. */
export const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
])
export type Geometry = z.infer<typeof geometry>

/** 辖区边界 of one area. */
export const areaOutline = z.object({ areaId: id(), geometry })
export type AreaOutline = z.infer<typeof areaOutline>
