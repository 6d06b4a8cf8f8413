export * from './rules/release.ts'
export * from './rules/states.ts'
export * from './rules/visitors.ts'
export * from './rules/windows.ts'
