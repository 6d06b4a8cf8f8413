export * from './rules/indicators.ts'
export * from './rules/period.ts'
export * from './rules/chain.ts'
export * from './rules/checks.ts'
