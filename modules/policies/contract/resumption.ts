import * as z from 'zod'
import { text } from '../../../kernel/fields.ts'

/**
 * 行业 of a business, as orders name them (domain §5): 餐饮 / 烧烤 / 足浴 / 浴室、游泳 / 推拿按摩 / 美容美发 / 歌舞、KTV、游艺 / 网吧 / 棋牌 / 影剧院 / 景点 / 培训 /
 * 住宿 / 商超便利 / 农贸生鲜 / 药店 / 服装百货 / 建材五金 / 修车洗车 / 快递物流 / 生产加工 / 建筑 / 其他
 */
export const trades = [
  'catering', 'barbecue', 'footBath', 'bathhouse', 'massage', 'beauty', 'entertainment', 'internetCafe', 'boardGames', 'cinema', 'scenic', 'training',
  'lodging', 'supermarket', 'market', 'pharmacy', 'clothing', 'hardware', 'carRepair', 'logistics', 'manufacturing', 'construction', 'other',
] as const
export const trade = z.enum(trades)
export type Trade = z.infer<typeof trade>

/** 复工条件: one point that is looked at on the spot. */
export const readinessPoint = z.object({ id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/), name: z.object({ zh: text(60).min(1), en: text(60).min(1) }) })
export type ReadinessPoint = z.infer<typeof readinessPoint>

/** 复工复产: what an order asks of a business before it resumes work, and who may not yet. */
export const resumptionTerms = z.object({
  /** 第九条 */
  clause: text(40),
  points: z.array(readinessPoint).max(20),
  /** 暂不复工的行业, each with the clause that says so. */
  closedTrades: z.array(z.object({ trade, clause: text(40) })),
  /** 事中检查: days after which whoever resumed is looked at again. */
  recheckDays: z.number().int().min(1).max(90),
  /** 整改: days within which what is missing is to be there. */
  mendDays: z.number().int().min(1).max(30),
  /** 原文: the sentence of the order, word for word. */
  quote: text(600).optional(),
})
export type ResumptionTerms = z.infer<typeof resumptionTerms>
