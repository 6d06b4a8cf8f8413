export * from './rules/code.ts'
export * from './rules/health.ts'
export * from './rules/states.ts'
