export * from './rules/openings.ts'
export * from './rules/figures.ts'
