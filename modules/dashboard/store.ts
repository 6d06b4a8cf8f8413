export * from './store/areas.ts'
