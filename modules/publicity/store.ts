export * from './store/announcements.ts'
export * from './store/records.ts'
export * from './store/telling.ts'
