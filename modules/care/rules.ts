export * from './rules/standing.ts'
export * from './rules/cover.ts'
