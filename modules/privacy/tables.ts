import type { Tables } from '../../kernel/tables.ts'

export const privacyTables = {
  privacy_event: { about: '事件: what data are collected for, from its beginning to the certificate of destruction', scope: 'area' },
  privacy_step: { about: '终结步骤: who did what of ending an event, by what order, why', scope: 'area' },
  privacy_review: { about: '留存评估: what becomes of each kind of data, and why', scope: 'area' },
  frozen_area: { about: '冻结: where nothing is collected, or nothing changed any more', scope: 'area' },
  event_statistic: { about: '统计留存: counts by community and day, of nobody in particular', scope: 'area' },
  privacy_request: { about: '个人信息请求: to see, correct, object, delete or explain, with its clock', scope: 'area' },
} satisfies Tables
