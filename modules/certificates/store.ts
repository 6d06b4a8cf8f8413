export * from './store/certificates.ts'
export * from './store/items.ts'
