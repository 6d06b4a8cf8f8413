export * from './rules/judge.ts'
export * from './rules/list.ts'
export * from './rules/standing.ts'
