import type { Instant } from '../../kernel/dates.ts'
import type { Tables } from '../../kernel/tables.ts'

export const linksTables = {
  link: { about: '链接: an area’s declaration QR or one person’s own page', scope: 'area', sealed: ['token_sealed'] },
} satisfies Tables

export interface LinkRow {
  id: string
  tokenSealed: string
  purpose: 'declaration' | 'personal'
  areaId: string
  areaPath: string
  personId: string | null
  episodeId: string | null
  createdAt: Instant
  expiresAt: Instant | null
  areaName: string
  areaFullName: string
  officePhone: string | null
}
