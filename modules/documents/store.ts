export * from './store/notices.ts'
export * from './store/people.ts'
export * from './store/templates.ts'
export * from './store/ledgers.ts'
