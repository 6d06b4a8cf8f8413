import * as z from 'zod'
import { id, instant } from '../../../kernel/fields.ts'

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

/** 坐标系 a file may be in: GPS and Tianditu, or the shifted one of Amap and Tencent. */
export const datum = z.enum(['wgs84', 'gcj02'])
export type Datum = z.infer<typeof datum>

/** Why a feature cannot be drawn: 不是面 / 没有闭合 / 点太少 / 经纬度颠倒 / 不是经纬度或不在国内 / 点太多. */
export const outlineProblem = z.enum(['notAPolygon', 'notClosed', 'tooFewPoints', 'swapped', 'outOfRange', 'tooDetailed'])
export type OutlineProblem = z.infer<typeof outlineProblem>

/** Why a feature is of no area yet: 没有名称 / 没有这个辖区 / 有几个同名辖区 / 已有别的边界对上. */
export const unmatchedWhy = z.enum(['noName', 'noSuchArea', 'severalAreas', 'taken'])
export type UnmatchedWhy = z.infer<typeof unmatchedWhy>

/** One feature of the file: what it is called, whether it can be drawn, which area it was taken for and by what. */
export const outlineFeature = z.object({
  no: z.number().int(),
  /** What the chosen property says. */
  label: z.string(),
  problem: outlineProblem.nullable(), geometry: geometry.nullable(),
  areaId: id().nullable(), areaName: z.string().nullable(), by: z.enum(['code', 'name', 'hand']).nullable(), why: unmatchedWhy.nullable(),
  /** The area has an outline already, which this one takes the place of. */
  replaces: z.boolean(),
})
export type OutlineFeature = z.infer<typeof outlineFeature>

export const outlineState = z.enum(['draft', 'applied', 'undone'])

/** 一次边界导入 */
export const outlineImportLine = z.object({
  importId: id(), filename: z.string(), datum, state: outlineState, features: z.number().int(), matched: z.number().int(), createdAt: instant(), createdByName: z.string().nullable(),
})
export const outlineImport = outlineImportLine.omit({ features: true }).extend({
  property: z.string().nullable(),
  /** Properties of the file, with how many features each finds an area for. */
  properties: z.array(z.object({ name: z.string(), matches: z.number().int() })),
  features: z.array(outlineFeature),
})
export type OutlineImport = z.infer<typeof outlineImport>
