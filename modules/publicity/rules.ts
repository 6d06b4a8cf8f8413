export * from './rules/reading.ts'
export * from './rules/standing.ts'
export * from './rules/told.ts'
