import type { Tables } from '../../kernel/tables.ts'
import type { Disinfection, DisinfectionPhoto, PointLine, TerminalLine } from './contract.ts'

export const disinfectionTables = {
  disinfection_point: { about: '消毒点位: a place that is disinfected so many times a day', scope: 'area' },
  disinfection: { about: '消毒记录: where, with what, how strong, how, how large, by whom', scope: 'area' },
  terminal_disinfection: { about: '终末消毒: asked for after a case, done by professionals only', scope: 'area' },
  disinfection_photo: { about: '消毒照片: of a record', scope: 'area' },
} satisfies Tables

export type PointRow = Omit<PointLine, 'standing' | 'dueAt'> & { areaPath: string }
export type DisinfectionRow = Omit<Disinfection, 'mayUndo'> & { areaPath: string; receivedAt: string; accountId: string | null }
export type TerminalRow = Omit<TerminalLine, 'late'> & { areaPath: string }
export type PhotoRow = DisinfectionPhoto & { disinfectionId: string; areaPath: string; fileId: string; contentType: string; bytes: number }
