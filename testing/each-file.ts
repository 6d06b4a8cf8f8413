import { clock } from './app.ts'

// Files share a worker and its clock: none begins at the hour where another has left it.
clock.set('2020-02-26T14:00:00+08:00')
