import { clockOf, dayOf, type Instant } from '../../kernel/dates.ts'
import type { ExportAction, ExportState } from './contract.ts'

/** Why somebody else must say yes first; null when the reason alone is enough. */
export const approvalNeeded = ({ rows, clear }: { rows: number; clear: boolean }, most: number): 'rows' | 'clear' | null =>
  clear ? 'clear' : rows > most ? 'rows' : null

/** An approval that nobody used in time is none. */
export const stateAt = (row: { state: Exclude<ExportState, 'lapsed'>; releaseUntil: Instant | null }, now: Instant): ExportState =>
  row.state === 'approved' && row.releaseUntil !== null && row.releaseUntil <= now ? 'lapsed' : row.state

interface Seen { state: ExportState; mine: boolean; decides: boolean; decidedHere: boolean }

/** Nobody decides about the own export; a decision is taken back only by who made it, and never after the download. */
export function actionsFor({ state, mine, decides, decidedHere }: Seen): ExportAction[] {
  if (mine) return state === 'waiting' ? ['withdraw'] : state === 'approved' ? ['download', 'withdraw'] : []
  if (!decides) return []
  if (state === 'waiting') return ['approve', 'refuse']
  return (state === 'approved' || state === 'refused') && decidedHere ? ['takeBack'] : []
}

/** 导出编号: short enough to be read out over the telephone. */
export const codeOf = (exportId: string): string => exportId.replaceAll('-', '').slice(-8).toUpperCase()

/** 水印: who took what out, when, under which number. It stands in every file, so that a copy that went astray leads back. */
export interface Watermark { exportId: string; name: string; login: string; at: Instant; clear: boolean }

const MARK = '内部资料 严禁外传'

/** The sentence in the file, above the headings of a workbook and in the last row of a csv. */
export const watermarkLine = (w: Watermark): string =>
  `${MARK} · 导出人 ${w.name}(${w.login})· ${dayOf(w.at)} ${clockOf(w.at)} · 编号 ${codeOf(w.exportId)} · ${w.clear ? '含明文号码' : '号码已遮盖'}`

/** A row of ours that says whose copy this is; nothing to be read in again. */
export const isWatermark = (cells: readonly string[]): boolean => (cells[0] ?? '').startsWith(MARK)

/** `花名册-里布嘎社区-2020-02-26-刘玉梅-9F3A21BC.xlsx` */
export const watermarkedName = (stem: string, w: Watermark, format: string): string =>
  `${stem}-${dayOf(w.at)}-${w.name}-${codeOf(w.exportId)}.${format}`.replaceAll(/[\\/:*?"<>|]/g, '')

/** Keys in one order, the reason left out: asking again with better words is still the same export. */
export function sameInput(input: Record<string, unknown>): string {
  const { reason: _reason, ...rest } = input
  return JSON.stringify(Object.entries(rest).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
}
