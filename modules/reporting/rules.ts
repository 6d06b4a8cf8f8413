export * from './rules/indicators.ts'
export * from './rules/period.ts'
export * from './rules/checks.ts'
