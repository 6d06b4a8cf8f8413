export * from './rules/code.ts'
