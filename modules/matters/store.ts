export * from './store/matters.ts'
export * from './store/record.ts'
