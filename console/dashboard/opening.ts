import type { LinkProps } from '@tanstack/react-router'
import type { Opening } from '../../modules/dashboard/rules.ts'

/** Where a figure leads, as a link takes it. */
export const to = ({ page, search }: Opening): LinkProps => ({ to: page as never, search: search as never })

/** The dashboard of another area: a step forward in the history, so that “back” leads up again. */
export const down = (areaId: string, show?: string): LinkProps => ({ to: '/dashboard' as never, search: { area: areaId, ...(show ? { show } : {}) } as never })
