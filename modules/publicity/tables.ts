import type { Day, Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'
import type { Announcement, PublicityRecord } from './contract.ts'

export const publicityTables = {
  announcement: { about: '公告: what an office says, on whose word, from when until when', scope: 'area' },
  announcement_area: { about: '公告范围: the areas an announcement is for', scope: 'area' },
  announcement_opened: { about: '公告打开次数: a number for each day and code', scope: 'area' },
  publicity_record: { about: '宣传记录: who told whom of what, where, how, and how many', scope: 'area' },
} satisfies Tables

export type AnnouncementRow = Omit<Announcement, 'standing' | 'own'> & { areaPath: string; state: 'draft' | 'published' | 'withdrawn' }
export type PublicityRow = Omit<PublicityRecord, 'toTakeDown' | 'mayUndo'> & { receivedAt: Instant; state: AnnouncementRow['state'] | null; toOn: Day | null }
