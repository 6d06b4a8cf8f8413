export * from './store/lists.ts'
export * from './store/rows.ts'
