export * from './store/areas.ts'
export * from './store/outlines.ts'
