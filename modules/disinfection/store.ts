export * from './store/points.ts'
export * from './store/records.ts'
export * from './store/terminals.ts'
