import { clock } from './app.ts'

// Files share a worker and its clock: none begins at the hour where another has left it.
clock.begin()
