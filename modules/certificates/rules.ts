export * from './rules/finding.ts'
export * from './rules/papers.ts'
export * from './rules/states.ts'
export * from './rules/text.ts'
