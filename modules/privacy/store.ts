export * from './store/destroying.ts'
export * from './store/events.ts'
export * from './store/requests.ts'
