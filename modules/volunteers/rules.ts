export * from './rules/fitting.ts'
export * from './rules/papers.ts'
export * from './rules/points.ts'
export * from './rules/standing.ts'
