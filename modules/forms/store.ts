export * from './store/forms.ts'
export * from './store/people.ts'
