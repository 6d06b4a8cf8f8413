import type { Tables } from '../../kernel/tables.ts'
import type { Matter, MatterCard, Standing } from './contract.ts'

export const mattersTables = {
  matter: { about: '事项、工单: what was asked for, who answers for it until when, what was done and whether it helped', scope: 'area', sealed: ['caller_phone_sealed'] },
  matter_event: { about: '事项经过: one step of a matter, who, when, and what stood before it', scope: 'area' },
  matter_photo: { about: '事项照片: of what was found or done; the picture itself lies sealed among the files', scope: 'area' },
} satisfies Tables

export interface MatterRow extends Standing, Omit<Matter, keyof Standing | 'overdue' | 'mine'> {
  registeredBy: string | null
  repeatOf: string | null
  callerPhone: boolean
  careGroups: string[]
  measure: string | null
}
export type PhotoRow = MatterCard['photos'][number] & { matterId: string; areaPath: string; fileId: string; contentType: string; bytes: number }
