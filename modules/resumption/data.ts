import type { Trade } from '../policies/contract.ts'
import type { IdleReason } from './contract.ts'

/** How many may ask through one code on a wall in an hour: a limit of the program against a flood of invented shops, not a term of any order. */
export const askLimits = { perCodePerHour: 30 } as const

/** What a 行业 or a name says about the trade, the more special first: 烧烤 is also a meal. Words as they stand in lists and over doors. */
export const tradeWords: readonly (readonly [Trade, readonly string[]])[] = [
  ['footBath', ['足浴', '足疗', '足道', '沐足', '洗脚', '修脚']], ['barbecue', ['烧烤', '烤肉', '烤串', '串串']], ['bathhouse', ['浴室', '浴池', '澡堂', '汗蒸', '桑拿', '洗浴', '游泳']],
  ['massage', ['推拿', '按摩', '盲人']], ['beauty', ['美容', '美发', '理发', '美甲', '发型', '造型', '发廊']], ['internetCafe', ['网吧', '网咖']], ['boardGames', ['棋牌', '麻将', '茶室']],
  ['entertainment', ['KTV', '歌舞', '歌厅', '酒吧', '游艺', '电玩', '台球', '娱乐']], ['cinema', ['影院', '影城', '剧院', '影剧']], ['scenic', ['景区', '景点', '旅游']], ['training', ['培训', '教育', '幼儿', '辅导', '驾校']],
  ['lodging', ['宾馆', '酒店', '旅馆', '旅社', '民宿', '住宿', '招待所', '客栈']], ['catering', ['餐', '饭', '面馆', '米线', '小吃', '火锅', '早点', '食堂', '奶茶', '饮品', '饮食', '烘焙', '蛋糕', '菜馆', '酒楼']],
  ['pharmacy', ['药店', '药房', '医药']], ['market', ['农贸', '蔬菜', '水果', '生鲜', '肉', '粮油', '水产', '豆腐']], ['carRepair', ['修车', '汽修', '汽车', '轮胎', '洗车', '摩托', '电动车']],
  ['clothing', ['服装', '服饰', '鞋', '百货', '布', '饰品', '童装', '窗帘', '化妆']], ['hardware', ['五金', '建材', '装饰', '装修', '门窗', '家具', '家电', '电器', '水暖', '灯']], ['logistics', ['快递', '物流', '货运', '运输', '仓储', '搬家']],
  ['construction', ['建筑', '工程', '施工', '市政']], ['manufacturing', ['加工', '制造', '厂', '生产', '食品', '印刷', '木业', '纺织']], ['supermarket', ['超市', '便利', '商店', '副食', '烟酒', '小卖', '商行', '粮店']],
]

/** What the words of a 未复工原因 mean; others stay as they are, under 其他. */
export const reasonWords: readonly (readonly [Exclude<IdleReason, 'other'>, readonly string[]])[] = [
  ['workers', ['工人', '员工', '人手', '招工', '用工', '人员不']], ['equipment', ['设备', '防疫', '口罩', '测温', '消毒', '物资', '条件']], ['materials', ['原料', '材料', '货源', '进货', '供货', '食材']], ['demand', ['消费', '客源', '客人', '顾客', '生意', '订单', '需求', '市场']],
]
