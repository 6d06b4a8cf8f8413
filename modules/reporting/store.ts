export * from './store/chain.ts'
export * from './store/figures.ts'
export * from './store/reports.ts'
export type { Span } from './store/sources.ts'
