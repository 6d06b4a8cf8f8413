export * from './store/facts.ts'
export * from './store/requests.ts'
export * from './store/today.ts'
export * from './store/transport.ts'
