export * from './rules/standing.ts'
